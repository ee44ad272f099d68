import type { Codebook } from '../../../data/model/codebook'
import { labelInForce } from '../../../data/model/labels-in-force'
import type { Annotation, Link, WorkRecord } from '../../../data/model/records'
import type { Decision, Reading } from '../../../data/model/review-records'
import { differenceKinds, type Comparison, type Group, type TagGroup } from '../../../data/review/comparison'
import { printOf } from '../../../data/review/print'
import type { Registry } from '../../../data/model/registry'
import type { ChosenAgainst, DifferenceFilter, Standing } from '../review-ui'

/** A tag or link, and whose it is. */
export interface Owned {
  readonly annotator: string
  readonly record: Annotation | Link
}

/** A decision and the reviewer who made it. */
export interface Decided {
  readonly by: string
  readonly decision: Decision
}

/** Why something that was decided is open again: a tag is another now, or somebody has tagged the words since. */
export type Again = 'changed' | 'joined'

/** Tags or links of several people that are matched with each other, and what became of them: a row of the list. */
export interface Difference {
  readonly key: string
  readonly article: string
  readonly group: Group
  /** Its place among those of its article that differ, from 1; 0 where all have the same. */
  readonly number: number
  /** What there is of the group, in the order of the sides. */
  readonly owned: readonly Owned[]
  readonly standing: Standing
  /** The latest of each reviewer, the one that counts first. */
  readonly decided: readonly Decided[]
  readonly again: Again | null
  /** Reviewers have decided otherwise than the one that counts. */
  readonly isClash: boolean
}

/** Decisions by the records that they are on, those that count more first: the later, or of two at once the greater id. */
export type DecisionsOn = ReadonlyMap<string, readonly Decided[]>

const onKey = (annotator: string, id: string): string => `${annotator} ${id}`

/** Everybody's decisions on an article. */
export function decisionsOn(
  sets: Iterable<{ annotator: string; records: Iterable<WorkRecord> }>,
): DecisionsOn {
  const all: Decided[] = []
  for (const { annotator: by, records } of sets)
    for (const record of records) if (record.is === 'decision') all.push({ by, decision: record })
  all.sort((a, b) => (rankOf(a) < rankOf(b) ? 1 : -1))
  const found = new Map<string, Decided[]>()
  for (const each of all)
    for (const { annotator, id } of each.decision.on) {
      const key = onKey(annotator, id)
      const there = found.get(key)
      if (there) there.push(each)
      else found.set(key, [each])
    }
  return found
}

const rankOf = ({ decision: { modified, id } }: Decided): string => `${modified} ${id}`

/** All groups of a comparison, in text order, those that differ numbered, with what was decided on them. */
export function differencesIn(comparison: Comparison, decisions: DecisionsOn): readonly Difference[] {
  let number = 0
  return inTextOrder(comparison).map((group) =>
    differenceOf(comparison, group, group.kinds.length > 0 ? ++number : 0, decisions),
  )
}

/** The differences of `after`, with the very objects of `before` wherever they say the same, so that nothing else is drawn again. */
export function keptWhereSame(
  before: readonly Difference[],
  after: readonly Difference[],
): readonly Difference[] {
  const known = new Map(before.map((each) => [each.key, each]))
  return after.map((each) => {
    const was = known.get(each.key)
    return was && isSameDifference(was, each) ? was : each
  })
}

const isSameDifference = (a: Difference, b: Difference): boolean =>
  a.group === b.group &&
  a.number === b.number &&
  a.standing === b.standing &&
  a.again === b.again &&
  a.isClash === b.isClash &&
  a.decided.length === b.decided.length &&
  a.decided.every(({ decision }, i) => decision === b.decided[i]!.decision)

/** Tags before the links that lead from the same words. */
function inTextOrder({ tags, links }: Comparison): readonly Group[] {
  if (links.length === 0) return tags
  return [...tags, ...links].toSorted(
    (a, b) => a.start - b.start || (a.is === b.is ? b.end - a.end : a.is === 'tags' ? -1 : 1),
  )
}

