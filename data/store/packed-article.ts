import type { Article } from '../model/article'
import type { Annotation, Range, WorkRecord } from '../model/records'
import type { OpenArticle, TagSet } from './views'

/**
 * An article with everybody's tags as one text. Five thousand tags are a hundred thousand values, and between Electron's
 * processes each of them is copied by itself, three times; a text is copied at once. Words that stand in the article
 * do not cross a second time, and in the window the tags share them with the article's text.
 */
export type PackedArticle = string

interface Content {
  readonly article: Article
  readonly sets: readonly PackedSet[]
}

interface PackedSet {
  readonly annotator: string
  /** Labels and revisions of the codebook; each stands here once, and is a number from then on. */
  readonly names: readonly string[]
  /** What is not an ordinary tag stands here as it is. */
  readonly records: readonly (Row | WorkRecord)[]
}

/** `modified` is 0 where it is `created`; `label` and `codebook` are numbers of names; 0 stands for what is empty. */
type Row = readonly [
  id: string,
  created: string,
  modified: string | 0,
  label: number,
  codebook: number,
  attributes: Annotation['attributes'] | 0,
  note: string | 0,
  means: string | 0,
  /** Of each range: start, end, lengths of prefix and suffix. UTF-16 code units. */
  ...ranges: number[],
]

/** The same object is packed once, as long as it is there. */
export function packArticle(open: OpenArticle): PackedArticle {
  const { article, sets } = open
  const known = packed.get(open)
  if (known !== undefined) return known
  const content: Content = { article, sets: sets.map((set) => packedSet(article, set)) }
  const text = JSON.stringify(content)
  packed.set(open, text)
  return text
}

const packed = new WeakMap<OpenArticle, PackedArticle>()

/** `packed` must come from `packArticle`. */
export function unpackArticle(packed: PackedArticle): OpenArticle {
  const { article, sets }: Content = JSON.parse(packed)
  return {
    article,
    sets: sets.map(({ annotator, names, records }) => ({
      annotator,
      records: records.map((packed) => (isRow(packed) ? unpackedTag(article, names, packed) : packed)),
    })),
  }
}

const isRow = (packed: Row | WorkRecord): packed is Row => Array.isArray(packed)

function packedSet(article: Article, { annotator, records }: TagSet): PackedSet {
  const numbers = new Map<string, number>()
  const numberOf = (name: string) => {
    const number = numbers.get(name) ?? numbers.size
    numbers.set(name, number)
    return number
  }
  const packed = records.map((record) =>
    record.is === 'annotation' && isOrdinary(article, record) ? rowOf(record, numberOf) : record,
  )
  return { annotator, names: [...numbers.keys()], records: packed }
}

/** Whether all that there is in it comes back out of a row: a newer program may have written more, and words may have changed. */
const isOrdinary = ({ id, text }: Article, tag: Annotation): boolean =>
  tag.article === id &&
  Object.keys(tag).length === FIELDS &&
  tag.target.every(
    (range) =>
      Object.keys(range).length === FIELDS_OF_RANGE &&
      text.slice(range.start, range.end) === range.quote &&
      text.slice(Math.max(0, range.start - range.prefix.length), range.start) === range.prefix &&
      text.slice(range.end, range.end + range.suffix.length) === range.suffix,
  )

/** How many fields a tag has, and a range. */
const FIELDS = 11
const FIELDS_OF_RANGE = 5

function rowOf(tag: Annotation, numberOf: (name: string) => number): Row {
  const { id, created, modified, label, codebook, attributes, note, means, target } = tag
  return [
    id,
    created,
    modified === created ? 0 : modified,
    numberOf(label),
    numberOf(codebook),
    Object.keys(attributes).length > 0 ? attributes : 0,
    note || 0,
    means ?? 0,
    ...target.flatMap(({ start, end, prefix, suffix }) => [start, end, prefix.length, suffix.length]),
  ]
}

function unpackedTag({ id: article, text }: Article, names: readonly string[], row: Row): Annotation {
  const [id, created, modified, label, codebook, attributes, note, means, ...ranges] = row
  // Of its own length: an array that grows by `push` has room for seventeen, five thousand times over.
  const target = Array.from({ length: ranges.length / 4 }, (_, i): Range => {
    const [start, end, before, after] = ranges.slice(4 * i, 4 * i + 4)
    return {
      start: start!,
      end: end!,
      quote: text.slice(start, end),
      prefix: text.slice(start! - before!, start),
      suffix: text.slice(end, end! + after!),
    }
  })
  return {
    is: 'annotation',
    id,
    created,
    modified: modified || created,
    article,
    label: names[label]!,
    target,
    attributes: attributes || none,
    note: note || '',
    means: means || null,
    codebook: names[codebook]!,
  }
}

/** One for all tags without attributes. */
const none: Annotation['attributes'] = Object.freeze({})
