import { codebookSchema, contentOf, type Codebook } from '../model/codebook'
import { faultsIn } from '../model/codebook-rules'
import { contentId } from '../model/ids'
import { checkAs } from '../model/parse'
import type { Problem } from '../model/problem'
import { IN_FORCE, type InForce } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import { isSame } from '../model/same'
import type { RegistryChange } from './changes'
import type { CodebookCommand } from './registry-commands'

/** A revision that is to come in force, and the change that puts it there. */
export interface Revised {
  readonly revision: Codebook
  readonly change: RegistryChange
}

/**
 * The revision that `command` would put in force in place of `now`; `null` when it is the same. `before` is the record
 * that says what is in force; `made` says who makes the revision, and when.
 */
export function decideCodebook(
  inForce: Codebook,
  before: InForce,
  { of, to, joins = [] }: CodebookCommand,
  made: NonNullable<Codebook['made']>,
): Result<Revised | null, Problem> {
  if (of !== inForce.id) return failed({ kind: 'codebook-changed' })
  if (isSame(contentOf(inForce), contentOf(to)) && joins.length === 0) return ok(null)
  const body = { format: 'parley/codebook', schema: 1, parents: [of, ...joins], ...contentOf(to), made }
  const revision = checkAs(codebookSchema, { ...body, id: contentId(inOneOrder(body)) }, 'codebook')
  if (!revision.ok) return revision
  const [fault] = faultsIn(revision.value)
  if (fault) return failed({ kind: 'codebook-fault', fault })
  const after: InForce = {
    is: 'in-force',
    id: IN_FORCE,
    created: before.created,
    modified: made.at,
    codebook: revision.value.id,
  }
  return ok({ revision: revision.value, change: { article: null, id: IN_FORCE, before, after } })
}

/** Equal contents have equal texts, in whichever order their keys came. */
const inOneOrder = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  )