function differenceOf(
  { article, sides }: Comparison,
  group: Group,
  number: number,
  decisions: DecisionsOn,
): Difference {
  const made: readonly (Annotation | Link | null)[] = group.is === 'tags' ? group.tags : group.links
  const owned = made.flatMap((record, side): Owned[] => (record ? [{ annotator: sides[side]!, record }] : []))
  const on = owned.map(({ annotator, record }) => decisions.get(onKey(annotator, record.id)) ?? none)
  const known = on.flat()
  const base = { key: group.key, article, group, number, owned }
  const untouched = group.kinds.length > 0 ? 'open' : 'alike'
  if (known.length === 0) return { ...base, standing: untouched, decided: none, again: null, isClash: false }
  const again = againOf(owned, on)
  const decided = latestOfEach(known)
  return {
    ...base,
    standing: again === null ? 'decided' : untouched,
    decided,
    again: untouched === 'open' ? again : null,
    isClash: decided.some((other) => !isSameVerdict(other.decision, decided[0]!.decision)),
  }
}

const none: readonly Decided[] = []

function againOf(owned: readonly Owned[], on: readonly (readonly Decided[])[]): Again | null {
  let again: Again | null = null
  for (const [i, { annotator, record }] of owned.entries()) {
    const [counts] = on[i]!
    if (!counts) again ??= 'joined'
    else if (!isAsDecided(annotator, record, counts.decision)) return 'changed'
  }
  return again
}

const prints = new WeakMap<Annotation | Link, string>()

/** `printOf`, once for each record. */
function printed(record: Annotation | Link): string {
  const known = prints.get(record) ?? printOf(record)
  prints.set(record, known)
  return known
}

/** Whether a record is as it was when it was decided on, or has become what was decided. */
function isAsDecided(
  annotator: string,
  record: Annotation | Link,
  { on, readings, links }: Decision,
): boolean {
  const print = printed(record)
  if (on.some((each) => each.id === record.id && each.annotator === annotator && each.as === print))
    return true
  if (record.is === 'link')
    return links.some(
      ({ type, from, to }) => type === record.type && from.id === record.from && to.id === record.to,
    )
  return readings.some((reading) => printOf({ ...record, ...reading }) === print)
}

function latestOfEach(known: readonly Decided[]): readonly Decided[] {
  const seen = new Set<string>()
  return known
    .toSorted((a, b) => (rankOf(a) < rankOf(b) ? 1 : -1))
    .filter(({ by }) => !seen.has(by) && seen.add(by))
}

/** Whether two decisions come to the same, whatever their reasons and notes. */
export const isSameVerdict = (a: Decision, b: Decision): boolean => verdictOf(a) === verdictOf(b)

const verdictOf = ({ action, on, readings, links }: Decision): string =>
  JSON.stringify([
    action === 'merge' ? 'change' : action,
    action === 'accept' || action === 'reject' ? on.map(({ id }) => id).toSorted() : null,
    readings.map(({ label, target, attributes, means, weight }) => [
      label,
      target.map(({ start, end }) => [start, end]),
      Object.entries(attributes).toSorted(([x], [y]) => (x < y ? -1 : 1)),
      means,
      weight ?? null,
    ]),
    links.map(({ type, from, to }) => [type, from.id, to.id]),
  ])

/** Whose reading a decision took: the place of that side; `null` when it is nobody's. */
export function sideTaken(
  { group, owned }: Difference,
  { action, on, readings, links }: Decision,
): number | null {
  const made: readonly (Annotation | Link | null)[] = group.is === 'tags' ? group.tags : group.links
  if (action === 'accept') {
    const taken = owned.filter(({ record }) => on.some(({ id }) => id === record.id))
    return taken.length === 1 ? made.indexOf(taken[0]!.record) : null
  }
  if (action !== 'change') return null
  const place = made.findIndex((record) =>
    record === null
      ? false
      : record.is === 'link'
        ? links.some((link) => isLinkOf(record, link))
        : readings.some((reading) => isReadingOf(record, reading)),
  )
  return place < 0 ? null : place
}

const isLinkOf = (link: Link, { type, from, to }: Decision['links'][number]): boolean =>
  link.type === type && link.from === from.id && link.to === to.id

