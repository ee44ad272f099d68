import { overlapsAsked, type Agreement, type Finding } from '../agreement'
import type { Confusion } from '../figures'
import { Counts, f1 } from '../measures/counts'
import { MISSING } from '../measures/coincidences'
import { MOST_IN_TABLE } from './cells'
import { addCounts } from './pair-sums'
import type { PairCounter } from './pairs'
import type { Vocabulary } from './vocabulary'

/** What was found by whom, summed over every two of so many annotators. */
export function findingsOf(pairs: PairCounter, annotators: number): readonly Finding[] {
  return overlapsAsked.map((overlap, at) => {
    const all = new Counts()
    const only = new Float64Array(annotators)
    for (const [a, b, { found }] of pairs.everyTwo()) {
      addCounts(all.sums, found, 3 * at)
      only[a]! += found[3 * at + 1]!
      only[b]! += found[3 * at + 2]!
    }
    return { overlap, both: all.both, only: [...only], f1: f1(all) }
  })
}

/** Whose choices against whose, summed over every two annotators. */
export function confusionsOf(pairs: PairCounter, { choices }: Vocabulary): Agreement['confusions'] {
  return choices.flatMap(({ name, values }, layer) => {
    if (values.length === 0 || values.length > MOST_IN_TABLE) return []
    const { at, counts, confusion } = emptyConfusion(values)
    for (const [, , { alone }, pair] of pairs.everyTwo()) {
      for (const [one, other, times] of pairs.cells.entries(pair, layer))
        counts[at(one)]![at(other)]! += times
      if (layer > 0) continue
      for (const [label, times] of alone[0].entries()) counts[at(label)]![at(MISSING)]! += times
      for (const [label, times] of alone[1].entries()) counts[at(MISSING)]![at(label)]! += times
    }
    return [{ layer: name, confusion }]
  })
}

/** With nothing last. */
function emptyConfusion(values: readonly string[]): {
  readonly confusion: Confusion
  readonly counts: number[][]
  readonly at: (value: number) => number
} {
  const counts = Array.from({ length: values.length + 1 }, () =>
    Array.from({ length: values.length + 1 }, () => 0),
  )
  return {
    counts,
    confusion: { values: [...values, null], counts },
    at: (value) => (value === MISSING ? values.length : value),
  }
}
