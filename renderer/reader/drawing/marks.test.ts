import { describe, expect, it } from 'vitest'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import type { Label } from '../../../data/model/codebook'
import { layLines } from './lay-lines'
import { marksOf, type Look } from './marks'
import type { Stroke } from './measure'
import { linesOf, piecesOf } from './pieces'
import type { DrawnTag } from './tag-index'

const size = { size: 18, leading: 34, ascent: 25 }
/** The baseline of the one line, and where its first lane begins. */
const BASE = 18
const LANE = 23
/** Pixels that a sign of a drawing stands for, across. */
const CELL = 2

const labelled = (label: string) => builtInCodebook.labels.find(({ id }) => id === label)!

interface Given {
  readonly rtl?: boolean
  readonly starts?: boolean
  readonly ends?: boolean
  readonly side?: DrawnTag['side']
  readonly unsure?: boolean
}

/** The strokes of a tag from 20 to 40 px of one line. */
function strokes(
  label: Label,
  { rtl = false, starts = true, ends = true, side = 'below', unsure = false }: Given,
) {
  // Nothing of the annotation itself is drawn.
  const tag = { id: label.id, label, order: 0, spans: [], length: 20, unsure, side } as unknown as DrawnTag
  return piecesOf(linesOf([{ base: BASE, x0: 20, x1: 40 }]), { starts, ends, rtl }).map(
    ({ startsAt, ...piece }): Stroke => ({ tag, ...piece, first: startsAt, gap: false }),
  )
}

/** What is drawn of the lines, from 10 to 50 px across, a row of signs a pixel down from `top`. */
function picture(label: string, given: Given = {}, look: Look = 'rest', top = LANE - 3): string[] {
  const marks = marksOf(layLines(strokes(labelled(label), given), size, null), () => look, size)
  const boxes = marks
    .filter(({ className }) => className.startsWith('line'))
    .flatMap(({ d }) => [...d.matchAll(/M([\d.-]+) ([\d.-]+)h([\d.]+)v([\d.]+)/g)])
    .map((found) => found.slice(1).map(Number))
  return Array.from({ length: 6 }, (_, row) =>
    Array.from({ length: 20 }, (__, column) => {
      const [x, y] = [10 + column * CELL + CELL / 4, top + row + 0.5]
      return boxes.some(([x0, y0, w, h]) => x0! <= x && x < x0! + w! && y0! <= y && y < y0! + h!) ? '█' : '·'
    }).join(''),
  )
}

describe('an actor', () => {
  it('is a bar of two pixels', () => {
    expect(picture('actor')).toEqual([
      '····················',
      '····················',
      '····················',
      '·····██████████·····',
      '·····██████████·····',
      '····················',
    ])
  })

  it('is a pixel heavier when it is selected', () => {
    expect(picture('actor', {}, 'selected').filter((row) => row.includes('█'))).toHaveLength(3)
  })

  it('is a pixel lighter, grey and without a tint when nothing is open about it', () => {
    expect(picture('actor', {}, 'quiet').filter((row) => row.includes('█'))).toEqual(['·····██████████·····'])
    const marks = marksOf(layLines(strokes(labelled('actor'), {}), size, null), () => 'quiet', size)
    expect(marks.map(({ className }) => className)).toEqual(['line hue-other solid'])
  })

  it('runs 6 px into the margin where it goes on', () => {
    expect(picture('actor', { ends: false })[3]).toBe('·····█████████████··')
    expect(picture('actor', { starts: false })[3]).toBe('··█████████████·····')
  })

  it('does so at the other side in a paragraph from right to left', () => {
    expect(picture('actor', { ends: false, rtl: true })[3]).toBe('··█████████████·····')
    expect(picture('actor', { starts: false, rtl: true })[3]).toBe('·····█████████████··')
  })
})

