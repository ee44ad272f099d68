import { describe, expect, it } from 'vitest'
import { cornersOf, gapsIn, linesOf, piecesOf, type Corner, type Side, type Stretch } from './pieces'

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
  /** Where the part starts and ends when its text runs both ways: line, cell and side. `null`: in another paragraph. */
  readonly start?: readonly [line: number, cell: number, side: Side] | null
  readonly end?: readonly [line: number, cell: number, side: Side] | null
}

/**
 * The strokes drawn: `[` and `]` are true ends, `‹` and `›` go on from or to another line, `(` and `)` are neither,
 * and `:` are the points that join what stands apart.
 */
function drawn(drawing: readonly string[], { rtl = false, start, end }: How = {}): string[] {
  const lines = linesOf(boxesIn(drawing))
  const [first, last] = cornersOf(lines, rtl)
  const corner = (given: How['start'], otherwise: Corner): Corner | null => {
    if (!given) return given === null ? null : otherwise
    const [line, cell, side] = given
    return { base: 20 + 34 * line, x: (side === 'left' ? cell : cell + 1) * CELL, side }
  }
  const pieces = piecesOf(lines, corner(start, first), corner(end, last), rtl)
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
    expect(drawn(['..======'], { end: null })).toEqual(['..[----›'])
    expect(drawn(['======..'], { start: null })).toEqual(['‹----]..'])
    expect(drawn(['======..'], { end: null, rtl: true })).toEqual(['‹----]..'])
    expect(drawn(['======', '======'], { start: null, end: null })).toEqual(['‹----›', '‹----›'])
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
  it('starts in English and ends inside a Hebrew word: the rest of that word is not under it', () => {
    // abc [DE]F in memory; on the line the Hebrew word reads FED, and F stays free.
    const hebrew = { start: [0, 2, 'left'], end: [0, 7, 'left'] } as const
    expect(drawn(['..===..==.'], hebrew)).toEqual(['..[-)::[).'])
  })

  it('starts at the right of a Hebrew word and ends at its left', () => {
    expect(drawn(['...====..'], { start: [0, 6, 'right'], end: [0, 3, 'left'] })).toEqual(['...[--]..'])
  })

  it('goes on at the right in an English paragraph, whatever it says at the end of the line', () => {
    expect(drawn(['...=====', '==......'], { start: [0, 3, 'left'], end: [1, 1, 'right'] })).toEqual([
      '...[---›',
      '‹]......',
    ])
  })
})

it('says at which side the part starts', () => {
  const startsAt = (rtl: boolean) => {
    const lines = linesOf(boxesIn(['..===', '==...']))
    return piecesOf(lines, ...cornersOf(lines, rtl), rtl).map((piece) => piece.startsAt)
  }
  expect(startsAt(false)).toEqual(['left', null])
  expect(startsAt(true)).toEqual(['right', null])
})
