import type { Actor, Issue, Position, RegistryRecord } from '../../data/model/records'
import { entryName } from '../../data/model/registry'
import type { AnyCommand, NewEntry } from '../../data/store/registry-commands'
import { carryOut, say } from '../state/actions'
import { choose, registryNow, showEntry } from './registry-state'

type Made<R> = Omit<R, 'is' | 'id' | 'created' | 'modified' | 'into'>
/** Parts of an entry; `undefined` takes away what may be left out. */
type Parts<R, May extends keyof R> = Partial<Omit<Made<R>, May>> & {
  readonly [Part in May]?: R[Part] | undefined
}
type ActorParts = Parts<Actor, 'note' | 'speaksFor' | 'notSame'>
type PositionParts = Parts<Position, 'note' | 'opposes' | 'notSame'>
type IssueParts = Partial<Made<Issue>>

/** What an actor is, some of it changed. */
function actorWith(actor: Actor, parts: ActorParts): NewEntry {
  const { name, aliases, kind, country, roles, speaksFor, note, notSame } = { ...actor, ...parts }
  return {
    is: 'actor',
    name,
    aliases,
    kind,
    country,
    roles,
    ...(speaksFor !== undefined && { speaksFor }),
    ...(note !== undefined && { note }),
    ...(notSame !== undefined && { notSame }),
  }
}

/** What a position is, some of it changed. */
function positionWith(position: Position, parts: PositionParts): NewEntry {
  const { issue, answer, opposes, note, notSame } = { ...position, ...parts }
  return {
    is: 'position',
    issue,
    answer,
    ...(opposes !== undefined && { opposes }),
    ...(note !== undefined && { note }),
    ...(notSame !== undefined && { notSame }),
  }
}

/** How a record is to be from then on; `null` leaves it as it is. */
type Change = (record: RegistryRecord) => NewEntry | null

let last: Promise<unknown> = Promise.resolve()

/**
 * Makes an entry what `change` makes of it as it is then. Each change waits for the one before, so that leaving one field
 * for the next loses neither: the command names all of an entry.
 */
function edit(id: string, change: Change): void {
  last = editAfter(last, id, change)
}

async function editAfter(before: Promise<unknown>, id: string, change: Change): Promise<void> {
  await before
  const record = registryNow().raw(id)
  const to = record && change(record)
  if (to) await carryOut({ do: 'edit-entry', entry: id, to })
}

/** What changes in an actor, which may depend on what it is when its turn comes. */
export const editActor = (id: string, parts: ActorParts | ((actor: Actor) => ActorParts)): void =>
  edit(id, (record) => {
    if (record.is !== 'actor') return null
    return actorWith(record, typeof parts === 'function' ? parts(record) : parts)
  })

export const editPosition = (id: string, parts: PositionParts): void =>
  edit(id, (record) => (record.is === 'position' ? positionWith(record, parts) : null))

export const editIssue = (id: string, parts: IssueParts): void =>
  edit(id, (record) => (record.is === 'issue' ? issueWith(record, parts) : null))

function issueWith(issue: Issue, parts: IssueParts): NewEntry {
  const { question, notSame } = { ...issue, ...parts }
  return { is: 'issue', question, ...(notSame !== undefined && { notSame }) }
}

/** Says that two entries are not the same, however they are called, so that it is not asked again. */
export async function tellApart(id: string, other: string): Promise<void> {
  const [record, another] = [registryNow().raw(id), registryNow().raw(other)]
  if (!record || !another) return
  const parts = { notSame: [...(record.notSame ?? []), other] }
  const to =
    record.is === 'actor'
      ? actorWith(record, parts)
      : record.is === 'position'
        ? positionWith(record, parts)
        : issueWith(record, parts)
  if ((await carryOut({ do: 'edit-entry', entry: id, to })) !== null)
    say(`“${entryName(record)}” and “${entryName(another)}” stay two.`, true)
}

/** Adds entries in one step and shows the last of them. Gives whether it could be done. */
export async function add(
  ...made: readonly { readonly id: string; readonly entry: NewEntry }[]
): Promise<boolean> {
  const commands = made.map(({ id, entry }) => ({ do: 'add-entry', id, entry }) as const)
  const [only] = commands
  const command: AnyCommand | undefined =
    commands.length === 1 ? only : { do: 'together', as: 'assign-new', commands }
  if (!command || !(await carryOut(command))) return false
  const shown = made.at(-1)
  if (shown) showEntry(shown.id)
  return true
}

/** Merges an entry into another, which stays. */
export async function merge(entry: string, into: string): Promise<boolean> {
  const registry = registryNow()
  const [from, to] = [registry.raw(entry), registry.raw(into)]
  if (!from || !to || !(await carryOut({ do: 'merge-entries', entries: [entry], into }))) return false
  showEntry(into)
  say(
    `Merged “${entryName(from)}” into “${entryName(to)}”. Both keep their tags and can be taken apart.`,
    true,
  )
  return true
}

export async function takeApart(entry: string): Promise<void> {
  const record = registryNow().raw(entry)
  if (!record || !(await carryOut({ do: 'unmerge-entry', entry }))) return
  say(`“${entryName(record)}” stands for itself again, with its own tags.`, true)
}

/** Deletes an entry. Tags of mine that `retagged` names mean another one from then on, in the same step. */
export async function remove(
  entry: string,
  retagged: {
    readonly tags: readonly { readonly tag: string; readonly article: string }[]
    readonly means: string
  } | null,
): Promise<boolean> {
  const record = registryNow().raw(entry)
  if (!record) return false
  const gone = { do: 'remove-entry', entry } as const
  const command: AnyCommand = retagged
    ? {
        do: 'together',
        as: 'remove-entry',
        commands: [
          ...retagged.tags.map(
            ({ tag, article }) => ({ do: 'mean', article, annotation: tag, means: retagged.means }) as const,
          ),
          gone,
        ],
      }
    : gone
  if (!(await carryOut(command))) return false
  if (retagged) showEntry(retagged.means)
  else choose(null)
  say(`Deleted “${entryName(record)}”.`, true)
  return true
}
