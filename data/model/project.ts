import { z } from 'zod'
import { annotatorIdSchema } from './ids'

/** `project.json`: written once, when the project is made. */
export const projectSchema = z.object({
  format: z.literal('parley/project'),
  schema: z.literal(1),
  id: z.string().regex(/^[a-z2-7]{16}$/, 'a project id (16 letters or digits)'),
  name: z.string().min(1),
  created: z.iso.datetime(),
})

/** `people/<annotator>.json`: written by that person only. */
export const personSchema = z.object({
  format: z.literal('parley/person'),
  schema: z.literal(1),
  id: annotatorIdSchema,
  name: z.string().min(1),
})

export type Project = Readonly<z.infer<typeof projectSchema>>
export type Person = Readonly<z.infer<typeof personSchema>>

/** "Ada Quill" gives "AQ", "Zoë" gives "Z": how a person is shown where there is no room for the name. */
export const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/u)
    .flatMap((word) => [...word].find((c) => /[\p{L}\p{N}]/u.test(c)) ?? [])
    .slice(0, 2)
    .join('')
    .toUpperCase()
