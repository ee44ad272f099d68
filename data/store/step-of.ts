import type { Problem } from '../model/problem'
import type { AnyRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import { isSame } from '../model/same'
import type { ArticleChange, Change, RegistryChange } from './changes'
import { registryKind, workKind, type DocumentKind } from './document-kind'
import type { FindWork } from './find-work'
import { changesOf, clockOfStep, decodeSteps, type LoggedStep } from './history-log'
import type { MyRegistries, MyWork } from './my-document'
import type { Folder } from './ports'

interface Sought<A extends string | null> {
  readonly annotator: string
  readonly article: A
  readonly clock: number
}

/**
 * What a step changed on an article, or in the registries, from what is in memory or from the histories there, whichever
 * of my devices it was made on; a Problem where it is not to be found.
 */
export async function changesOfStep(
  folder: Folder,
  mine: MyWork,
  sought: Sought<string>,
  find: FindWork,
): Promise<Result<readonly ArticleChange[], Problem>> {
  const waiting = mine.stepAt(sought.clock)
  const step = waiting ? ok(waiting) : await stepIn(folder, workKind, sought, find)
  return step.ok ? ok(changesOf(sought.article, step.value)) : step
}

/** The same of what a step changed in the registries. */
export async function sharedChangesOfStep(
  folder: Folder,
  mine: MyRegistries,
  sought: Sought<null>,
  find: FindWork,
): Promise<Result<readonly RegistryChange[], Problem>> {
  const waiting = mine.stepAt(sought.clock)
  const step = waiting ? ok(waiting) : await stepIn(folder, registryKind, sought, find)
  return step.ok ? ok(changesOf(null, step.value)) : step
}

async function stepIn<R extends AnyRecord>(
  folder: Folder,
  kind: DocumentKind<R>,
  { annotator, article, clock }: Sought<string | null>,
  find: FindWork,
): Promise<Result<LoggedStep<R>, Problem>> {
  const { histories } = await find(article)
  for (const { path } of histories.filter((file) => file.annotator === annotator)) {
    const bytes = await folder.read(path)
    if (!bytes.ok) return bytes
    const { steps } = decodeSteps(bytes.value ?? new Uint8Array(), kind, article)
    const step = steps.find((candidate) => clockOfStep(candidate) === clock)
    if (step) return ok(step)
  }
  return failed({ kind: 'changed-since' })
}

/** Whether everything stands as these changes found it, so that they can be made without touching anybody's later work. */
export const fits = (changes: readonly Change[], records: ReadonlyMap<string, AnyRecord>): boolean =>
  changes.every(({ id, before }) => isSame(records.get(id) ?? null, before))
