import type { Joiner } from '../group'
import type { Matching } from '../matching'
import { MISSING } from '../measures/coincidences'
import { FLAGGED, type SideWork } from './article-work'
import type { Tallies } from './slice-tallies'
import type { ChoiceTally } from './tallies'
import type { Vocabulary } from './vocabulary'
import { NO_WEEK } from './week'

/** Where what is chosen is counted. */
export interface ChoicesInto {
  /** The article alone. */
  readonly now: Tallies
  /** By label, the choices for tags that have it. */
  readonly ofLabel: readonly (readonly ChoiceTally[])[]
  readonly inWeek: (week: number) => Tallies
}

/** Of all annotators at once: each group of matched tags is one thing, for which each has what their tag has. */
export function takeGroups(
  sides: readonly SideWork[],
  matchings: readonly Matching[],
  joiner: Joiner,
  { choices }: Vocabulary,
  { now, ofLabel, inWeek }: ChoicesInto,
): void {
  const groups = joiner.join(
    sides.map(({ placed }) => placed),
    matchings,
  )
  const ratings = new Int32Array(sides.length)
  const seen: number[] = []
  for (const group of groups) {
    let tags = 0
    let week = NO_WEEK
    let chosen = 0
    seen.length = 0
    for (let side = 0; side < sides.length; side++) {
      const tag = group[side]!
      if (tag === -1) continue
      const work = sides[side]!
      tags++
      week = Math.max(week, work.week[tag]!)
      chosen |= work.chosen[tag]!
      const label = work.placed.label[tag]!
      if (!seen.includes(label)) seen.push(label)
    }
    if (tags < 2) continue
    const weekly = week === NO_WEEK ? null : inWeek(week)
    for (let layer = 0; layer < choices.length; layer++) {
      if (layer < FLAGGED && (chosen & (1 << layer)) === 0) continue
      if (fill(ratings, group, sides, layer, null) === 0) continue
      now.choices[layer]!.rate(ratings)
      weekly?.choices[layer]!.rate(ratings)
      if (layer === 0) continue
      for (const label of seen) {
        if (seen.length > 1 && fill(ratings, group, sides, layer, label) === 0) continue
        ofLabel[label]![layer]!.rate(ratings)
      }
    }
  }
}

/** What each side's tag in a group has in a layer; with `label`, only tags that have it. Gives how many have something. */
function fill(
  ratings: Int32Array,
  group: Int32Array,
  sides: readonly SideWork[],
  layer: number,
  label: number | null,
): number {
  let values = 0
  for (let side = 0; side < sides.length; side++) {
    const tag = group[side]!
    const { choices, layers, placed } = sides[side]!
    const isAsked = tag !== -1 && (label === null || placed.label[tag] === label)
    const value = isAsked ? choices[tag * layers + layer]! : MISSING
    ratings[side] = value
    if (value !== MISSING) values++
  }
  return values
}
