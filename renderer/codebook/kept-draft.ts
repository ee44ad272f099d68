import { z } from 'zod'
import { codebookSchema } from '../../data/model/codebook'
import type { CodebookState } from './codebook-state'

const schema = z.object({
  /** The id of the revision that it was made of. */
  base: z.string(),
  draft: codebookSchema.pick({ name: true, labels: true, attributes: true, linkTypes: true }),
  assigned: z.array(z.object({ article: z.string(), annotation: z.string(), label: z.string() })),
  joins: z.array(z.string()),
})
export type KeptDraft = Readonly<z.infer<typeof schema>>

const keyOf = (project: string): string => `parley.codebook-draft.${project}`

/** What was drafted in a project on this computer and has not come in force; `null` when there is nothing of the kind. */
export function keptDraft(project: string, kept: Pick<Storage, 'getItem'> = localStorage): KeptDraft | null {
  try {
    const read = schema.safeParse(JSON.parse(kept.getItem(keyOf(project)) ?? 'null'))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** Keeps a draft for the next start, or lets go of the one that was kept when there is none. */
export function keepDraft(
  { project, base, draft, assigned, joins }: CodebookState,
  kept: Pick<Storage, 'setItem' | 'removeItem'> = localStorage,
): void {
  if (project === null) return
  if (base && draft) kept.setItem(keyOf(project), JSON.stringify({ base: base.id, draft, assigned, joins }))
  else kept.removeItem(keyOf(project))
}
