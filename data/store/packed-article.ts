import type { Article } from '../model/article'
import type { WorkRecord } from '../model/records'
import type { Novelties } from './looked'
import { PackedRecords } from './packed-records'
import { packedSet, type PackedSet } from './packed-set'
import type { OpenArticle } from './views'

/**
 * An article with everybody's tags as one text. Five thousand tags are a hundred thousand values, and between Electron's
 * processes each of them is copied by itself, three times; a text is copied at once. Words that stand in the article
 * do not cross a second time, and in the window the tags share them with the article's text.
 */
export type PackedArticle = string

interface Content {
  readonly article: Article
  readonly sets: readonly PackedSet[]
  readonly hidden?: number
  readonly news?: Novelties
}

/** An article as the window holds it. */
export interface UnpackedArticle {
  readonly article: Article
  /** Mine first, even when it is empty. */
  readonly sets: readonly {
    readonly annotator: string
    /** By id, in the order they were made. */
    readonly records: ReadonlyMap<string, WorkRecord>
  }[]
  /** How many others' sets are hidden. */
  readonly hidden?: number
  readonly news?: Novelties
}

/** The same object is packed once, as long as it is there. */
export function packArticle(open: OpenArticle): PackedArticle {
  const { article, sets, hidden, news } = open
  const known = packed.get(open)
  if (known !== undefined) return known
  const packedSets = sets.map((set) => packedSet(article, set))
  const content: Content = {
    article,
    sets: packedSets,
    ...(hidden !== undefined && { hidden }),
    ...(news && { news }),
  }
  const text = JSON.stringify(content)
  packed.set(open, text)
  return text
}

const packed = new WeakMap<OpenArticle, PackedArticle>()

/** `packed` must come from `packArticle`. */
export function unpackArticle(packed: PackedArticle): UnpackedArticle {
  const { article, sets, hidden, news }: Content = JSON.parse(packed)
  return {
    article,
    ...(hidden !== undefined && { hidden }),
    ...(news && { news }),
    sets: sets.map((set) => ({ annotator: set.annotator, records: new PackedRecords(article, set) })),
  }
}
