import type { Problem } from '../model/problem'
import { failed, ok, type Result } from '../model/result'
import { isSame } from '../model/same'
import type { WorkRecord } from '../model/records'
import type { Change } from './changes'
import { findWork } from './find-work'
import { changesOf, clockOfStep, decodeSteps } from './history-log'
import type { Folder } from './ports'

/**
 * What a step of an earlier session changed, from the histories of its article, whichever of my devices it was made on;
 * a Problem where it is not to be found.
 */
export async function changesOfStep(
  folder: Folder,
  annotator: string,
  article: string,
  clock: number,
): Promise<Result<readonly Change[], Problem>> {
  const { histories } = await findWork(folder, article)
  for (const { path } of histories.filter((file) => file.annotator === annotator)) {
    const bytes = await folder.read(path)
    if (!bytes.ok) return bytes
    const { steps } = decodeSteps(bytes.value ?? new Uint8Array(), article)
    const step = steps.find((candidate) => clockOfStep(candidate) === clock)
    if (step) return ok(changesOf(article, step))
  }
  return failed({ kind: 'changed-since' })
}

/** Whether everything stands as these changes found it, so that they can be made without touching anybody's later work. */
export const fits = (changes: readonly Change[], records: ReadonlyMap<string, WorkRecord>): boolean =>
  changes.every(({ id, before }) => isSame(records.get(id) ?? null, before))
