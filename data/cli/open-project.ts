import { resolve } from 'node:path'
import { v7 as uuid7 } from 'uuid'
import type { Problem } from '../model/problem'
import { ok, type Result } from '../model/result'
import { nodeFolder } from '../store/files/node-folder'
import { openStore } from '../store/open-store'
import type { Journal } from '../store/ports'
import type { Store } from '../store/store'
import type { ProjectView } from '../store/views'
import type { Io, Option } from './command'
import { tell } from './tell'

/** The option of every command that works in a project. */
export const projectOption: Option = {
  name: 'project',
  value: 'DIR',
  about: 'the project folder',
  required: true,
}

/** Stands where an annotator must stand; the command line tags nothing, so no file ever bears this name. */
const me = { annotator: { id: 'command-line', name: 'Command line' }, device: 'aaaaaaaaaa' } as const

/**
 * The command line makes no changes that a journal would have to keep: articles and sets go straight into the folder.
 * The journal of the app, which may be running, is its own affair.
 */
const noJournal: Journal = {
  append: () => Promise.reject(new Error('the command line changes no tags')),
  leftOver: () => Promise.resolve(ok({ entries: [], damaged: 0 })),
  clear: () => Promise.resolve(ok(null)),
  close: () => Promise.resolve(),
}

const clock = { now: () => new Date().toISOString(), newId: () => uuid7() }

/** The project in a folder. Files of it that cannot be read are told on standard error; the rest is there. */
export async function openProject(folder: string, io: Io): Promise<Result<Store, Problem>> {
  const root = resolve(io.cwd, folder)
  const store = await openStore({
    folder: nodeFolder(root),
    root,
    journal: noJournal,
    vault: null,
    me,
    clock,
  })
  if (store.ok) for (const trouble of store.value.view().troubles) tell(io, trouble)
  return store
}

/** What is in the project, without the stand-in for an annotator. */
export function viewOf(store: Store): ProjectView {
  const view = store.view()
  return { ...view, people: view.people.filter(({ id }) => id !== me.annotator.id) }
}
