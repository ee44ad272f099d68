import { z } from 'zod'
import { articleIdSchema } from './ids'

/**
 * What a stretch of the text is. `dateline` and `byline` may share a line with the paragraph that they open;
 * `boilerplate` is what the outlet adds around the report: copyright, advertising, credits, links.
 */
export const blockTypes = [
  'headline',
  'subhead',
  'byline',
  'dateline',
  'paragraph',
  'caption',
  'quote',
  'list',
  'boilerplate',
] as const

export const blockSchema = z.object({
  type: z.enum(blockTypes),
  /** UTF-16 code units of the article's text. */
  start: z.int().nonnegative(),
  end: z.int().positive(),
  /** The lines inside were broken to a width by whoever wrote the file, and flow as one paragraph on screen. */
  wrapped: z.boolean().optional(),
})

const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a date as 2031-03-12')

/** What is known about an article besides its text. `null` means "known to be absent, or not known". */
export const metadataSchema = z.object({
  title: z.string().min(1),
  outlet: z.string().nullable(),
  agency: z.string().nullable(),
  byline: z.string().nullable(),
  /** Where and when the report was filed, as the dateline says. */
  dateline: z.object({ place: z.string().nullable(), date: isoDate.nullable() }).nullable(),
  published: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?)?$/, 'a date, or a date and time')
    .nullable(),
  /** BCP 47, as "en". */
  language: z.string().nullable(),
  url: z.string().nullable(),
})

/**
 * An article: an immutable text with its structure. Its id is the hash of its text, so two people who import
 * the same text write the same file. `blocks` are in text order and do not overlap; between two of them stand
 * only newlines and white space, and no character that is neither lies outside them.
 */
export const articleSchema = metadataSchema.extend({
  format: z.literal('parley/article'),
  schema: z.literal(1),
  id: articleIdSchema,
  /** Normalised: `\n` newlines and no byte-order mark; nothing else is ever changed. */
  text: z.string().min(1),
  blocks: z.array(blockSchema),
  source: z.object({
    /** The file's own name, for people; never a path. */
    name: z.string(),
    encoding: z.string(),
    newlines: z.enum(['none', 'lf', 'crlf', 'cr', 'mixed']),
    byteOrderMark: z.boolean(),
  }),
})

export type BlockType = (typeof blockTypes)[number]
export type Block = Readonly<z.infer<typeof blockSchema>>
export type Metadata = Readonly<z.infer<typeof metadataSchema>>
export type Article = Readonly<z.infer<typeof articleSchema>>

/** What the list of articles needs: everything but text and blocks. */
export type ArticleSummary = Metadata & {
  readonly id: string
  /** The file's own name when it was imported. */
  readonly sourceName: string
  readonly words: number
}

/** Words as people count them: runs without white space. */
export const countWords = (text: string): number => text.match(/\S+/gu)?.length ?? 0

export function summaryOf(article: Article): ArticleSummary {
  const { id, text, title, outlet, agency, byline, dateline, published, language, url, source } = article
  const metadata = { title, outlet, agency, byline, dateline, published, language, url }
  return { ...metadata, id, sourceName: source.name, words: countWords(text) }
}

/** What stands in `blocks` that is not allowed there, as a place and what was expected; `null` if all is well. */
export function faultInBlocks(article: Article): { where: string; expected: string } | null {
  let at = 0
  for (const [i, { start, end }] of article.blocks.entries()) {
    if (start < at || end <= start || end > article.text.length)
      return { where: `blocks[${i}]`, expected: 'a block inside the text, after the one before it' }
    if (/\S/u.test(article.text.slice(at, start)))
      return { where: `blocks[${i}]`, expected: 'only white space between blocks' }
    at = end
  }
  return /\S/u.test(article.text.slice(at))
    ? { where: 'blocks', expected: 'a block for every line of the text' }
    : null
}
