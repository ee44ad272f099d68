import type { AnnotationSet } from '../model/annotation-set'
import { parseJson, type Fault } from '../model/parse'
import type { Problem } from '../model/problem'
import { failed, ok, type Result } from '../model/result'
import type { Span } from '../model/span'
import { checkSet } from './check-set'
import type { KnownArticles } from './format'
import { ArticleFinder, type FoundArticle } from './w3c-articles'
import { headerOf, type Header } from './w3c-header'
import { itemsIn, type Item } from './w3c-items'
import { iriOf, isObject, listOf, under, type Json } from './w3c-json'
import { annotatorOf, type Annotator } from './w3c-people'
import { selectedBy, spanAt, spanOf, unitOf, type Selected, type Unit } from './w3c-place'
import {
  contentOf,
  isLink,
  linkTypeOf,
  ownLabel,
  ownRange,
  rangesOf,
  recordIdOf,
  timesOf,
} from './w3c-records'
import { extraParts, headerParts } from './w3c-terms'

/** A file while it is read. */
interface Reading {
  readonly file: string
  readonly whole: Json | null
  readonly header: Header
}

/** A tag with what its targets select, before anything is looked for in the text. */
interface Placed extends Item {
  readonly found: FoundArticle
  readonly parts: readonly { readonly selected: Selected; readonly at: string }[]
}

/** A record of the set to be, not checked yet, and where it came from. */
interface Drafted {
  readonly record: Json
  readonly iri: string | null
  readonly id: string
  readonly by: Annotator
  readonly at: string
  /** Where each of its targets stands; a link has none. */
  readonly targets: readonly string[]
}

/**
 * Reads Web Annotations of any tool: our own files back as the set they were written from, others' under the built-in
 * codebook, positions counted in whichever unit their quotes agree with. Every annotation must name one label and
 * stand on words of one known article; if one does not, the Problem says which, and nothing is read.
 */
export async function readW3c(
  { name: file, text }: { readonly name: string; readonly text: string },
  known: KnownArticles,
): Promise<Result<AnnotationSet, Problem>> {
  const json = parseJson(text)
  if (!json.ok) return failed(inFile(file, json.error))
  const items = itemsIn(json.value)
  if (!items.ok) return failed(inFile(file, items.error))
  const header = headerOf(items.value.whole, file)
  if (!header.ok) return header
  const reading: Reading = { file, whole: items.value.whole, header: header.value }

  const iris = new Set(items.value.items.map(({ item }) => iriOf(item)))
  const links = items.value.items.filter(({ item }) => isLink(item, (iri) => iris.has(iri)))
  const linking = new Set(links)
  const finder = new ArticleFinder(file, known, header.value.articles)
  const placed: Placed[] = []
  for (const item of items.value.items.filter((each) => !linking.has(each))) {
    const one = await place(item, finder, file)
    if (!one.ok) return one
    placed.push(one.value)
  }
  const unit = unitOf(
    placed
      .filter(({ item }) => ownLabel(item) === null)
      .flatMap(({ found, parts }) => parts.map(({ selected }) => ({ selected, text: found }))),
  )

  const tags: Drafted[] = []
  for (const each of placed) {
    const tag = draftTag(each, unit, reading)
    if (!tag.ok) return tag
    tags.push(tag.value)
  }
  const drafted = draftLinks(links, tags, reading)
  if (!drafted.ok) return failed(inFile(file, drafted.error))
  return checkDraft(tags, drafted.value, finder, reading)
}

const inFile = (file: string, fault: Fault): Problem => ({ kind: 'bad-file', file, ...fault })

/** Finds the article of an annotation's targets, and reads what they select. */
async function place(
  { item, at }: Item,
  finder: ArticleFinder,
  file: string,
): Promise<Result<Placed, Problem>> {
  const targets = listOf(item['target']).flatMap((target) =>
    isObject(target) && Array.isArray(target['items']) ? target['items'] : [target],
  )
  const parts: Placed['parts'][number][] = []
  let article: FoundArticle | null = null
  for (const [i, target] of targets.entries()) {
    const where = under(at, Array.isArray(item['target']) ? `target[${i}]` : 'target')
    if (!isObject(target))
      return failed(inFile(file, { where, expected: 'words of an article, by a source and a selector,' }))
    const selected = selectedBy(target, where)
    if (!selected.ok) return failed(inFile(file, selected.error))
    const found: Result<FoundArticle, Problem> = await finder.find(target['source'], under(where, 'source'))
    if (!found.ok) return found
    if (article && article !== found.value)
      return failed(inFile(file, { where, expected: 'the same article as in the target before' }))
    article = found.value
    parts.push({ selected: selected.value, at: where })
  }
  if (!article) return failed(inFile(file, { where: under(at, 'target'), expected: 'a target' }))
  return ok({ item, at, found: article, parts })
}

function draftTag(placed: Placed, unit: Unit, reading: Reading): Result<Drafted, Problem> {
  const { item, at, found } = placed
  const { file, header, whole } = reading
  const content = contentOf(item, at, header.codebook)
  if (!content.ok) return failed(inFile(file, content.error))
  const times = timesOf(item, at, whole)
  if (!times.ok) return failed(inFile(file, times.error))
  const target = targetOf(placed, unit, file)
  if (!target.ok) return target

  const by = annotatorOf(item, whole)
  const id = recordIdOf(item)
  const record = {
    id,
    ...times.value,
    articleId: found.article.id,
    annotator: by.id,
    ...content.value,
    target: target.value,
    attributes: item['parley:attributes'] ?? {},
    codebook: item['parley:codebookRevision'] ?? header.codebook.id,
    ...revOf(item),
  }
  return ok({ record, iri: iriOf(item), id, by, at, targets: placed.parts.map((part) => part.at) })
}

