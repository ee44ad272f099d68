import {
  annotationSetSchema,
  type AnnotationSet,
  type SetAnnotation,
  type SetDecision,
  type SetLink,
} from '../model/annotation-set'
import { faultInBlocks } from '../model/article'
import { labelOf, type Codebook } from '../model/codebook'
import { articleIdOf } from '../model/ids'
import { checkAs, type Fault } from '../model/parse'
import type { Problem } from '../model/problem'
import { failed, type Result } from '../model/result'
import { mayJoin } from '../store/decide-parts'
import { offsetMapOf, type OffsetMap } from '../text/offsets'

type Checked = Fault | Problem | null

interface KnownText {
  readonly text: string
  readonly offsets: OffsetMap
}

/** What the checks look up, made once a set. */
interface Known {
  readonly set: AnnotationSet
  /** The one in force, and those under which tags were made. */
  readonly codebooks: readonly Codebook[]
  readonly annotators: ReadonlySet<string>
  readonly articles: ReadonlyMap<string, KnownText>
  readonly annotations: ReadonlyMap<string, SetAnnotation>
}

/**
 * A value as a set, or the first thing in it that a set cannot have: beyond the schema, article ids are the hashes
 * of their texts, blocks and ranges lie in them in text order, quotes and code points agree with the offsets, labels
 * and links follow the codebook, and everything that is named by an id stands in the set. What a tag `means` may
 * stand elsewhere: in the registries of the project it came from.
 */
export function checkSet(value: unknown, file: string): Result<AnnotationSet, Problem> {
  const parsed = checkAs(annotationSetSchema, value, file)
  if (!parsed.ok) return parsed
  const fault = faultInSet(parsed.value, file)
  if (!fault) return parsed
  return failed('kind' in fault ? fault : { kind: 'bad-file', file, ...fault })
}

function faultInSet(set: AnnotationSet, file: string): Checked {
  const known: Known = {
    set,
    codebooks: [set.codebook, ...(set.codebooks ?? [])],
    annotators: new Set(set.annotators.map(({ id }) => id)),
    articles: new Map(set.articles.map(({ id, text }) => [id, { text, offsets: offsetMapOf(text) }])),
    annotations: new Map(set.annotations.map((annotation) => [annotation.id, annotation])),
  }
  return (
    firstTwice('annotators', set.annotators) ??
    firstTwice('articles', set.articles) ??
    first('articles', set.articles, (article) => faultInArticle(article)) ??
    firstTwice('annotations', set.annotations) ??
    first('annotations', set.annotations, (tag, at) => faultInTag(known, tag, at, file)) ??
    firstTwice('links', set.links, new Set(known.annotations.keys())) ??
    first('links', set.links, (link) => faultInLink(known, link)) ??
    firstTwice('decisions', set.decisions) ??
    first('decisions', set.decisions, (decision, at) => faultInDecision(known, decision, at, file)) ??
    firstTwice('answers', set.answers ?? []) ??
    first('answers', set.answers ?? [], (answer) => faultInOwner(known, answer)) ??
    firstTwice('deleted', set.deleted, new Set(recordsIn(set).map(({ id }) => id))) ??
    first('deleted', set.deleted, (record) => faultInOwner(known, record)) ??
    faultInRegistries(known)
  )
}

/** The first fault in a list; `where` of a `Fault` is completed to the place in the set. */
function first<T>(list: string, items: readonly T[], fault: (item: T, at: string) => Checked): Checked {
  for (const [i, item] of items.entries()) {
    const at = `${list}[${i}]`
    const found = fault(item, at)
    if (found) return 'kind' in found ? found : { ...found, where: `${at}.${found.where}` }
  }
  return null
}

function firstTwice(
  list: string,
  items: readonly { readonly id: string }[],
  seen = new Set<string>(),
): Fault | null {
  for (const [i, { id }] of items.entries()) {
    if (seen.has(id)) return { where: `${list}[${i}].id`, expected: 'an id that nothing before it has' }
    seen.add(id)
  }
  return null
}

function faultInArticle(article: AnnotationSet['articles'][number]): Fault | null {
  if (article.id !== articleIdOf(article.text))
    return { where: 'id', expected: `the id of its text, “${articleIdOf(article.text)}”,` }
  return faultInBlocks({ ...article, format: 'parley/article', schema: 1 })
}

function faultInTag(known: Known, tag: SetAnnotation, at: string, file: string): Checked {
  const article = known.articles.get(tag.articleId)
  if (!article) return { where: 'articleId', expected: 'the id of an article of the set' }
  if (!known.annotators.has(tag.annotator)) return unlisted
  if (!known.codebooks.some((codebook) => labelOf(codebook, tag.label)))
    return { where: 'label', expected: labelsOf(known.set.codebook.labels) }

  return faultInTarget(article, tag.target, { at, file, under: '' })
}

