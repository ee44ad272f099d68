import type { Annotation, AttributeValue } from '../../model/records'
import { labelInForce } from '../../model/labels-in-force'
import type { DecisionReason } from '../../model/review-records'
import type { RecordIndex } from '../../record/index/record-index'
import type {
  DisputeCount,
  DisputedQuery,
  DisputedReading,
  DisputedTag,
  Disputes,
  ReviewQuery,
} from '../agreement'
import { differenceKinds, type DifferenceKind, type TagGroup } from '../comparison'
import { differencesOf, isCompared, STANCE } from '../differ'
import { mondayOf, weekOf } from '../layers/week'
import { Terms } from '../terms'
import {
  decidedKey,
  decisionsThatCount,
  eachComparison,
  wordsOf,
  type ComparedGroups,
  type MadeDecision,
  type Next,
} from './project-groups'

/** One tag held against one definition: that of its label, or that of an attribute. */
interface Held {
  readonly group: TagGroup
  readonly compared: ComparedGroups
  /** The place of its annotator in the query. */
  readonly annotator: number
  readonly tag: Annotation
  readonly label: string
  readonly attribute: string | null
  readonly week: string
  /** In which ways it differs from another's, as far as that concerns the definition. */
  readonly kinds: readonly DifferenceKind[]
  /** The decision that counts, when it rejects or changes the tag. */
  readonly against: MadeDecision | null
}

/** Differences that say something about the definition of a label; the others are about an attribute's. */
const ofLabels: ReadonlySet<DifferenceKind> = new Set(['missed', 'boundary', 'label', 'actor', 'position'])

/** What a decision with this reason is about: a label, or the stance; all others are about the label. */
const isAbout = (reason: DecisionReason | null, attribute: string | null): boolean =>
  reason === 'wrong-stance' ? attribute === STANCE : attribute === null

/** How often each definition is in dispute, by person and week. `null` when it was stopped. */
export async function disputesIn(
  index: RecordIndex,
  query: ReviewQuery,
  next: Next,
): Promise<Disputes | null> {
  const { version } = index
  const counts = new Map<string, Counted>()
  const isDone = await eachHeld(index, query, next, (held) => {
    const { label, attribute, week, kinds, against } = held
    const annotator = query.annotators[held.annotator]!
    const key = `${label} ${attribute ?? ''} ${annotator} ${week}`
    const count = counts.get(key) ?? {
      label,
      attribute,
      annotator,
      week,
      compared: 0,
      disputed: 0,
      kinds: {},
      reasons: {},
    }
    counts.set(key, count)
    count.compared++
    if (kinds.length === 0 && !against) return
    count.disputed++
    for (const kind of kinds) count.kinds[kind] = (count.kinds[kind] ?? 0) + 1
    if (!against) return
    const reason = against.reason ?? 'none'
    count.reasons[reason] = (count.reasons[reason] ?? 0) + 1
  })
  if (!isDone) return null
  const inOrder = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, count]) => count)
  return { version, counts: inOrder }
}

type Counted = {
  -readonly [Key in keyof DisputeCount]: DisputeCount[Key] extends Readonly<
    Partial<Record<infer K extends string, number>>
  >
    ? Partial<Record<K, number>>
    : DisputeCount[Key]
}

/** Disputed tags; what stands around their words is added by whoever can read articles. */
export interface FoundDisputed {
  readonly version: number
  readonly rows: readonly (Omit<DisputedTag, 'before' | 'after'> & { readonly place: Place })[]
}

interface Place {
  readonly start: number
  readonly end: number
}

