import {
  coefficientNames,
  defined,
  undefinedFor,
  type CoefficientName,
  type Figure,
  type LayerFigures,
  type WhyUndefined,
} from '../../../data/review/figures'

/** A figure drawn as it is read: `[0.61, 0.71, 0.8]` is .71 with its interval, `'one-value'` one that is not defined. */
export type DrawnFigure = number | WhyUndefined | readonly [low: number, value: number, high: number]

export const figure = (name: CoefficientName, drawn: DrawnFigure): Figure => {
  if (typeof drawn === 'string') return { name, measured: undefinedFor(drawn), interval: null }
  if (typeof drawn === 'number') return { name, measured: defined(drawn), interval: null }
  return { name, measured: defined(drawn[1]), interval: [drawn[0], drawn[2]] }
}

/** `layer('stance', 70, 0.84, { alpha: [0.7, 0.81, 0.9], ac2: 0.86 })`. */
export const layer = (
  name: string,
  n: number,
  observed: number | null,
  figures: Partial<Record<CoefficientName, DrawnFigure>>,
): LayerFigures => ({
  layer: name,
  n,
  observed,
  figures: coefficientNames.flatMap((each) => {
    const drawn = figures[each]
    return drawn === undefined ? [] : [figure(each, drawn)]
  }),
})
