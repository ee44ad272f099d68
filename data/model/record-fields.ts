import { z } from 'zod'
import { recordIdSchema } from './ids'

/** One stretch of a tag's target, with the words it stands on and those around it, so that it can be found again. */
export const rangeSchema = z.object({
  /** UTF-16 code units of the article's text; never inside a grapheme cluster. */
  start: z.int().nonnegative(),
  end: z.int().positive(),
  quote: z.string().min(1),
  /** Up to 32 code units before and after, cut at grapheme clusters. */
  prefix: z.string(),
  suffix: z.string(),
})

export const attributeValueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])

/** What every record has. */
export const recordFields = {
  id: recordIdSchema,
  created: z.iso.datetime(),
  modified: z.iso.datetime(),
}