export const isReadingOf = (tag: Annotation, reading: Reading): boolean =>
  printOf({ ...tag, ...reading }) === printed(tag)

/** The tags of a group, whichever of the sides has one. */
export const tagsOf = ({ tags }: Pick<TagGroup, 'tags'>): readonly Annotation[] =>
  tags.filter((tag) => tag !== null)

/** Whether a reviewer would decide on a tag of their own. */
export const isOwn = ({ owned }: Difference, me: string): boolean =>
  owned.some(({ annotator }) => annotator === me)

export const orders = ['text', 'kind'] as const
export type Order = (typeof orders)[number]

/** In text order, or those of one kind together, in text order among themselves. */
export function ordered(all: readonly Difference[], order: Order): readonly Difference[] {
  if (order === 'text') return all
  const rank = ({ group }: Difference) => differenceKinds.indexOf(group.kinds[0]!) >>> 0
  return all.toSorted((a, b) => rank(a) - rank(b))
}

/** What a filter knows of the article: which of the sides are asked about, and what counts as which label. */
export interface Terms {
  readonly sides: readonly string[]
  readonly codebook: Codebook
  readonly registry: Registry
}

/** Those that a filter lets through. Without standings it lets everything through that differs or was decided on. */
export function filtered(
  all: readonly Difference[],
  filter: DifferenceFilter,
  terms: Terms,
): readonly Difference[] {
  return all.filter((each) => passes(each, filter, terms))
}

function passes(each: Difference, filter: DifferenceFilter, terms: Terms): boolean {
  const { sides, codebook } = terms
  const { group, owned, standing } = each
  const { of, labels, kinds, attributes, standings, chosen, keys } = filter
  if (keys) return keys.includes(each.key)
  const among = standings ?? (chosen ? null : usual)
  if (among && !among.includes(standing)) return false
  if (of && !of.some((annotator) => concerns(each, annotator, sides))) return false
  if (kinds && !group.kinds.some((kind) => kinds.includes(kind))) return false
  if (attributes && !(group.is === 'tags' && group.attributes.some((id) => attributes.includes(id))))
    return false
  if (labels) {
    const isAmong = ({ record }: Owned) =>
      record.is === 'annotation' && labels.includes(labelInForce(codebook, record.label))
    if (!owned.some(isAmong)) return false
  }
  return !chosen || (group.is === 'tags' && isChosen(group, chosen, terms))
}

const usual: readonly Standing[] = ['open', 'decided']

/** Whether somebody has a tag there that another has otherwise, or lacks one that another has. */
function concerns({ group }: Difference, annotator: string, sides: readonly string[]): boolean {
  const at = sides.indexOf(annotator)
  if (at < 0) return false
  const made: readonly unknown[] = group.is === 'tags' ? group.tags : group.links
  return made[at] !== null || group.kinds.includes('missed')
}

/** Whether of any two people the earlier chose the one, and the later the other. */
function isChosen(
  { tags }: TagGroup,
  { of, values: [first, second] }: ChosenAgainst,
  { codebook, registry }: Terms,
): boolean {
  const valueOf = (tag: Annotation | null): string | null => {
    if (!tag) return null
    if (of === 'label') return labelInForce(codebook, tag.label)
    if (of === 'actor' || of === 'position') return tag.means === null ? null : registry.countsAs(tag.means)
    const value = tag.attributes[of]
    return value === undefined ? null : String(value)
  }
  const values = tags.map(valueOf)
  return values.some((value, i) => value === first && values.slice(i + 1).includes(second))
}

/** The next or the one before among those that pass, from a key on; round the end to the beginning. `null`: there is none. */
export function nextFrom(
  all: readonly Difference[],
  from: string | null,
  step: 1 | -1,
  passes: (each: Difference) => boolean,
): Difference | null {
  const at = all.findIndex(({ key }) => key === from)
  const begin = at < 0 ? (step === 1 ? -1 : 0) : at
  for (let i = 1; i <= all.length; i++) {
    const each = all[(((begin + step * i) % all.length) + all.length) % all.length]!
    if (passes(each) && each.key !== from) return each
  }
  return null
}