const revOf = (item: Json) => ({
  ...('parley:rev' in item && { rev: item['parley:rev'] }),
  ...('parley:provenance' in item && { provenance: item['parley:provenance'] }),
})

function targetOf({ item, found, parts }: Placed, unit: Unit, file: string): Result<unknown[], Problem> {
  const own = ownLabel(item) === null ? [] : parts.flatMap(({ selected }) => ownRange(selected, found) ?? [])
  if (own.length === parts.length) return ok(own)

  const spans: Span[] = []
  for (const { selected, at } of parts) {
    const span = spanOf(selected, found, unit)
    if (!span) return failed(nowhere(selected, found, unit, file, at))
    spans.push(span)
  }
  return ok(rangesOf(spans, found))
}

function nowhere(
  { quote, position }: Selected,
  found: FoundArticle,
  unit: Unit,
  file: string,
  at: string,
): Problem {
  const where = under(at, 'selector')
  const there = position && spanAt(position, unit, found)
  if (quote && there)
    return {
      kind: 'quote-differs',
      file,
      where,
      expected: quote.exact,
      found: found.text.slice(there.start, there.end),
    }
  const expected = quote
    ? `a quote that the text has in one place only, unlike “${quote.exact}”,`
    : 'a position inside the text'
  return inFile(file, { where, expected })
}

function draftLinks(
  links: readonly Item[],
  tags: readonly Drafted[],
  reading: Reading,
): Result<Drafted[], Fault> {
  const byIri = new Map(tags.map((tag) => [tag.iri, tag]))
  const endIn = (value: unknown) => listOf(value).flatMap((each) => byIri.get(iriOf(each)) ?? [])
  const drafted: Drafted[] = []
  for (const { item, at } of links) {
    const [[from], [to]] = [endIn(item['target']), endIn(item['body'])]
    const type = linkTypeOf(item, reading.header.codebook)
    const expected = 'the id of an annotation of this file'
    if (!from) return failed({ where: under(at, 'target'), expected })
    if (!to) return failed({ where: under(at, 'body'), expected })
    if (type === null) return failed({ where: under(at, 'body'), expected: 'a tag that names a link type' })
    const times = timesOf(item, at, reading.whole)
    if (!times.ok) return times
    const by = 'creator' in item ? annotatorOf(item, reading.whole) : from.by
    const id = recordIdOf(item)
    const ends = { articleId: from.record['articleId'], type, from: from.id, to: to.id }
    const record = { id, ...times.value, annotator: by.id, ...ends, ...revOf(item) }
    drafted.push({ record, iri: iriOf(item), id, by, at, targets: [] })
  }
  return ok(drafted)
}

/** The whole as a set, checked as our own are; a fault is told at its place in the file that was read. */
function checkDraft(
  tags: readonly Drafted[],
  links: readonly Drafted[],
  finder: ArticleFinder,
  { file, header }: Reading,
): Result<AnnotationSet, Problem> {
  const listed = new Set(header.annotators.map(({ id }) => id))
  const strangers = new Map([...tags, ...links].flatMap(({ by }) => (listed.has(by.id) ? [] : [[by.id, by]])))
  const checked = checkSet(
    {
      format: 'parley/annotation-set',
      schema: 1,
      offsets: 'utf-16-code-units',
      ...header,
      annotators: [...header.annotators, ...strangers.values()],
      articles: finder.articles,
      annotations: tags.map(({ record }) => record),
      links: links.map(({ record }) => record),
    },
    file,
  )
  if (checked.ok || !('where' in checked.error)) return checked
  const drafts = { annotations: tags, links }
  return failed({ ...checked.error, where: placeInFile(checked.error.where, drafts) })
}

/** `annotations[3].target[0]` of the set as `first.items[3].target[0]`, `articles[0].id` as `parley:articles[0].id`. */
function placeInFile(
  where: string,
  drafts: { readonly annotations: readonly Drafted[]; readonly links: readonly Drafted[] },
): string {
  const [, list, index, rest = ''] = /^(annotations|links)\[(\d+)\]\.?(.*)$/.exec(where) ?? []
  if (list === 'annotations' || list === 'links') {
    const { at, targets } = drafts[list][Number(index)]!
    const target = /^target\[(\d+)\]/.exec(rest)?.[1]
    if (target !== undefined) return under(targets[Number(target)] ?? under(at, 'target'), 'selector')
    return rest === '' ? at : under(at, termOf[rest] ?? rest.replace(/^attributes/, 'parley:attributes'))
  }
  return [...headerParts, ...extraParts].some((part) => where.startsWith(part)) ? `parley:${where}` : where
}

/** Where the file has what the set calls otherwise. */
const termOf: Readonly<Record<string, string>> = {
  label: 'parley:label',
  codebook: 'parley:codebookRevision',
  rev: 'parley:rev',
  provenance: 'parley:provenance',
  annotator: 'creator',
  from: 'target',
  to: 'body',
  type: 'parley:linkType',
}
