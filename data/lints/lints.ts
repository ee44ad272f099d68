import type { Article } from '../model/article'
import type { Codebook } from '../model/codebook'
import type { Span } from '../model/span'
import { rolesOf, type Role } from '../record/roles'
import { WorkGraph, type TagLike, type WorkLike } from '../record/work-graph'
import { fold } from '../text/fold'
import { lintKinds, type Lint } from './lint'
import { edgesOf, taggedTwice, withoutActor, withoutValue } from './of-tags'
import { knownAmong, worthTagging, type Worth } from './of-text'

/** As much of a map as lints ask of it. */
export type Known = Pick<ReadonlyMap<string, string | null>, 'get' | 'has'>

export interface Linted {
  readonly article: Pick<Article, 'text' | 'blocks'>
  /** One person's live records on it, in any order. */
  readonly records: readonly WorkLike[]
  readonly codebook: Codebook
  /** What each name means that was tagged as an actor elsewhere, by the name as `fold` has it; `null`: tagged, and not said. */
  readonly known: Known
}

/**
 * What may be amiss in one person's tags on an article, in text order, at one place in the order of `lintKinds`. A lint
 * depends on its own tag, the links at it and the tags on the same words; what else changes, changes none. The rules
 * are MEDCON's where that codebook has them (a claim has its actor, a position its direction), else those that other
 * tools' users miss: names tagged in other articles, quotations with a reporting verb, tags made twice or cut.
 */
export function lintsOf({ article, records, codebook, known }: Linted): Lint[] {
  const graph = new WorkGraph(records, codebook)
  const tags = records.filter((record) => record.is === 'annotation')
  const worth = worthOf(article)
  const labels = rolesOf(codebook)
  const has =
    (role: Role) =>
    ({ label }: TagLike) =>
      labels.get(label) === role
  const claimLabel = codebook.labels.find(({ id, retired }) => !retired && labels.get(id) === 'claim')
  const actorLabel = codebook.labels.find(({ id, retired }) => !retired && labels.get(id) === 'actor')
  return [
    ...withoutActor(graph),
    ...tags.flatMap((tag) => withoutValue(tag, codebook, graph)),
    ...(claimLabel ? quotations(worth, tags.filter(has('claim')), claimLabel.id) : []),
    ...(actorLabel ? names(article.text, worth, tags.filter(has('actor')), actorLabel.id, known) : []),
    ...taggedTwice(tags),
    ...tags.flatMap((tag) => edgesOf(article.text, tag)),
  ].toSorted(inOrder)
}

function quotations(worth: Worth, claims: readonly TagLike[], label: string): Lint[] {
  const isTagged = within(claims)
  return worth.quotations
    .filter((span) => !isTagged(span))
    .map((span) => ({
      kind: 'quotation-without-claim',
      key: `quotation-without-claim ${span.start}-${span.end}`,
      places: [span],
      tag: null,
      about: null,
      fix: { is: 'tag', label, means: null, places: [span] },
    }))
}

/** One lint a name. */
function names(
  text: string,
  worth: Worth,
  actors: readonly TagLike[],
  label: string,
  known: Linted['known'],
): Lint[] {
  const isTagged = within(actors)
  return [...knownAmong(text, worth.names, (name) => known.has(name))].flatMap(([name, all]): Lint[] => {
    const places = all.filter((span) => !isTagged(span))
    const [first] = places
    if (!first) return []
    return [
      {
        kind: 'name-without-tag',
        key: `name-without-tag ${name}`.slice(0, 200),
        places,
        tag: null,
        about: text.slice(first.start, first.end),
        fix: { is: 'tag', label, means: known.get(name) ?? null, places },
      },
    ]
  })
}

/** Whether a span shares anything with one of these tags. */
function within(tags: readonly TagLike[]): (span: Span) => boolean {
  const ranges = tags.flatMap(({ target }) => target).toSorted((a, b) => a.start - b.start)
  const reach: number[] = []
  for (const { end } of ranges) reach.push(Math.max(end, reach.at(-1) ?? 0))
  return ({ start, end }) => {
    let [low, high] = [0, ranges.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (ranges[middle]!.start < end) low = middle + 1
      else high = middle
    }
    return low > 0 && reach[low - 1]! > start
  }
}

const inOrder = (a: Lint, b: Lint): number =>
  a.places[0]!.start - b.places[0]!.start ||
  (a.kind === b.kind ? 0 : lintKinds.indexOf(a.kind) - lintKinds.indexOf(b.kind)) ||
  (a.key < b.key ? -1 : 1)

const worths = new WeakMap<object, Worth>()

function worthOf(article: Linted['article']): Worth {
  const known = worths.get(article) ?? worthTagging(article)
  worths.set(article, known)
  return known
}

/** Names as `known` has them, of what was tagged as an actor: with capitals, so that a "he" is none. */
export function knownNames(
  tagged: Iterable<{ readonly words: string; readonly means: string | null }>,
): Map<string, string | null> {
  const known = new Map<string, string | null>()
  for (const { words, means } of tagged) {
    if (!/^\p{Lu}|\s\p{Lu}/u.test(words)) continue
    const name = fold(words)
    if (name !== '') known.set(name, known.get(name) ?? means)
  }
  return known
}
