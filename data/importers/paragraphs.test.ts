import { describe, expect, it } from 'vitest'
import { pictureOf } from './picture.test-data'

const lines = (...all: string[]) => all.join('\n')

describe('paragraphs', () => {
  it('are parted by blank lines', () => {
    expect(pictureOf('The road is open.\n\n \nThe dam is not.\n\n\n')).toEqual([
      'paragraph | The road is open.',
      'paragraph | The dam is not.',
    ])
  })

  it('are parted by single newlines where no line was broken to a width', () => {
    expect(pictureOf('The road is open.\nThe dam is not.\n“Soon,” he said.')).toEqual([
      'paragraph | The road is open.',
      'paragraph | The dam is not.',
      'paragraph | “Soon,” he said.',
    ])
  })

  it('are parted so too where two short lines happen to be of one width', () => {
    const dateline = 'TORREN, Feb. 26 (UPI) -- '
    expect(pictureOf(`${dateline}The ministers said so on Tuesday.\nIt was cold.`)).toEqual([
      `dateline | ${dateline}`,
      'paragraph | The ministers said so on Tuesday.',
      'paragraph | It was cold.',
    ])
  })

  const wrapped = lines(
    'The ministers of both states agreed on Monday to open the only road',
    'through the valley to lorries with flour and medicine, and to meet',
    'again in a month.',
  )

  it('flow where their lines were broken to a width', () => {
    expect(pictureOf(`${wrapped}\n\nNobody else\nwas asked.`)).toEqual([
      `paragraph~ | ${wrapped.replaceAll('\n', '⏎')}`,
      'paragraph | Nobody else',
      'paragraph | was asked.',
    ])
  })

  it('flow with a headline and a byline right above them', () => {
    expect(pictureOf(`Road opens\nBy Ada Quill\n${wrapped}`)).toEqual([
      'headline | Road opens',
      'byline | By Ada Quill',
      `paragraph~ | ${wrapped.replaceAll('\n', '⏎')}`,
    ])
  })

  it('flow and are parted by short last lines where no blank line stands between them', () => {
    const flowing = wrapped.replaceAll('\n', '⏎')
    expect(pictureOf(`${wrapped}\n${wrapped}\n  ${wrapped}`)).toEqual([
      `paragraph~ | ${flowing}`,
      `paragraph~ | ${flowing}`,
      `paragraph~ |   ${flowing}`,
    ])
  })

  it('may be of every kind in one file', () => {
    const long = 'A line that nobody broke. '.repeat(12).trim()
    expect(pictureOf(`${long}\n${long}\n\n${wrapped}\n\nEnd of it.`)).toEqual([
      `paragraph | ${long}`,
      `paragraph | ${long}`,
      `paragraph~ | ${wrapped.replaceAll('\n', '⏎')}`,
      'paragraph | End of it.',
    ])
  })
})
