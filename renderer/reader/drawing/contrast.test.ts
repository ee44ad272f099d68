import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import { patterns, type Label } from '../../../data/model/codebook'
import { hues } from '../../../data/model/codebook-looks'
import { farApart, type Sight } from './colour-sight'
import { colouring, contrast, themesIn, type Theme } from './drawn-colours'
import { layLines } from './lay-lines'
import { marksOf, type Look } from './marks'
import type { Stroke } from './measure'
import type { DrawnTag } from './tag-index'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const tokens = read('../../ui/tokens.css')
const colourIn = colouring(read('drawing.css'))
const themes = themesIn(tokens)

/** WCAG 2.2: of text, and of what is not text and must be seen. */
const [TEXT, MARK] = [4.5, 3]
/** Of two hues, in OKLab × 100: about three times the least difference that one sees. */
const APART = 6.4
/** The inks that words of an article are set in. */
const inks = ['--ink', '--ink-2', '--ink-3']

const size = { size: 18, leading: 34, ascent: 25 }
const BASE = 100
/** From the ascenders to the descenders of the words. */
const WORDS = { top: BASE - 13, bottom: BASE + 4 }

const [actor] = builtInCodebook.labels
const labels: readonly Label[] = [
  ...builtInCodebook.labels,
  ...(['double', 'points', 'wave'] as const).map((pattern) => ({
    ...actor!,
    id: pattern,
    hue: 'of-no-token',
    pattern,
  })),
]
/** A label in each of the other hues. */
const ofOwnHues: readonly Label[] = hues
  .filter((hue) => !builtInCodebook.labels.some((label) => label.hue === hue))
  .map((hue, i) => ({ ...actor!, id: hue, hue, pattern: patterns[i % patterns.length]! }))
const looks: readonly Look[] = ['rest', 'linked', 'pointed', 'selected']

interface Tagged {
  readonly label: Label
  readonly look: Look
  readonly side: DrawnTag['side']
  readonly x0: number
  readonly x1: number
}

/** What is drawn for some tags on one line, in the order in which it is painted. */
function drawn(tags: readonly Tagged[]) {
  const looksOf = new Map<DrawnTag, Look>()
  const strokes = tags.map(({ label, look, side, x0, x1 }, i): Stroke => {
    // Nothing of the annotation itself is drawn.
    const tag = {
      id: `${i}`,
      label,
      order: i,
      spans: [],
      length: x1 - x0,
      unsure: false,
      side,
    } as unknown as DrawnTag
    looksOf.set(tag, look)
    return { tag, x0, x1, base: BASE, left: 'end', right: 'end', first: 'left', gap: false }
  })
  const selected = [...looksOf].find(([, look]) => look === 'selected')?.[0].id ?? null
  const inLaneOrder = strokes.toSorted((a, b) => a.tag.length - b.tag.length)
  return marksOf(layLines(inLaneOrder, size, selected), (tag) => looksOf.get(tag)!, size).map(
    ({ className, d }) => ({ className, boxes: boxesIn(d) }),
  )
}

interface Box {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
}

/** The rectangles of a path; of a wave, the one around it. */
function boxesIn(d: string): Box[] {
  return d
    .split('M')
    .slice(1)
    .map((part) => {
      const [, x, y, w, h] = /^([\d.-]+) ([\d.-]+)h([\d.]+)v([\d.]+)/.exec(part) ?? []
      if (w) return { x0: +x!, y0: +y!, x1: +x! + +w, y1: +y! + +h! }
      const [x0, y0] = part.split(/[ qv]/).map(Number) as [number, number]
      const across = [...part.matchAll(/q[\d.-]+ [\d.-]+ ([\d.]+) 0/g)].reduce((sum, [, dx]) => sum + +dx!, 0)
      return { x0, y0: y0 - 1, x1: x0 + across, y1: y0 + 2 }
    })
}

const isIn = ({ x0, y0, x1, y1 }: Box, x: number, y: number) => x0 <= x && x < x1 && y0 <= y && y < y1

/** Everything on a drawing that is too hard to see, by the colours of a theme: "--ink-3 on #aabbcc: 3.21". */
function faults(theme: Theme, tags: readonly Tagged[]): Set<string> {
  const found = new Set<string>()
  const demand = (name: string, colour: string, ground: string, least: number) => {
    const ratio = contrast(colour, ground)
    if (ratio < least) found.add(`${name} on ${ground}: ${ratio.toFixed(2)}`)
  }
  const marks = drawn(tags)
  const page = theme.get('--page')!
  const tints = marks.filter(({ className }) => className.startsWith('tint'))
  /** What one sees at a point behind words and lines: the tint painted last there. */
  const groundAt = (x: number, y: number): string => {
    const last = tints.findLast(({ boxes }) => boxes.some((box) => isIn(box, x, y)))
    return (last && colourIn(theme, 'drawing', last.className, 'fill')) ?? page
  }
  for (let x = 0; x < 300; x += 30)
    for (const y of [WORDS.top, WORDS.bottom - 1])
      for (const ink of inks) demand(ink, theme.get(ink)!, groundAt(x, y), TEXT)
  for (const { className, boxes } of marks.filter(({ className }) => className.startsWith('line'))) {
    const colour = className.includes('-fill')
      ? colourIn(theme, 'patterns', `ink ${className}`, 'fill')
      : colourIn(theme, 'drawing', className, 'fill')
    for (const { x0, y0, x1, y1 } of boxes)
      for (let x = x0; x < x1; x += 40)
        for (const y of [y0 - 1, y0, y1]) demand(className, colour!, groundAt(x, y), MARK)
  }
  return found
}

