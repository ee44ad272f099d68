import { describe, expect, it } from 'vitest'
import { gapsIn, linesOf, piecesOf, type Stretch } from './pieces'

const CELL = 10

/** The boxes of lines drawn as "..===.==": what is covered is `=`, each run of it a box. */
const boxesIn = (drawing: readonly string[]): Stretch[] =>
  drawing.flatMap((line, i) =>
    [...line.matchAll(/=+/g)].map(({ index, 0: run }) => ({
      base: 20 + 34 * i,
      x0: index * CELL,
      x1: (index + run.length) * CELL,
    })),
  )

interface How {
  readonly rtl?: boolean
  /** Whether it starts and ends in this paragraph. */
  readonly starts?: boolean
  readonly ends?: boolean
}

/**
 * The strokes drawn: `[` and `]` are true ends, `‹` and `›` go on from or to another line, `(` and `)` are neither,
 * and `:` are the points that join what stands apart.
 */
function drawn(drawing: readonly string[], { rtl = false, starts = true, ends = true }: How = {}): string[] {
  const lines = linesOf(boxesIn(drawing))
  const pieces = piecesOf(lines, { rtl, starts, ends })
  const signs = { left: { end: '[', on: '‹', cut: '(' }, right: { end: ']', on: '›', cut: ')' } }
  return drawing.map((line, i) => {
    const cells = [...line.replaceAll('=', '-')]
    const base = 20 + 34 * i
    for (const { x0, x1 } of lines.flatMap(gapsIn).filter((gap) => gap.base === base))
      cells.fill(':', x0 / CELL, x1 / CELL)
    for (const { x0, x1, left, right } of pieces.filter((piece) => piece.base === base)) {
      cells[x0 / CELL] = signs.left[left]
      cells[x1 / CELL - 1] = signs.right[right]
    }
    return cells.join('')
  })
}

describe('a part of a tag', () => {
  it('has two true ends on one line', () => {
    expect(drawn(['..====..'])).toEqual(['..[--]..'])
  })

  it('goes on to the next line and comes from the one before', () => {
    expect(drawn(['....====', '========', '===.....'])).toEqual(['....[--›', '‹------›', '‹-].....'])
  })

  it('is mirrored in a paragraph from right to left', () => {
    expect(drawn(['====....', '========', '.....==='], { rtl: true })).toEqual([
      '‹--]....',
      '‹------›',
      '.....[-›',
    ])
  })

  it('goes on where its paragraph ends, and comes from where it begins', () => {
    expect(drawn(['..======'], { ends: false })).toEqual(['..[----›'])
    expect(drawn(['======..'], { starts: false })).toEqual(['‹----]..'])
    expect(drawn(['======..'], { ends: false, rtl: true })).toEqual(['‹----]..'])
    expect(drawn(['======', '======'], { starts: false, ends: false })).toEqual(['‹----›', '‹----›'])
  })

  it('is one stroke where its boxes touch', () => {
    const [first, second] = [
      { base: 20, x0: 10, x1: 40 },
      { base: 20, x0: 40.4, x1: 70 },
    ] as const
    expect(linesOf([second, first])).toEqual([[{ base: 20, x0: 10, x1: 70 }]])
  })
})

describe('a part that runs both ways', () => {
  it('leaves out what stands between its words on the line and is not part of it', () => {
    // "abc DEF", of which "c DE" is tagged; on the line the Hebrew word reads FED, and F stays free.
    expect(drawn(['..==.==.'])).toEqual(['..[):(].'])
  })

  it('goes on at the right in an English paragraph, whatever it says at the end of the line', () => {
    expect(drawn(['...==.==', '==......'])).toEqual(['...[):(›', '‹]......'])
  })

  it('goes on at the left in a Hebrew paragraph', () => {
    expect(drawn(['==.==...', '......=='], { rtl: true })).toEqual(['‹):(]...', '......[›'])
  })
})

it('says at which side the part starts, once', () => {
  const startsAt = (rtl: boolean) =>
    piecesOf(linesOf(boxesIn(['..=.=', '==...'])), { starts: true, ends: true, rtl }).map(
      (piece) => piece.startsAt,
    )
  expect(startsAt(false)).toEqual(['left', null, null])
  expect(startsAt(true)).toEqual([null, 'right', null])
})
