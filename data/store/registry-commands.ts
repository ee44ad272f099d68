import type { CodebookContent } from '../model/codebook'
import type { Actor, Issue, Position } from '../model/records'
import type { Command } from './commands'
import type { SetReview } from './review-commands'

type Made<R> = Omit<R, 'id' | 'created' | 'modified' | 'into'>

/** What an actor, an issue or a position is when it is added. */
export type NewEntry = Made<Actor> | Made<Issue> | Made<Position>

/** What a person can ask for about the registries, which all articles share. An entry is an actor, an issue or a position. */
export type RegistryCommand = Readonly<
  /** `id` comes with the command, so that others that go together with it can name what it makes. */
  | { do: 'add-entry'; id: string; entry: NewEntry }
  /** Makes it what is given, but for who it was merged into. It must be of the same kind. */
  | { do: 'edit-entry'; entry: string; to: NewEntry }
  /** From now on all of them count as `into`, and keep what they are. They are of one kind, positions of one issue or not. */
  | { do: 'merge-entries'; entries: readonly string[]; into: string }
  /** Takes a merge back: it stands for itself again, with its own evidence. */
  | { do: 'unmerge-entry'; entry: string }
  /** Tags that mean it keep their words, and mean nothing until it comes back or they are given another meaning. */
  | { do: 'remove-entry'; entry: string }
>

/**
 * Puts another revision of the codebook in force, made of the revision `of`, which must be in force. It has the changes of the
 * revisions `joins` as well, which stood beside that one.
 */
export type CodebookCommand = Readonly<{
  do: 'revise-codebook'
  of: string
  to: CodebookContent
  joins?: readonly string[]
}>

/** What can go together with others. */
export type SingleCommand = Command | RegistryCommand | CodebookCommand | SetReview

/**
 * Several commands as one step, on however many articles: all of them are done, or none. Each finds what those before it
 * have made. `as` names the step, where it is told what was done.
 */
export type Together = Readonly<{ do: 'together'; as: TogetherAs; commands: readonly SingleCommand[] }>

export const togetherAs = [
  'tag-all',
  'relabel-many',
  'delete-many',
  'assign-many',
  'set-many',
  'assign-new',
  'remove-entry',
  'change-codebook',
  'mend',
  'change-sources',
  'decide-many',
  'assign-review',
  'take-over-many',
] as const
export type TogetherAs = (typeof togetherAs)[number]

/** Everything that `Store.carryOut` takes. */
export type AnyCommand = SingleCommand | Together
