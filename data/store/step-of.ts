import type { WorkHeader } from '../model/document'
import type { Problem } from '../model/problem'
import { failed, ok, type Result } from '../model/result'
import { isSame } from '../model/same'
import type { WorkRecord } from '../model/records'
import type { Change } from './changes'
import { changesOf, clockOfStep, decodeSteps } from './history-log'
import { paths } from './paths'
import type { Folder } from './ports'

/** What a step of an earlier session changed, from the history of its article; a Problem where it is not to be found. */
export async function changesOfStep(
  folder: Folder,
  { annotator, device, article }: Omit<WorkHeader, 'project'>,
  clock: number,
): Promise<Result<readonly Change[], Problem>> {
  const file = paths.history(annotator, device, article)
  const bytes = await folder.read(file)
  if (!bytes.ok) return bytes
  const { steps } = decodeSteps(bytes.value ?? new Uint8Array())
  const step = steps.find((candidate) => clockOfStep(candidate) === clock)
  return step ? ok(changesOf(article, step)) : failed({ kind: 'changed-since' })
}

/** Whether everything stands as these changes found it, so that they can be made without touching anybody's later work. */
export const fits = (changes: readonly Change[], records: ReadonlyMap<string, WorkRecord>): boolean =>
  changes.every(({ id, before }) => isSame(records.get(id) ?? null, before))