/** An outer tag with one inside it, one that crosses its end, and as many at rest below as make so deep a line. */
function* combinations(
  outers: readonly Label[],
  others: readonly Label[],
  depths: readonly number[],
): Generator<readonly Tagged[]> {
  const sides = ['below', 'above'] as const
  const two = (a: Look, b: Look) => a !== b || a === 'rest' || a === 'linked'
  for (const depth of depths)
    for (const outer of outers)
      for (const other of others)
        for (const a of looks)
          for (const b of looks)
            for (const side of sides) {
              if (!two(a, b)) continue
              const filling = Array.from({ length: depth - 2 }, (_, i): Tagged => {
                const label = labels[i % labels.length]!
                return { label, look: 'rest', side: 'below', x0: 40 - i, x1: 210 + i }
              })
              const below: Tagged = { label: outer, look: a, side: 'below', x0: 20, x1: 220 }
              for (const [x0, x1] of [
                [60, 120],
                [180, 280],
                [20, 220],
              ] as const)
                yield [below, { label: other, look: b, side, x0, x1 }, ...filling]
            }
}

describe.each(['light', 'dark'] as const)('in the %s theme', (name) => {
  const theme = themes[name]

  it('words and lines can be seen over every pair of tags, however deep', () => {
    const found = new Set<string>()
    let count = 0
    for (const tags of combinations(labels, labels, [2, 5, 7])) {
      count++
      for (const fault of faults(theme, tags)) found.add(fault)
    }
    expect([...found]).toEqual([])
    expect(count).toBeGreaterThan(5000)
  })

  it('so can they in the hues of labels of the codebook’s own, on each other and on the first three', () => {
    const all = [...builtInCodebook.labels, ...ofOwnHues]
    const found = new Set<string>()
    for (const tags of combinations(all, all, [2])) for (const fault of faults(theme, tags)) found.add(fault)
    expect([...found]).toEqual([])
  })

  it.each(hues)('every mark can be seen in %s', (hue) => {
    for (const pattern of patterns)
      for (const look of looks) {
        const label = { ...actor!, hue, pattern }
        expect(faults(theme, [{ label, look, side: 'below', x0: 20, x1: 220 }])).toEqual(new Set())
      }
  })

  it.each(hues)('%s can be seen on every surface, and its letter be read there', (hue) => {
    for (const surface of ['--page', '--panel', '--chrome', '--raised', '--well', '--selection'])
      expect(contrast(theme.get(`--${hue}`)!, theme.get(surface)!)).toBeGreaterThanOrEqual(MARK)
    const ink = theme.get(`--${hue}-ink`)!
    for (const surface of ['--page', '--panel', '--raised', `--${hue}-tint`])
      expect(contrast(ink, theme.get(surface)!)).toBeGreaterThanOrEqual(TEXT)
    expect(contrast(theme.get('--page')!, ink)).toBeGreaterThanOrEqual(TEXT)
  })

  it.each<Sight>(['all colours', 'no red', 'no green', 'no blue'])(
    'hues are told from each other by those who see %s',
    (sight) => {
      const near = hues.flatMap((hue, i) =>
        hues.slice(0, i).flatMap((other) => {
          const far = farApart(theme.get(`--${hue}`)!, theme.get(`--${other}`)!, sight)
          return far < APART ? [`${hue} and ${other}: ${far.toFixed(1)}`] : []
        }),
      )
      expect(near).toEqual([])
    },
  )

  it('selected words and the lines under them can be seen', () => {
    const ground = theme.get('--selection')!
    expect(contrast(theme.get('--ink')!, ground)).toBeGreaterThanOrEqual(TEXT)
    for (const { hue } of [...labels, ...ofOwnHues])
      expect(
        contrast(colourIn(theme, 'drawing', `hue-${hue} solid`, 'fill')!, ground),
      ).toBeGreaterThanOrEqual(MARK)
  })

  it.each(['rest', 'pointed', 'linked', 'selected', 'more'])(
    'letters of tags that are %s can be read',
    (look) => {
      for (const { hue } of [...labels, ...ofOwnHues]) {
        const className = `letter hue-${hue} ${look}`
        const ground = colourIn(theme, 'margin', className, 'background') ?? theme.get('--page')!
        expect(contrast(colourIn(theme, 'margin', className, 'color')!, ground)).toBeGreaterThanOrEqual(TEXT)
      }
    },
  )

  it('the ring around a tag with the focus can be seen on every tint', () => {
    const ring = colourIn(theme, 'drawing', 'ring', 'stroke')!
    const tints = [...labels, ...ofOwnHues].flatMap(({ hue }) =>
      ['selected', 'linked'].map((look) => colourIn(theme, 'drawing', `tint hue-${hue} ${look}`, 'fill')!),
    )
    for (const ground of [theme.get('--page')!, ...tints])
      expect(contrast(ring, ground)).toBeGreaterThanOrEqual(MARK)
  })
})

describe('a colour that is too weak is noticed', () => {
  const actors = (look: Look): Tagged[] => [{ label: actor!, look, side: 'below', x0: 20, x1: 220 }]
  const changed = (name: string, colour: string) => new Map([...themes.light, [name, colour]])

  it.each([
    ['--actor-tint', '#8db4f0', 'selected'],
    ['--actor-tint-2', '#b5c9ea', 'linked'],
    ['--actor', '#9fc0f0', 'rest'],
    ['--ink-3', '#8a8a8a', 'rest'],
  ] as const)('%s as %s', (token, colour, look) => {
    expect(faults(themes.light, actors(look))).toEqual(new Set())
    expect(faults(changed(token, colour), actors(look))).not.toEqual(new Set())
  })
})
