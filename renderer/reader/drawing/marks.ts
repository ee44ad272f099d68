import { riseOf } from './lanes'
import type { LaidLine, LaidStroke } from './lay-lines'
import { wave } from './patterns'
import type { DrawnTag } from './tag-index'
import type { TypeSize } from './type-size'

/**
 * How a tag stands out from those around it, the least first. `rejected`: by a reviewer, it is a grey hairline that is crossed;
 * `quiet`: nothing is open about it, it is grey and lighter; `beside`: another's reading of the words of the selected one.
 */
export type Look = 'rejected' | 'quiet' | 'rest' | 'linked' | 'pointed' | 'beside' | 'selected'

/** One path of the drawing: everything that looks alike in a paragraph. */
export interface Mark {
  readonly className: string
  readonly d: string
}

/** How far a line runs into the margin where its tag goes on. */
const OVERHANG = 6
/** The hook at the true end of a bracket. */
const HOOK = 4
/** How much of a patterned line is solid at each true end, so that it is seen where it ends. */
const CAP = 3

/**
 * The drawing of a paragraph's tags, as few paths as there are looks: tints first, which lie behind, then lines, then
 * the ring around the tag that has the focus. Only filled shapes, since dashed strokes are what a software rasteriser
 * is slow at. Of two tints that overlap, the one of the shorter tag lies over the other.
 */
export function marksOf(
  lines: readonly LaidLine[],
  lookOf: (tag: DrawnTag) => Look,
  size: TypeSize,
  focused: string | null = null,
): Mark[] {
  const tints = new Map<DrawnTag, Mark>()
  const paths = new Map<string, string>()
  let ring = ''
  const add = (className: string, d: string) => paths.set(className, (paths.get(className) ?? '') + d)
  const rise = riseOf(size)

  for (const { base, strokes } of lines)
    for (const stroke of strokes) {
      const { tag, y, first } = stroke
      const isFocused = tag.id === focused
      const look = isFocused ? 'selected' : lookOf(tag)
      const isQuiet = look === 'quiet' || look === 'rejected'
      const hue = isQuiet ? 'other' : tag.label.hue
      const [x0, x1] = edgesOf(stroke)
      const isAbove = tag.side === 'above'
      const top = isAbove ? y + 2 : base - rise - 2
      if (look !== 'rest' && !isQuiet && !stroke.gap) {
        const foot = isAbove || look === 'linked' ? base + 4 : y
        const d = (tints.get(tag)?.d ?? '') + box(x0 - 2, top, x1 - x0 + 4, foot - top)
        tints.set(tag, { className: `tint hue-${hue} ${look}`, d })
      }
      const shapes =
        look === 'rejected' && !stroke.gap ? crossed(stroke, x0, x1) : lineOf(stroke, x0, x1, weightOf(look))
      for (const { kind, d } of shapes) add(`line ${stroke.folded ? 'hue-other' : `hue-${hue}`} ${kind}`, d)
      if (first !== null && tag.unsure)
        add(`line unsure hue-${hue}`, ringAt(first === 'left' ? x0 + 1 : x1 - 1, y + 1))
      if (isFocused && !stroke.gap) {
        const [over, under] = isAbove ? [y, base + 4] : [top, y + 3]
        ring += frame(x0 - 4, over - 2, x1 - x0 + 8, under - over + 4)
      }
    }
  const shorterLast = [...tints].toSorted(([a], [b]) => b.length - a.length).map(([, mark]) => mark)
  const drawn = [...paths].map(([className, d]) => ({ className, d }))
  return [...shorterLast, ...drawn, ...(ring ? [{ className: 'ring', d: ring }] : [])]
}

/** Pixels that a line is heavier than at rest. */
const weightOf = (look: Look): number =>
  look === 'quiet' ? -1 : look === 'selected' || look === 'beside' ? 1 : 0

function edgesOf({ x0, x1, left, right }: LaidStroke): [number, number] {
  const from = Math.round(x0) - (left === 'on' ? OVERHANG : 0)
  const to = Math.round(x1) + (right === 'on' ? OVERHANG : 0)
  return [from, Math.max(to, from + 2)]
}

/** From one cross line to the next, in pixels. */
const CROSSED = 9

/** A hairline, whatever the label, with short slanting lines across it. */
function crossed({ y }: LaidStroke, x0: number, x1: number): { kind: string; d: string }[] {
  const count = Math.max(1, Math.floor((x1 - x0 - 7) / CROSSED) + 1)
  const across = Array.from({ length: count }, (_, i) => `M${x0 + 2 + i * CROSSED} ${y + 4}l5 -6h1l-5 6z`)
  return [{ kind: 'solid curved', d: box(x0, y + 1, x1 - x0, 1) + across.join('') }]
}

/** The line itself: `solid` shapes, or those that a pattern fills. */
function lineOf(
  { tag, y, left, right, gap, folded }: LaidStroke,
  x0: number,
  x1: number,
  more: number,
): { kind: string; d: string }[] {
  const width = x1 - x0
  const weight = 2 + more
  const strong = more > 0
  if (gap) return [{ kind: 'fine-fill', d: box(x0 + 2, y + 1, width - 4, 1) }]
  const caps =
    (left === 'end' ? box(x0, y, Math.min(CAP, width), weight) : '') +
    (right === 'end' ? box(Math.max(x0, x1 - CAP), y, Math.min(CAP, width), weight) : '')
  switch (folded ? 'double' : tag.label.pattern) {
    case 'bar':
      return [{ kind: 'solid', d: box(x0, y, width, weight) }]
    case 'dashes':
      return [
        { kind: 'dashes-fill', d: box(x0, y, width, weight) },
        { kind: 'solid', d: caps },
      ]
    case 'bracket': {
      const thin = strong ? 2 : 1
      const up = tag.side === 'below'
      const line = up ? y + 2 - thin : y
      const hook = up ? line - HOOK : line
      const hooks =
        (left === 'end' ? box(x0, hook, thin, HOOK + thin) : '') +
        (right === 'end' ? box(x1 - thin, hook, thin, HOOK + thin) : '')
      return [{ kind: 'solid', d: box(x0, line, width, thin) + hooks }]
    }
    case 'double':
      return [{ kind: 'solid', d: box(x0, y, width, 1) + box(x0, y + 2, width, strong ? 2 : 1) }]
    case 'points':
      return [{ kind: 'points-fill', d: box(x0, y, width, weight) }]
    case 'wave':
      return [{ kind: 'solid curved', d: wave(x0, x1, y, strong ? 2 : 1.2) }]
  }
}

const box = (x: number, y: number, width: number, height: number): string =>
  width > 0 && height > 0 ? `M${x} ${y}h${width}v${height}h${-width}z` : ''

/** An open point 5 px across. */
const ringAt = (x: number, y: number): string => `M${x - 2.5} ${y}a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z`

/** A frame with round corners, to be stroked. */
function frame(x: number, y: number, width: number, height: number): string {
  const [across, down] = [width - 8, height - 8]
  return `M${x + 4} ${y}h${across}q4 0 4 4v${down}q0 4 -4 4h${-across}q-4 0 -4 -4v${-down}q0 -4 4 -4z`
}
