import { expect, it } from 'vitest'
import type { FoundIn, Occurrence, TagThere } from '../../data/record/occurrences/occurrence'
import { commandsFor, linesOf, overlapping, turnAll, type As, type Line } from './hits'

const place = (start: number, ...tags: readonly TagThere[]): Occurrence => ({
  start,
  end: start + 4,
  before: '',
  quote: 'Pell',
  after: '',
  tags,
})
const tag = (id: string, label: string, means: string | null = null, isSame = true): TagThere => ({
  id,
  label,
  means,
  isSame,
})
const inArticle = (article: string, ...occurrences: readonly Occurrence[]): FoundIn => ({
  article,
  title: article,
  language: null,
  occurrences,
})

const asPell: As = { label: 'actor', means: 'pell', counts: new Set(['pell', 'd-pell']) }
const asActor: As = { label: 'actor', means: null, counts: new Set() }

const found = [
  inArticle('a', place(0), place(10, tag('t1', 'actor'))),
  inArticle('b', place(5, tag('t2', 'actor', 'd-pell')), place(20, tag('t3', 'claim', null, false))),
]

/** "a 2: x0 -10": ticks of each article, "·" where nothing can be ticked. */
const drawn = (lines: readonly Line[]) =>
  lines
    .map((line) => {
      if (line.is === 'article') return `${line.found.article} ${line.ticked}:`
      return `${line.state.is === 'done' ? '·' : line.isTicked ? 'x' : '-'}${line.place.start}`
    })
    .join(' ')

it('ticks what is new, and not what is tagged already', () => {
  expect(drawn(linesOf(found, asPell, new Set()).lines)).toBe('a 1: x0 -10 b 1: ·5 x20')
  expect(drawn(linesOf(found, asActor, new Set()).lines)).toBe('a 1: x0 ·10 b 1: ·5 x20')
})

it('counts what is ticked, and the articles that have it', () => {
  expect(linesOf(found, asPell, new Set(['a 0']))).toMatchObject({ ticked: 1, articles: 1 })
  expect(linesOf(found, asPell, new Set(['a 10']))).toMatchObject({ ticked: 3, articles: 2 })
})

it('turns all of an article, or of the list', () => {
  const { lines } = linesOf(found, asPell, new Set())
  const all = turnAll(lines, ['a 0', 'a 10', 'b 20'], true, new Set())
  expect(drawn(linesOf(found, asPell, all).lines)).toBe('a 2: x0 x10 b 1: ·5 x20')
  const none = turnAll(lines, ['a 0', 'a 10'], false, new Set())
  expect(drawn(linesOf(found, asPell, none).lines)).toBe('a 0: -0 -10 b 1: ·5 x20')
})

it('tags new places, and tells tags that are there what they mean', () => {
  const { lines } = linesOf(found, asPell, new Set(['a 10', 'b 20']))
  expect(commandsFor(lines, asPell)).toEqual([
    { do: 'annotate', article: 'a', spans: [{ start: 0, end: 4 }], label: 'actor', means: 'pell' },
    { do: 'mean', article: 'a', annotation: 't1', means: 'pell' },
  ])
})

it('tells what else stands there', () => {
  expect(
    overlapping(place(0, tag('t', 'actor'), tag('u', 'claim'), tag('v', 'actor', null, false)), asActor).map(
      ({ id }) => id,
    ),
  ).toEqual(['u', 'v'])
})