/** `at` is the place of what the ranges belong to, and `under` what comes after it before them. */
function faultInTarget(
  article: KnownText,
  target: SetAnnotation['target'],
  { at, file, under }: { readonly at: string; readonly file: string; readonly under: string },
): Checked {
  let before = 0
  for (const [i, range] of target.entries()) {
    const place = `${under}target[${i}]`
    if (range.start < before || range.end <= range.start || range.end > article.text.length)
      return { where: place, expected: 'a range inside the text, after the one before it' }
    const found = article.text.slice(range.start, range.end)
    if (found !== range.quote)
      return { kind: 'quote-differs', file, where: `${at}.${place}.quote`, expected: range.quote, found }
    const { start, end } = article.offsets.toCodePoints(range)
    const units = article.offsets.toCodeUnits({ start, end })
    if (units.start !== range.start || units.end !== range.end)
      return { where: place, expected: 'a range that cuts no character in two' }
    if (start !== range.startCodePoint) return { where: `${place}.startCodePoint`, expected: String(start) }
    if (end !== range.endCodePoint) return { where: `${place}.endCodePoint`, expected: String(end) }
    before = range.end
  }
  return null
}

function faultInLink(known: Known, link: SetLink): Fault | null {
  if (!known.articles.has(link.articleId))
    return { where: 'articleId', expected: 'the id of an article of the set' }
  if (!known.annotators.has(link.annotator)) return unlisted
  for (const end of ['from', 'to'] as const) {
    const tag = known.annotations.get(link[end])
    if (tag?.annotator !== link.annotator || tag.articleId !== link.articleId)
      return { where: end, expected: 'the id of a tag of the same annotator on the same article' }
  }
  if (!known.codebooks.some(({ linkTypes }) => linkTypes.some(({ id }) => id === link.type)))
    return { where: 'type', expected: 'a link type of the codebook' }
  const labelAt = (id: string) => known.annotations.get(id)?.label
  const [from, to] = [labelAt(link.from), labelAt(link.to)]
  return link.from !== link.to && known.codebooks.some((codebook) => mayJoin(codebook, link.type, from, to))
    ? null
    : { where: 'type', expected: `a link type that may join these two tags, which “${link.type}” may not,` }
}

const recordsIn = (set: AnnotationSet) => [
  ...set.annotations,
  ...set.links,
  ...set.decisions,
  ...(set.answers ?? []),
]

/** What is decided on may stand elsewhere; words that a reading stands on are those of the text. */
function faultInDecision(known: Known, decision: SetDecision, at: string, file: string): Checked {
  const article = known.articles.get(decision.articleId)
  if (!article || !known.annotators.has(decision.annotator)) return faultInOwner(known, decision)
  for (const [i, { target }] of decision.readings.entries()) {
    const fault = faultInTarget(article, target, { at, file, under: `readings[${i}].` })
    if (fault) return fault
  }
  return null
}

function faultInOwner(
  known: Known,
  { articleId, annotator }: { readonly articleId: string; readonly annotator: string },
): Fault | null {
  if (!known.articles.has(articleId))
    return { where: 'articleId', expected: 'the id of an article of the set' }
  return known.annotators.has(annotator) ? null : unlisted
}

/** Several people may each have a version of one entry, so only the pair of annotator and id is told once. */
function faultInRegistries(known: Known): Checked {
  for (const list of ['actors', 'issues', 'positions'] as const) {
    const records: readonly { readonly id: string; readonly annotator: string }[] = known.set[list]
    const versions = records.map(({ id, annotator }) => ({ id: `${annotator} ${id}` }))
    const fault =
      firstTwice(list, versions) ??
      first(list, records, ({ annotator }) => (known.annotators.has(annotator) ? null : unlisted))
    if (fault) return fault
  }
  const { inForce, deletedEntries = [], codebook } = known.set
  if (inForce && !known.annotators.has(inForce.annotator))
    return { where: 'inForce.annotator', expected: unlisted.expected }
  if (inForce && inForce.codebook !== codebook.id)
    return { where: 'inForce.codebook', expected: 'the id of the codebook of the set' }
  return (
    firstTwice('codebooks', known.codebooks) ??
    first('deletedEntries', deletedEntries, ({ annotator }) =>
      known.annotators.has(annotator) ? null : unlisted,
    )
  )
}

const unlisted: Fault = { where: 'annotator', expected: 'an annotator that the set lists' }

/** "a label of the codebook (actor, position, claim)". */
const labelsOf = (labels: readonly { readonly id: string }[]): string =>
  `a label of the codebook (${labels.map(({ id }) => id).join(', ')})`
