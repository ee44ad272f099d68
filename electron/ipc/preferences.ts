import { z } from 'zod'
import { statementColumns } from '../../data/record/query'

/** How articles are set in the reader. */
export const readingSchema = z.object({
  face: z.enum(['serif', 'sans']).catch('serif'),
  /** CSS pixels of the article's type; `null`: as the window's size suggests. */
  size: z.union([z.literal([16, 18, 20, 22, 24]), z.null()]).catch(null),
  /** How long the lines are. */
  measure: z.enum(['narrow', 'normal', 'wide']).catch('normal'),
  /** How far lines stand apart: as delivered, or looser. */
  leading: z.enum(['tight', 'normal', 'loose']).catch('normal'),
  /** More room between letters and words, which helps dyslexic readers. */
  spacing: z.enum(['normal', 'wide']).catch('normal'),
  /** Whether the letters of tags stand in the margin. */
  letters: z.boolean().catch(true),
})

const keysSchema = z.record(z.string().max(100), z.array(z.string().max(40)).max(8))

const columnSchema = z.strictObject({
  id: z.enum(statementColumns),
  /** CSS pixels. */
  width: z.int().min(1).max(10_000),
  hidden: z.boolean(),
})

/** How the table of statements is laid out. */
export const statementsSchema = z.object({
  /** From the first to the last; columns that are not among them are as delivered. */
  columns: z.array(columnSchema).max(100).catch([]),
  /** Whether the words of the statement one stands at are shown under the table. */
  preview: z.boolean().catch(true),
})

/** How a user likes the window on this computer. A part that cannot be read is as at first. */
export const preferencesSchema = z.object({
  reading: readingSchema.catch(() => readingSchema.parse({})),
  /** Keys that were given to commands in place of those they came with, by the command's id; an empty list is no key. */
  keys: keysSchema.catch({}),
  /** Whether keys without Ctrl or Alt, as `J`, carry out commands. Those of labels always tag selected words. */
  letterKeys: z.boolean().catch(true),
  statements: statementsSchema.catch(() => statementsSchema.parse({})),
})

export type Reading = Readonly<z.infer<typeof readingSchema>>
export type StatementsLayout = Readonly<z.infer<typeof statementsSchema>>
export type Preferences = Readonly<z.infer<typeof preferencesSchema>>

export const firstPreferences: Preferences = preferencesSchema.parse({})

/** What the window may ask to be changed. Stricter than what a file may hold. */
export const preferencesChangeSchema = z.strictObject({
  reading: z
    .strictObject({
      face: z.enum(['serif', 'sans']),
      size: z.union([z.literal([16, 18, 20, 22, 24]), z.null()]),
      measure: z.enum(['narrow', 'normal', 'wide']),
      leading: z.enum(['tight', 'normal', 'loose']),
      spacing: z.enum(['normal', 'wide']),
      letters: z.boolean(),
    })
    .exactOptional(),
  keys: keysSchema.exactOptional(),
  letterKeys: z.boolean().exactOptional(),
  statements: z
    .strictObject({ columns: z.array(columnSchema).max(100), preview: z.boolean() })
    .exactOptional(),
})
