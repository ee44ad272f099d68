import type { Slice } from '../../../data/review/figures'
import type { CoefficientName, WhyUndefined } from '../../../data/review/figures'

/** One article, week, label or pair on a plot of a layer. */
export interface Point {
  readonly of: readonly string[]
  /** `null` where the figure is not defined. */
  readonly value: number | null
  readonly why: WhyUndefined | null
  readonly interval: readonly [low: number, high: number] | null
  readonly n: number
  readonly observed: number | null
  /** Of a week: the articles whose words and stretches count in it. */
  readonly articles?: readonly string[]
}

/** The points of a layer in the order of the slices; slices that do not have the layer have none. */
export const pointsOf = (
  slices: readonly Slice[],
  layer: string,
  coefficient: CoefficientName,
): readonly Point[] =>
  slices.flatMap(({ of, layers, articles }) => {
    const there = layers.find((each) => each.layer === layer)
    const figure = there?.figures.find(({ name }) => name === coefficient)
    if (!of || !there || !figure) return []
    const { value, why } = figure.measured
    const { n, observed } = there
    return [{ of, value, why, interval: figure.interval, n, observed, ...(articles && { articles }) }]
  })

/** The place of the lowest that is defined, the first of several; `null` when there are fewer than two to tell apart. */
export function lowest(points: readonly Point[]): number | null {
  const defined = points.flatMap(({ value }, i) => (value === null ? [] : [{ value, i }]))
  if (defined.length < 2) return null
  return defined.reduce((low, point) => (point.value < low.value ? point : low)).i
}

/** Where one gets by an arrow key, Home or End among so many points; `null` for any other key. */
export function steppedTo(key: string, from: number, count: number): number | null {
  const to = {
    ArrowLeft: from - 1,
    ArrowDown: from - 1,
    ArrowRight: from + 1,
    ArrowUp: from + 1,
    Home: 0,
    End: count - 1,
  }[key]
  return to === undefined ? null : Math.min(count - 1, Math.max(0, to))
}
