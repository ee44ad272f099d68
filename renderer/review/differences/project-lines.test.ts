import { expect, it } from 'vitest'
import { ProjectLines } from './project-lines'

const drawn = (lines: ProjectLines) =>
  Array.from({ length: lines.count }, (_, i) => lines.at(i)).map((line) =>
    line.is === 'article'
      ? `${line.article} (${line.count})`
      : line.is === 'row'
        ? `  ${line.at}`
        : `  own ${line.at}`,
  )

it('has a head for each article, and below it its differences by their places among all', () => {
  const lines = new ProjectLines(
    [
      ['talks', 2],
      ['ferry', 1],
    ],
    null,
  )
  expect(drawn(lines)).toEqual(['talks (2)', '  0', '  1', 'ferry (1)', '  2'])
  expect(lines.lineOf(0)).toBe(-1)
})

it('has of the open article what is known of it now, which moves nothing among all', () => {
  const articles = [
    ['talks', 2],
    ['ferry', 2],
    ['envoy', 1],
  ] as const
  const lines = new ProjectLines(articles, { article: 'ferry', count: 1 })
  expect(drawn(lines)).toEqual(['talks (2)', '  0', '  1', 'ferry (1)', '  own 0', 'envoy (1)', '  4'])
  expect(lines.lineOf(0)).toBe(4)
  expect([lines.beside('ferry', 1), lines.beside('ferry', -1)]).toEqual([4, 1])
  expect([lines.beside('envoy', 1), lines.beside('talks', -1)]).toEqual([null, null])
  expect(lines.beside('elsewhere', 1)).toBe(0)
})
