import type { ComparedArticle } from './article-work'

/** Articles with what is compared of them, in two pieces of memory, so that another thread can be given them at once. */
export interface PackedBatch {
  readonly ids: readonly string[]
  /** By article, and within it by annotator, how long the sheet is; −1 for who is not compared there. */
  readonly lengths: Int32Array<ArrayBuffer>
  /** The sheets one after the other. */
  readonly numbers: Int32Array<ArrayBuffer>
}

/** A copy: the sheets of an index lie with others in large pieces of memory. */
export function packBatch(articles: readonly ComparedArticle[]): PackedBatch {
  const sheets = articles.flatMap((article) => article.sheets)
  const lengths = Int32Array.from(sheets, (sheet) => sheet?.length ?? -1)
  const numbers = new Int32Array(sheets.reduce((sum, sheet) => sum + (sheet?.length ?? 0), 0))
  let end = 0
  for (const sheet of sheets) {
    if (!sheet) continue
    numbers.set(sheet, end)
    end += sheet.length
  }
  return { ids: articles.map(({ id }) => id), lengths, numbers }
}

/** The articles again, of so many annotators. */
export function unpackBatch(
  { ids, lengths, numbers }: PackedBatch,
  annotators: number,
): readonly ComparedArticle[] {
  let end = 0
  return ids.map((id, article) => ({
    id,
    sheets: Array.from({ length: annotators }, (_, annotator) => {
      const length = lengths[article * annotators + annotator]!
      return length === -1 ? null : numbers.subarray(end, (end += length))
    }),
  }))
}
