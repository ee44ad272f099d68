import { z } from 'zod'
import { graphemeAt } from '../text/graphemes'
import { annotatorIdSchema } from './ids'

/** `project.json`: written once, when the project is made. */
export const projectSchema = z.object({
  format: z.literal('parley/project'),
  schema: z.literal(1),
  id: z.string().regex(/^[a-z2-7]{16}$/, 'a project id (16 letters or digits)'),
  name: z.string().min(1),
  created: z.iso.datetime(),
})

/**
 * A name as it stands in sentences of ours: on one line, and without the signs by which one person's name could turn
 * the words around it about (embeddings, overrides and isolates of directions). Right-to-left names need none of them.
 */
const nameSchema = z
  .string()
  .transform((name) =>
    name
      .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
      .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
      .trim(),
  )
  .pipe(z.string().min(1))

/** `people/<annotator>.json`: written by that person only. */
export const personSchema = z.object({
  format: z.literal('parley/person'),
  schema: z.literal(1),
  id: annotatorIdSchema,
  name: nameSchema,
})

export type Project = Readonly<z.infer<typeof projectSchema>>
export type Person = Readonly<z.infer<typeof personSchema>>

/**
 * "Ada Quill" gives "AQ", "Zoë" gives "Z": how a person is shown where there is no room for the name, in so many letters
 * at most. A name without any letter is shown by its first sign.
 */
export const initialsOf = (name: string, most = 2): string =>
  name
    .split(/[\s-]+/u)
    .flatMap((word) => [...word].find((c) => /[\p{L}\p{N}]/u.test(c)) ?? [])
    .slice(0, most)
    .join('')
    .toUpperCase() || name.slice(0, graphemeAt(name, 0).end)