describe('a rejected tag', () => {
  it('is a grey hairline whatever its label, crossed every nine pixels', () => {
    const marks = (label: string, given: Given = {}) =>
      marksOf(layLines(strokes(labelled(label), given), size, null), () => 'rejected', size)
    for (const label of ['actor', 'position', 'claim']) {
      expect(picture(label, {}, 'rejected').filter((row) => row.includes('█'))).toEqual([
        '·····██████████·····',
      ])
      const [line, ...more] = marks(label)
      expect([line?.className, more]).toEqual(['line hue-other solid curved', []])
      const crosses = [...line!.d.matchAll(/M([\d.]+) [\d.]+l5 -6h1l-5 6z/g)].map(([, x]) => Number(x))
      expect(crosses.length).toBeGreaterThan(1)
      expect(new Set(crosses.slice(1).map((x, i) => x - crosses[i]!))).toEqual(new Set([9]))
    }
  })
})

describe('a claim', () => {
  it('has a hook at each true end, turned to the words', () => {
    // A hook is one pixel wide, so that only its first half is seen here at the left, and none of it at the right.
    expect(picture('claim')).toEqual([
      '·····█··············',
      '·····█··············',
      '·····█··············',
      '·····█··············',
      '·····██████████·····',
      '····················',
    ])
  })

  it('has no hook where it goes on', () => {
    expect(picture('claim', { starts: false, ends: false }).join('\n')).toBe(
      [
        '····················',
        '····················',
        '····················',
        '····················',
        '··████████████████··',
        '····················',
      ].join('\n'),
    )
  })

  it('hangs its hooks down above the words', () => {
    const above = picture('claim', { side: 'above' }, 'rest', BASE - 13 - 4)
    expect(above.slice(0, 5)).toEqual([
      '·····██████████·····',
      '·····█··············',
      '·····█··············',
      '·····█··············',
      '·····█··············',
    ])
  })
})

describe('what one is unsure of', () => {
  it.each([
    [false, 'M18.5 '],
    [true, 'M36.5 '],
  ])('has an open point where it starts (right to left: %s)', (rtl, at) => {
    const lines = layLines(strokes(labelled('actor'), { rtl, unsure: true }), size, null)
    const point = marksOf(lines, () => 'rest', size).find(({ className }) => className.includes('unsure'))
    expect(point?.d.startsWith(at)).toBe(true)
  })
})

describe('tints', () => {
  it('of a shorter tag lie over those of a longer one', () => {
    const [outer] = strokes(labelled('claim'), {})
    const [inner] = strokes(labelled('actor'), {})
    const short = { ...inner!, x0: 24, x1: 30, tag: { ...inner!.tag, length: 6 } }
    const lines = layLines([short, outer!], size, null)
    const tints = marksOf(lines, ({ id }) => (id === 'claim' ? 'selected' : 'pointed'), size)
      .map(({ className }) => className)
      .filter((className) => className.startsWith('tint'))
    expect(tints).toEqual(['tint hue-claim selected', 'tint hue-actor pointed'])
  })
})

describe('seven tags over each other', () => {
  const six = (selected: string | null) => {
    const all = Array.from({ length: 7 }, (_, i) =>
      strokes(labelled('actor'), {}).map((stroke) => ({
        ...stroke,
        tag: { ...stroke.tag, id: `${i}`, length: 20 + i },
      })),
    ).flat()
    return layLines(all, size, selected)[0]!.strokes.map(
      ({ tag, lane, y, folded }) => `${tag.id}: lane ${lane} at ${y - LANE}${folded ? ', shared' : ''}`,
    )
  }

  it('take four lanes, and share the fifth', () => {
    expect(six(null)).toEqual([
      '0: lane 1 at 0',
      '1: lane 2 at 3',
      '2: lane 3 at 6',
      '3: lane 4 at 9',
      '4: lane 5 at 12, shared',
      '5: lane 5 at 12, shared',
      '6: lane 5 at 12, shared',
    ])
  })

  it('leave the fifth to the selected one of those that share it', () => {
    expect(six('6').slice(4)).toEqual(['6: lane 5 at 12'])
  })
})