/** The disputed tags that a query wants: the latest week first, then in the order of articles and text. `null` when it was stopped. */
export async function disputedIn(
  index: RecordIndex,
  query: DisputedQuery,
  next: Next,
): Promise<FoundDisputed | null> {
  const { version } = index
  const rows: FoundDisputed['rows'][number][] = []
  const isDone = await eachHeld(index, query, next, (held) => {
    const { label, attribute, annotator, week, kinds, against, tag, compared } = held
    if (kinds.length === 0 && !against) return
    if (label !== query.label || attribute !== query.attribute) return
    if (query.of !== undefined && query.annotators[annotator] !== query.of) return
    if (query.week !== undefined && week !== query.week) return
    if (query.kind !== undefined && !kinds.includes(query.kind)) return
    if (query.reason !== undefined && (against ? (against.reason ?? 'none') : null) !== query.reason) return
    rows.push({
      tag: tag.id,
      article: compared.article,
      annotator: query.annotators[annotator]!,
      words: wordsOf(tag),
      place: { start: tag.target[0]!.start, end: tag.target.at(-1)!.end },
      week,
      kinds,
      readings: readingsOf(held, query),
      decision: against && {
        action: against.action,
        reason: against.reason,
        note: against.note,
        by: against.by,
      },
    })
  })
  if (!isDone) return null
  const latestFirst = rows.toSorted((a, b) => (a.week < b.week ? 1 : a.week > b.week ? -1 : 0))
  return { version, rows: latestFirst }
}

function readingsOf(
  { group, compared, attribute }: Held,
  { annotators }: ReviewQuery,
): readonly DisputedReading[] {
  return annotators.flatMap((annotator, i): DisputedReading[] => {
    const side = compared.sideOf[i]!
    if (side === -1) return []
    const tag = group.tags[side]
    if (!tag) return [{ annotator, tag: null, label: null, words: null, value: null, means: null }]
    const value: AttributeValue | null = attribute === null ? null : (tag.attributes[attribute] ?? null)
    return [{ annotator, tag: tag.id, label: tag.label, words: wordsOf(tag), value, means: tag.means }]
  })
}

/** Every tag that is compared with somebody's, once for its label and once for each of its attributes that are. */
async function eachHeld(
  index: RecordIndex,
  query: ReviewQuery,
  next: Next,
  see: (held: Held) => void,
): Promise<boolean> {
  const terms = new Terms(index)
  const { codebook } = index
  const decisions = decisionsThatCount(index)
  const attributes = codebook.attributes.filter(({ id }) => isCompared(id))
  return eachComparison(index, query, next, (compared) => {
    for (const group of compared.comparison.tags)
      for (const [annotator, side] of compared.sideOf.entries()) {
        const tag = side === -1 ? null : group.tags[side]
        if (!tag) continue
        const against = decisionAgainst(
          decisions.get(decidedKey(compared.article, query.annotators[annotator]!, tag.id)),
        )
        const others = group.tags.flatMap((other, i) => (other && i !== side ? [other] : []))
        const differences = others.map((other) => differencesOf(tag, other, terms))
        const kinds = new Set(differences.flatMap((each) => [...each.kinds]))
        if (group.kinds.includes('missed')) kinds.add('missed')
        const label = labelInForce(codebook, tag.label)
        const week = mondayOf(Math.max(0, weekOf(Math.floor(Date.parse(tag.modified) / 86_400_000))))
        const held = { group, compared, annotator, tag, label, week }
        const about = (attribute: string | null) =>
          against && isAbout(against.reason, attribute) ? against : null
        see({
          ...held,
          attribute: null,
          kinds: differenceKinds.filter((kind) => kinds.has(kind) && ofLabels.has(kind)),
          against: about(null),
        })
        for (const { id, labels } of attributes) {
          const isTold = (one: Annotation) => one.attributes[id] !== undefined
          const isSaid = others.some(
            (other) =>
              (isTold(tag) && isTold(other)) ||
              (labelInForce(codebook, other.label) === label &&
                (isTold(tag) || (labels.includes(label) && isTold(other)))),
          )
          if (!isSaid) continue
          const differs = differences.some((each) => each.attributes.has(id))
          const kind = id === STANCE ? ('stance' as const) : ('attribute' as const)
          see({ ...held, attribute: id, kinds: differs ? [kind] : [], against: about(id) })
        }
      }
  })
}

const decisionAgainst = (decision: MadeDecision | undefined): MadeDecision | null =>
  decision && decision.action !== 'accept' && decision.action !== 'contested' ? decision : null
