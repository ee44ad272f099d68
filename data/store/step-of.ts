import type { Problem } from '../model/problem'
import type { AnyRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import { isSame } from '../model/same'
import type { ArticleChange, Change, RegistryChange } from './changes'
import { registryKind, workKind } from './document-kind'
import { findWork } from './find-work'
import { changesOf, clockOfStep, decodeSteps } from './history-log'
import type { MyRegistries, MyWork } from './my-document'
import type { Folder } from './ports'

interface Sought {
  readonly annotator: string
  readonly article: string | null
  readonly clock: number
}

/**
 * What a step changed on an article, or in the registries, from what is in memory or from the histories there, whichever
 * of my devices it was made on; a Problem where it is not to be found.
 */
export async function changesOfStep(
  folder: Folder,
  mine: MyWork,
  sought: Sought & { readonly article: string },
): Promise<Result<readonly ArticleChange[], Problem>>
export async function changesOfStep(
  folder: Folder,
  mine: MyRegistries,
  sought: Sought & { readonly article: null },
): Promise<Result<readonly RegistryChange[], Problem>>
export async function changesOfStep(
  folder: Folder,
  mine: MyWork | MyRegistries,
  { annotator, article, clock }: Sought,
): Promise<Result<readonly Change[], Problem>> {
  const waiting = mine.stepAt(clock)
  if (waiting) return ok(changesOf(article, waiting))
  const { histories } = await findWork(folder, article)
  for (const { path } of histories.filter((file) => file.annotator === annotator)) {
    const bytes = await folder.read(path)
    if (!bytes.ok) return bytes
    const lines = bytes.value ?? new Uint8Array()
    const { steps } =
      article === null ? decodeSteps(lines, registryKind, null) : decodeSteps(lines, workKind, article)
    const step = steps.find((candidate) => clockOfStep(candidate) === clock)
    if (step) return ok(changesOf(article, step))
  }
  return failed({ kind: 'changed-since' })
}

/** Whether everything stands as these changes found it, so that they can be made without touching anybody's later work. */
export const fits = (changes: readonly Change[], records: ReadonlyMap<string, AnyRecord>): boolean =>
  changes.every(({ id, before }) => isSame(records.get(id) ?? null, before))
