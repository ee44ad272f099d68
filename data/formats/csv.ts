import papa from 'papaparse'
import type { AnnotationSet, SetAnnotation } from '../model/annotation-set'
import type { AttributeValue } from '../model/records'
import type { Format } from './format'
import { guardCell } from './guard-cell'

type Cell = string | number | boolean

/**
 * A table of tags, for people with spreadsheets and for R, pandas and SPSS. Only written. That of an agreed set has columns of
 * its own: by what rule the set was derived, by what a tag came in, whose tags it comes from, as `annotator:id`, who decided,
 * and which decisions, and the weight of a contested reading.
 */
export const csv: Format = {
  id: 'csv',
  title: 'Table of tags (CSV)',
  about:
    'One row a tag, for Excel, R, pandas and SPSS: UTF-8 with commas. Text cells that a spreadsheet would run as a formula start with an apostrophe.',
  extension: '.csv',
  offsets: 'both',
  loses: ['texts', 'blocks', 'registries', 'codebook', 'attribute-types', 'history'],
  write: (set) => [{ path: 'annotations.csv', text: tableOf(set) }],
  read: null,
}

/** RFC 4180: `,` and CRLF, text cells in quotes, numbers and truth values without. A list's items are joined by `; `. */
function tableOf(set: AnnotationSet): string {
  const attributes = attributesOf(set)
  const columns = columnsFor(attributes, set.agreed !== undefined)
  const rows = rowsOf(set, attributes)
  return `${papa.unparse([columns, ...rows], { newline: '\r\n', quotes: isText })}\r\n`
}

const isText = (cell: unknown) => typeof cell === 'string' && cell !== ''

const before =
  'annotation_id article_id article_title outlet published annotator_id annotator label quote start_u16 end_u16 ' +
  'start_cp end_cp ranges context_before context_after means means_issue'
const after = 'links note created modified'
const ofAgreed = 'agreed_rule agreed_by agreed_from agreed_deciders agreed_decisions agreed_weight'

/** The codebook's attributes in its order, then those that tags bring from other codebooks, by name. */
function attributesOf({ codebook, annotations }: AnnotationSet): string[] {
  const own = codebook.attributes.map(({ id }) => id)
  const others = new Set(annotations.flatMap(({ attributes }) => Object.keys(attributes)))
  return [...own, ...[...others].filter((id) => !own.includes(id)).toSorted()]
}

function columnsFor(attributes: readonly string[], isAgreed: boolean): string[] {
  const [first, last] = [before.split(' '), [...after.split(' '), ...(isAgreed ? ofAgreed.split(' ') : [])]]
  const taken = new Set([...first, ...last])
  return [...first, ...attributes.map((id) => guardCell(taken.has(id) ? `attribute_${id}` : id)), ...last]
}

function rowsOf(set: AnnotationSet, attributes: readonly string[]): Cell[][] {
  const articles = new Map(set.articles.map((article) => [article.id, article]))
  const names = new Map(set.annotators.map(({ id, name }) => [id, name]))
  const meanings = meaningsIn(set)
  const links = linksOut(set)

  return set.annotations.map((tag): Cell[] => {
    const article = articles.get(tag.articleId)
    const meaning = meanings.get(tag.means ?? '')
    const row: Cell[] = [
      tag.id,
      tag.articleId,
      article?.title ?? '',
      article?.outlet ?? '',
      article?.published ?? '',
      tag.annotator,
      names.get(tag.annotator) ?? '',
      tag.label,
      ...placeCells(tag),
      meaning?.name ?? '',
      meaning?.issue ?? '',
      ...attributes.map((id) => cellOf(tag.attributes[id])),
      (links.get(tag.id) ?? []).join('; '),
      tag.note,
      tag.created,
      tag.modified,
      ...(set.agreed ? provenanceCells(set.agreed, tag) : []),
    ]
    return row.map((cell) => (typeof cell === 'string' ? guardCell(cell) : cell))
  })
}

/** Where the tag stands: all its words, its first start and last end, and each range as `start-end` in code units. */
function placeCells({ target }: SetAnnotation): Cell[] {
  const [first, last] = [target[0]!, target.at(-1)!]
  return [
    target.map(({ quote }) => quote).join(' … '),
    first.start,
    last.end,
    first.startCodePoint,
    last.endCodePoint,
    target.map(({ start, end }) => `${start}-${end}`).join(';'),
    first.prefix,
    last.suffix,
  ]
}

/** A rule of a share is written as “majority 0.6”. */
function provenanceCells(
  { rule }: NonNullable<AnnotationSet['agreed']>,
  { provenance }: SetAnnotation,
): Cell[] {
  const { from = [], decisions = [], by = '', weight = null } = provenance ?? {}
  return [
    rule.is === 'majority' ? `majority ${rule.share}` : rule.is,
    by,
    from.map(({ annotator, id }) => `${annotator}:${id}`).join('; '),
    [...new Set(decisions.map((decision) => decision.by))].join('; '),
    decisions.map(({ id }) => id).join('; '),
    weight ?? '',
  ]
}

/** The links that start at each tag, as `type:id` of the tag they end at. */
function linksOut({ links }: AnnotationSet): ReadonlyMap<string, readonly string[]> {
  const out = new Map<string, string[]>()
  for (const { from, type, to } of links) {
    const listed = out.get(from) ?? []
    out.set(from, [...listed, `${type}:${to}`])
  }
  return out
}

/** What each entry of the registries is called; a position with the question that it answers. */
function meaningsIn({ actors, issues, positions }: AnnotationSet) {
  const questions = new Map(issues.map(({ id, question }) => [id, question]))
  return new Map([
    ...actors.map(({ id, name }) => [id, { name, issue: '' }] as const),
    ...positions.map(
      ({ id, answer, issue }) => [id, { name: answer, issue: questions.get(issue) ?? '' }] as const,
    ),
  ])
}

const cellOf = (value: AttributeValue | undefined): Cell =>
  value === undefined ? '' : Array.isArray(value) ? value.join('; ') : value
