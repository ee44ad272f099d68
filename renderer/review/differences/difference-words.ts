import type { Codebook } from '../../../data/model/codebook'
import { labelShown } from '../../../data/model/labels-in-force'
import type { Annotation } from '../../../data/model/records'
import type {
  Decision,
  DecisionAction,
  DecisionReason,
  DecisionReason as Reason,
} from '../../../data/model/review-records'
import type { DifferenceKind, Group } from '../../../data/review/comparison'
import { quoteOf } from '../../state/tags'
import { isAgreedSet, whose } from '../../ui/whose'
import { isSameVerdict, sideTaken, type Difference } from './differences'

/** How people are called in a row: by their first name, where nobody else has it. */
export type Called = (annotator: string) => string

export const kindNames: Readonly<Record<DifferenceKind, string>> = {
  missed: 'Missed by one',
  boundary: 'Boundary',
  label: 'Label',
  actor: 'Actor',
  position: 'Position',
  stance: 'Stance',
  attribute: 'Attribute',
  link: 'Link',
}

export const reasonNames: Readonly<Record<DecisionReason, string>> = {
  boundary: 'Boundary',
  'wrong-label': 'Wrong label',
  'wrong-actor': 'Wrong actor',
  'wrong-position': 'Wrong position',
  'wrong-stance': 'Wrong stance',
  'not-a-claim': 'Not a claim',
  duplicate: 'Duplicate',
  missed: 'Missed',
  'codebook-gap': 'Codebook gap',
  'ambiguous-text': 'Ambiguous text',
}

/** The reason that a difference suggests: that of its first kind that has one. */
export const presetReason = ({ group: { kinds } }: Pick<Difference, 'group'>): Reason | null => {
  for (const kind of kinds) if (reasonOf[kind]) return reasonOf[kind]
  return null
}

const reasonOf: Readonly<Record<DifferenceKind, Reason | null>> = {
  missed: 'missed',
  boundary: 'boundary',
  label: 'wrong-label',
  actor: 'wrong-actor',
  position: 'wrong-position',
  stance: 'wrong-stance',
  attribute: null,
  link: null,
}

/**
 * What is said of one without a number: all have it alike; or it is a link that not all could make, since somebody has no tag at one of
 * its ends, and differs there.
 */
export function sameInWords({ group }: Pick<Difference, 'group'>): {
  title: string
  mark: string
  said: string
} {
  const isAlike = group.is === 'tags' || !group.links.includes(null)
  return isAlike
    ? { title: 'Nothing different', mark: '=', said: 'same' }
    : { title: 'Different at its ends', mark: '–', said: 'different at its ends' }
}

/** "Only Ada", "Boundary, type", "Same": what is different, in as few words as do. */
export function kindInWords(
  { group, owned }: Pick<Difference, 'group' | 'owned'>,
  codebook: Codebook,
  called: Called,
): string {
  const words = group.kinds.flatMap((kind): string[] => {
    if (kind === 'missed') {
      const made: readonly unknown[] = group.is === 'tags' ? group.tags : group.links
      if (owned.length === 1) return [`Only ${called(owned[0]!.annotator)}`]
      return [made.length - owned.length === 1 ? 'Missed by one' : 'Missed by some']
    }
    if (kind === 'link') return [linkInWords(group, codebook)]
    if (kind === 'attribute' && group.is === 'tags')
      return group.attributes.filter((id) => id !== 'stance').map((id) => attributeName(codebook, id))
    return [kindNames[kind]]
  })
  if (words.length === 0) return group.is === 'links' ? linkInWords(group, codebook) : 'Same'
  return words.map((word, i) => (i === 0 ? word : uncapital(word))).join(', ')
}

function linkInWords(group: Group, codebook: Codebook): string {
  if (group.is === 'tags') return 'Link'
  const types = [...new Set(group.links.flatMap((link) => link?.type ?? []))]
  return `Link: ${types.map((type) => phraseOf(codebook, type)).join(' or ')}`
}

