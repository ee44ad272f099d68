import type { Problem } from '../model/problem'
import {
  actorSchema,
  isEntry,
  issueSchema,
  positionSchema,
  type RegistryRecord,
  type SharedRecord,
} from '../model/records'
import { failed, ok, type Result } from '../model/result'
import { isSame } from '../model/same'
import type { RegistryChange } from './changes'
import type { Stamp } from './commands'
import type { NewEntry, RegistryCommand } from './registry-commands'

/** What `decideRegistry` may know of the registries. */
export interface RegistryScene {
  /** Everybody's live records, by id. */
  readonly records: ReadonlyMap<string, SharedRecord>
  /** Whether a record has or had this id. */
  readonly hasHad: (id: string) => boolean
}

/**
 * What `command` would change in the registries; changes nothing itself. A command that would leave everything as it is
 * gives no changes.
 */
export function decideRegistry(
  scene: RegistryScene,
  command: RegistryCommand,
  { now }: Pick<Stamp, 'now'>,
): Result<readonly RegistryChange[], Problem> {
  const edited = (before: RegistryRecord, after: RegistryRecord): RegistryChange[] =>
    isSame(before, after) ? [] : [changeOf(before, { ...after, modified: now })]
  switch (command.do) {
    case 'add-entry': {
      const { id, entry } = command
      if (scene.hasHad(id) || scene.records.has(id)) return failed({ kind: 'id-taken' })
      const fault = faultIn(scene, entry)
      return fault ? failed(fault) : ok([changeOf(null, { ...entry, id, created: now, modified: now })])
    }
    case 'edit-entry': {
      const before = entryIn(scene, command.entry)
      if (!before) return notThere
      if (before.is !== command.to.is) return failed({ kind: 'not-one-kind' })
      const fault = faultIn(scene, command.to)
      if (fault) return failed(fault)
      const { id, created, modified, into } = before
      const kept = { ...unknownIn(before), id, created, modified, ...(into !== undefined && { into }) }
      return ok(edited(before, { ...kept, ...command.to }))
    }
    case 'merge-entries':
      return merge(scene, command, edited)
    case 'unmerge-entry': {
      const before = entryIn(scene, command.entry)
      if (!before) return notThere
      const { into: _, ...after } = before
      return ok(edited(before, after))
    }
    case 'remove-entry':
      return remove(scene, command.entry)
  }
}

type Asked<Kind extends RegistryCommand['do']> = Extract<RegistryCommand, { do: Kind }>

const notThere = failed<Problem>({ kind: 'not-there', what: 'registry-record' })

/** What is merged already takes those with it that were merged into it: what it counts as is pointed anew, and not it. */
function merge(
  scene: RegistryScene,
  { entries, into }: Asked<'merge-entries'>,
  edited: (before: RegistryRecord, after: RegistryRecord) => RegistryChange[],
): Result<readonly RegistryChange[], Problem> {
  const target = rootOf(scene, into)
  if (!target) return notThere
  const roots = new Map<string, RegistryRecord>()
  for (const id of entries) {
    const root = rootOf(scene, id)
    if (!root) return notThere
    if (root.is !== target.is) return failed({ kind: 'not-one-kind' })
    if (id === into) return failed({ kind: 'merged-with-itself' })
    if (root.id !== target.id) roots.set(root.id, root)
  }
  return ok([...roots.values()].flatMap((root) => edited(root, { ...root, into: target.id })))
}

function remove(scene: RegistryScene, id: string): Result<readonly RegistryChange[], Problem> {
  const before = entryIn(scene, id)
  if (!before) return notThere
  const others = [...scene.records.values()].filter(isEntry)
  const merged = others.filter((other) => other.into === id && other.id !== id).length
  if (merged > 0) return failed({ kind: 'entry-in-use', by: 'merged', count: merged })
  const answers = others.filter((other) => other.is === 'position' && other.issue === id).length
  if (answers > 0) return failed({ kind: 'entry-in-use', by: 'answers', count: answers })
  return ok([changeOf(before, null)])
}

/** What stands against an entry: a name that is none, or an issue that is not there. */
function faultIn(scene: RegistryScene, entry: NewEntry): Problem | null {
  const name = entry.is === 'actor' ? entry.name : entry.is === 'issue' ? entry.question : entry.answer
  if (name.trim() === '') return { kind: 'no-name' }
  if (entry.is === 'position' && entryIn(scene, entry.issue)?.is !== 'issue')
    return { kind: 'not-there', what: 'issue' }
  return null
}

function entryIn({ records }: RegistryScene, id: string): RegistryRecord | null {
  const record = records.get(id)
  return record && isEntry(record) ? record : null
}

/** What a record counts as, by the rule of `model/registry.ts`, without reading all of them. */
function rootOf(scene: RegistryScene, id: string): RegistryRecord | null {
  let record = entryIn(scene, id)
  if (!record) return null
  const path = [record]
  for (;;) {
    const next: RegistryRecord | null = record.into === undefined ? null : entryIn(scene, record.into)
    if (!next || next.is !== record.is) return record
    const met = path.indexOf(next)
    if (met !== -1) return path.slice(met).reduce((a, b) => (a.id < b.id ? a : b))
    path.push((record = next))
  }
}

/** The fields that a program of today knows in an entry; a newer one may have written more, and they stay. */
const known = new Set([
  ...Object.keys(actorSchema.shape),
  ...Object.keys(issueSchema.shape),
  ...Object.keys(positionSchema.shape),
])

const unknownIn = (record: RegistryRecord): object =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !known.has(field)))

const changeOf = (before: RegistryRecord | null, after: RegistryRecord | null): RegistryChange => ({
  article: null,
  id: (after ?? before)!.id,
  before,
  after,
})
