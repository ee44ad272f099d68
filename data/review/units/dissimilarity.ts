/**
 * How different two units are that may be meant as the same (Mathet, Widlöcher and Métivier 2015, "The Unified and Holistic Method
 * Gamma (γ) for Inter-Annotator Agreement Measure and Alignment", Computational Linguistics 41(3), section 4.6).
 */
export interface Dissimilarity {
  /** How much it counts that they lie elsewhere. */
  readonly positional: number
  /** How much it counts that they have another value. */
  readonly categorial: number
  /** What it costs that somebody has no such unit, Δ∅; positions and values are measured against it. */
  readonly empty: number
}

export const usualDissimilarity: Dissimilarity = { positional: 1, categorial: 1, empty: 1 }

/** Units of all observers of one text, in columns: whose each is, and where and what it is. */
export interface Columns {
  readonly who: Int32Array
  readonly start: Float64Array
  readonly end: Float64Array
  readonly value: Int32Array
}

/**
 * positional × ((|difference of starts| + |difference of ends|) / (both lengths))² × Δ∅ + categorial × (0 for the same value, else 1) ×
 * Δ∅. So units that overlap by half of what they have together differ by less than Δ∅ in position, and units apart by more.
 */
export function dissimilar(units: Columns, one: number, other: number, how: Dissimilarity): number {
  const { start, end, value } = units
  const apart = Math.abs(start[one]! - start[other]!) + Math.abs(end[one]! - end[other]!)
  const lengths = end[one]! - start[one]! + end[other]! - start[other]!
  const position = (apart / lengths) ** 2
  return how.empty * (how.positional * position + (value[one] === value[other] ? 0 : how.categorial))
}