export const phraseOf = (codebook: Codebook, type: string): string =>
  codebook.linkTypes.find(({ id }) => id === type)?.phrase ?? type

export const attributeName = (codebook: Codebook, id: string): string =>
  codebook.attributes.find((attribute) => attribute.id === id)?.name ?? id

export const uncapital = (word: string): string => word.charAt(0).toLowerCase() + word.slice(1)

const done: Readonly<Record<DecisionAction, string>> = {
  accept: 'Accepted',
  reject: 'Rejected',
  change: 'Changed',
  merge: 'Merged',
  split: 'Split',
  contested: 'Contested',
}

/** "Ada's", "Rejected": what a decision made of a difference. */
export function verdictInWords(
  difference: Difference,
  decision: Decision,
  sides: readonly string[],
  called: Called,
): string {
  const taken = difference.owned.length > 1 ? sideTaken(difference, decision) : null
  const side = taken === null ? undefined : sides[taken]
  return side === undefined ? done[decision.action] : whose(called(side))
}

/** What became of a difference, or why it is open again; empty while nobody has decided. */
export function standingInWords(difference: Difference, sides: readonly string[], called: Called): string {
  const { decided, again, isClash, standing } = difference
  const [counts] = decided
  if (again === 'changed') return 'Changed since'
  if (again === 'joined') return 'Tagged since'
  if (!counts || standing !== 'decided') return ''
  const words = verdictInWords(difference, counts.decision, sides, called)
  return isClash ? `${words}, disputed` : words
}

/** What somebody decided, in words. `isTaken`: it is the reading that one of the sides has. */
interface VerdictSaid {
  readonly by: string
  readonly verdict: string
  readonly isTaken: boolean
  readonly agrees: boolean
}

/** "Ruth: Ada's. Paul: Rejected.": who decided what, where several have. */
export const verdictsInWords = (
  difference: Difference,
  sides: readonly string[],
  called: Called,
): readonly VerdictSaid[] =>
  difference.decided.map(({ by, decision }) => ({
    by,
    verdict: verdictInWords(difference, decision, sides, called),
    isTaken: difference.owned.length > 1 && sideTaken(difference, decision) !== null,
    agrees: isSameVerdict(decision, difference.decided[0]!.decision),
  }))

/** The words that a difference is about. */
export function wordsOf({ group, owned }: Pick<Difference, 'group' | 'owned'>, tagIn: TagFinder): string {
  if (group.is === 'tags') return quoteOf(group.tags.find((tag) => tag !== null)!)
  const first = owned[0]
  const link = first?.record
  if (!first || link?.is !== 'link') return ''
  const [from, to] = [tagIn(first.annotator, link.from), tagIn(first.annotator, link.to)]
  return [from, to].map((tag) => (tag ? quoteOf(tag) : '?')).join(' → ')
}

/** Somebody's tag. */
export type TagFinder = (annotator: string, id: string) => Annotation | null

/** The labels of a difference's tags, as they are in force, each once. */
export function labelsOf(
  { group, owned }: Pick<Difference, 'group' | 'owned'>,
  codebook: Codebook,
  tagIn: TagFinder,
) {
  const tags =
    group.is === 'tags'
      ? group.tags
      : owned.flatMap(({ annotator, record }) =>
          record.is === 'link' ? [tagIn(annotator, record.from), tagIn(annotator, record.to)] : [],
        )
  const labels = tags.flatMap((tag) => (tag ? (labelShown(codebook, tag.label) ?? []) : []))
  return [...new Set(labels)]
}

/**
 * How people are called among themselves: by the first word of their name, and by the whole of it where two share that.
 */
export function callPeople(people: readonly { readonly id: string; readonly name: string }[]): Called {
  const firsts = people.map(({ name }) => (isAgreedSet(name) ? name : (name.split(/\s+/u)[0] ?? name)))
  const names = new Map(
    people.map(({ id, name }, i) => {
      const first = firsts[i]!
      return [id, firsts.filter((other) => other === first).length > 1 ? name : first]
    }),
  )
  return (annotator) => names.get(annotator) ?? annotator
}
