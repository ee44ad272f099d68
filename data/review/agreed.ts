import type { Codebook } from '../model/codebook'
import type { WorkRecord } from '../model/records'
import type { Registry } from '../model/registry'
import type { Named, ReviewRules } from '../model/review-records'
import { byPlaceInText } from '../model/text-order'
import { agreedLinks } from './agreed-links'
import { staleIn, type Stale } from './another-look'
import { comparisonOf } from './compare'
import { Drafts } from './drafts'
import { byRule } from './by-rule'
import type { AgreedLink, AgreedTag } from './provenance'
import { sideOf, type Side } from './side'
import { keyOfNamed, Standing, type Clash, type Made } from './standing'
import { Terms } from './terms'

/** The id under which the agreed set stands beside those of people. Nobody has it. */
export const AGREED = 'agreed'

/** The id of an agreed set that came in from elsewhere, or from another time; `from` tells where, in 10 letters or digits. */
export const agreedFrom = (from: string): string => `${AGREED}-set-${from}`

/** Whether this is an agreed set, derived here or elsewhere. Nobody's own tags stand there. */
export const isAgreed = (annotator: string): boolean =>
  annotator === AGREED || /^agreed-set-[a-z2-7]{10}$/.test(annotator)

/** Everybody's work on an article, as the agreed set is made of it. */
export interface WorkOn {
  readonly article: string
  /** Of everybody who has tags or links there. */
  readonly sides: readonly Side[]
  /**
   * Those who tagged the article, of whom a rule counts how many have a tag alike: who has tags there or is done with it.
   * Who only reviews is none of them: somebody with decisions on it counts when done with it.
   */
  readonly taggers: readonly string[]
  readonly decisions: readonly Made[]
}

/** The agreed set on one article. It is never edited: the same work gives the same set, ids and all. */
export interface AgreedArticle {
  readonly article: string
  readonly taggers: readonly string[]
  /** In text order. */
  readonly tags: readonly AgreedTag[]
  /** In the order of their ids. */
  readonly links: readonly AgreedLink[]
  /** What changed after it was decided on. */
  readonly stale: readonly Stale[]
  readonly clashes: readonly Clash[]
  /** Groups of matched tags of which nobody has decided on any, and that no rule brings in. */
  readonly waiting: number
}

/** What everybody has on an article, as the agreed set is made of it. Its order does not matter. */
export function workOn(
  article: string,
  sets: readonly { readonly annotator: string; readonly records: readonly WorkRecord[] }[],
): WorkOn {
  const people = sets
    .filter(({ annotator }) => !isAgreed(annotator))
    .map(({ annotator, records }) => ({
      side: sideOf(annotator, records),
      isDone: records.some(({ is }) => is === 'done'),
      decisions: records.flatMap((decision) =>
        decision.is === 'decision' ? [{ by: annotator, decision }] : [],
      ),
    }))
  const hasAny = ({ tags, links }: Side) => tags.length + links.length > 0
  return {
    article,
    sides: people.map(({ side }) => side).filter(hasAny),
    taggers: people
      .filter(({ side, isDone, decisions }) => isDone || (hasAny(side) && decisions.length === 0))
      .map(({ side }) => side.annotator),
    decisions: people.flatMap(({ decisions }) => decisions),
  }
}

/** The tags and links of an agreed set as records, as if they were one more person's. */
export const recordsOf = ({ tags, links }: AgreedArticle): WorkRecord[] => [
  ...tags.map(({ tag }) => tag),
  ...links.map(({ link }) => link),
]

/**
 * What a person's tags come to by the decisions on them, and what nobody has decided on by the rule:
 *
 * - Of several decisions on a tag the latest counts. What is accepted comes in as it stands now, what is rejected does not; of the
 *   others the readings do. Tags that come to the same are one.
 * - Tags that are matched with one that was decided on wait for a decision: no rule brings them in.
 * - Others come in by the rule (`byRule`): when all who tagged the article have one alike, or so large a share of them, and
 *   more than have anything else in its place.
 * - Links come in by `agreedLinks`.
 *
 * Merged labels, actors and positions stand as what they were merged into. Notes do not go in, nor how sure an annotator was.
 */
export function agreedSet(
  work: WorkOn,
  { rule, threshold }: Pick<ReviewRules, 'rule' | 'threshold'>,
  registry: Registry,
  codebook: Codebook,
): AgreedArticle {
  const { article } = work
  const sides = work.sides.toSorted((a, b) => (a.annotator < b.annotator ? -1 : 1))
  const taggers = work.taggers.toSorted()
  const terms = new Terms({ codebook, registry })
  const standing = new Standing(work.decisions)
  const drafts = new Drafts(terms, article)
  const tags = new Map(
    sides.flatMap(({ annotator, tags: theirs }) =>
      theirs.map((tag) => [keyOfNamed({ annotator, id: tag.id }), tag] as const),
    ),
  )
  const tagOf = (named: Named) => tags.get(keyOfNamed(named))

  for (const { made, on } of standing.counting) drafts.decide(made, on, tagOf)
  const rest = sides.flatMap(({ annotator, tags: theirs }) =>
    theirs.map((tag) => ({ annotator, tag })).filter(({ tag }) => !standing.of({ annotator, id: tag.id })),
  )
  const tagging = taggers.map(
    (annotator) => sides.find((side) => side.annotator === annotator) ?? sideOf(annotator, []),
  )
  const groups = comparisonOf(article, tagging, { threshold, codebook, registry }).tags.map(({ tags: row }) =>
    row.flatMap((tag, side) => (tag ? [{ annotator: taggers[side]!, tag }] : [])),
  )
  const open = groups.filter((group) =>
    group.every(({ annotator, tag }) => !standing.of({ annotator, id: tag.id })),
  )
  for (const each of byRule(open, (tag) => drafts.keyOf(tag), taggers.length, rule))
    drafts.take(each, rule.is)
  const waiting = open.filter((group) => !group.every(({ tag }) => drafts.has(tag))).length
  for (const each of rest) drafts.join(each)

  const made = drafts.made(codebook)
  return {
    article,
    taggers,
    tags: made.tags.toSorted((a, b) => byPlaceInText(a.tag, b.tag)),
    links: agreedLinks({ article, sides, standing, rule, codebook }, made),
    stale: staleIn(sides, standing, drafts),
    clashes: standing.clashes((decision) => drafts.saying(decision)),
    waiting,
  }
}
