import type { LaidLine, LaidStroke } from './lay-lines'
import type { DrawnTag } from './tag-index'
import type { TypeSize } from './type-size'

/** How a tag stands out from those around it, the least first. */
export type Look = 'rest' | 'linked' | 'pointed' | 'selected'

/** One path of the drawing: everything that looks alike in a paragraph. */
export interface Mark {
  readonly className: string
  readonly d: string
}

/** How far a line runs into the margin where its tag goes on. */
const OVERHANG = 6
/** The hook at the true end of a bracket. */
const HOOK = 4

/**
 * The drawing of a paragraph's tags, as few paths as there are looks: tints first, which lie behind, then lines.
 * Only filled shapes, since dashed strokes are what a software rasteriser is slow at.
 */
export function marksOf(
  lines: readonly LaidLine[],
  lookOf: (tag: DrawnTag) => Look,
  { size }: TypeSize,
): Mark[] {
  const tints = new Map<string, string>()
  const paths = new Map<string, string>()
  const add = (to: Map<string, string>, className: string, d: string) =>
    to.set(className, (to.get(className) ?? '') + d)
  const rise = Math.round(0.735 * size)

  for (const { base, strokes } of lines)
    for (const stroke of strokes) {
      const look = lookOf(stroke.tag)
      const { hue } = stroke.tag.label
      const [x0, x1] = edgesOf(stroke)
      if (look !== 'rest' && !stroke.gap) {
        const above = stroke.tag.side === 'above'
        const top = above ? stroke.y + 2 : base - rise - 2
        const foot = above || look === 'linked' ? base + 4 : stroke.y
        add(tints, `tint hue-${hue} ${look}`, box(x0 - 2, top, x1 - x0 + 4, foot - top))
      }
      for (const { kind, d } of lineOf(stroke, x0, x1, look === 'selected'))
        add(paths, `line ${stroke.folded ? 'hue-other' : `hue-${hue}`} ${kind}`, d)
      if (stroke.first && stroke.tag.unsure) add(paths, `line unsure hue-${hue}`, ring(x0 + 1, stroke.y + 1))
    }
  return [...tints, ...paths].map(([className, d]) => ({ className, d }))
}

function edgesOf({ x0, x1, starts, ends, gap }: LaidStroke): [number, number] {
  const over = gap ? 0 : OVERHANG
  const left = Math.round(x0) - (starts ? 0 : over)
  const right = Math.round(x1) + (ends ? 0 : over)
  return [left, Math.max(right, left + 2)]
}

/** The line itself: `solid` shapes, or those that a pattern fills. */
function lineOf(
  { tag, y, starts, ends, gap, folded }: LaidStroke,
  x0: number,
  x1: number,
  strong: boolean,
): { kind: string; d: string }[] {
  const width = x1 - x0
  const weight = strong ? 3 : 2
  if (gap) return [{ kind: 'points-fill', d: box(x0 + 2, y, width - 4, 1) }]
  switch (folded ? 'double' : tag.label.pattern) {
    case 'bar':
      return [{ kind: 'solid', d: box(x0, y, width, weight) }]
    case 'dashes':
      return [{ kind: 'dashes-fill', d: box(x0, y, width, weight) }]
    case 'bracket': {
      const thin = strong ? 2 : 1
      const up = tag.side === 'below'
      const line = up ? y + 2 - thin : y
      const hook = up ? line - HOOK : line
      const edges = [starts && x0, ends && x1 - thin].filter((x) => x !== false)
      return [
        {
          kind: 'solid',
          d: box(x0, line, width, thin) + edges.map((x) => box(x, hook, thin, HOOK + thin)).join(''),
        },
      ]
    }
    case 'double':
      return [{ kind: 'solid', d: box(x0, y, width, 1) + box(x0, y + 2, width, strong ? 2 : 1) }]
    case 'points':
      return [{ kind: 'points-fill', d: box(x0, y, width, weight) }]
    case 'wave':
      return [{ kind: 'wave-fill', d: box(x0, y - 1, width, weight + 1) }]
  }
}

const box = (x: number, y: number, width: number, height: number): string =>
  width > 0 && height > 0 ? `M${x} ${y}h${width}v${height}h${-width}z` : ''

/** An open point 5 px across. */
const ring = (x: number, y: number): string => `M${x - 2.5} ${y}a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z`
