import { clockOf, workDocumentSchema } from '../model/document'
import type { Problem } from '../model/problem'
import { failed, ok, type Result } from '../model/result'
import { stepNoteSchema, type LoggedStep, type StepNote } from './history-log'
import { MyWork, type WorkPorts } from './my-work'
import type { Journal } from './ports'
import type { StepsFile } from './steps-file'

export interface Replayed {
  /** What could not be used. Such lines stay in the journal. */
  readonly owed: readonly Problem[]
  /** What could be used, with a word to the user. */
  readonly told: readonly Problem[]
  /** Work that the folder could not take now, by its path: it is in memory, and the journal keeps it. */
  readonly unwritten: ReadonlyMap<string, MyWork>
  /** How many steps were in it. */
  readonly steps: number
  /** The greatest clock in the journal, of owed lines too, so that no new change gets a revision that one of them has. */
  readonly clock: number
}

interface Writer {
  readonly project: string
  readonly annotator: string
}

const workPath = /^work\/([a-z0-9-]+)\/([a-z2-7]{10})\/[a-z2-7]{2}\/([a-z2-7]{26})\.json$/
const workItems = workDocumentSchema.shape.items

/**
 * Brings into the folder what earlier sessions acknowledged and did not get to write. Joining is idempotent, so a
 * crash in here loses nothing either; the journal is cleared only when every file is there.
 */
export async function replayJournal(
  ports: WorkPorts,
  journal: Journal,
  steps: StepsFile,
  writer: Writer,
): Promise<Result<Replayed, Problem>> {
  const left = await journal.leftOver()
  if (!left.ok) return left
  const { entries, damaged } = left.value
  const owed: Problem[] = []
  const byPath = new Map<string, LoggedStep[]>()
  for (const { path, items, step } of entries) {
    const checked = workItems.safeParse(items)
    const mine = path.startsWith(`work/${writer.annotator}/`) && workPath.test(path)
    if (!checked.success || !mine)
      owed.push({
        kind: 'bad-file',
        file: 'journal',
        where: placeIn(path),
        expected: 'a change to a file of yours',
      })
    else {
      const made = byPath.get(path) ?? []
      made.push({ ...noteOf(step, ports.now()), items: checked.data })
      byPath.set(path, made)
    }
  }
  const unwritten = new Map<string, MyWork>()
  for (const [path, made] of byPath) {
    const work = await bringIn(ports, steps, path, made, writer)
    if (!work.ok) owed.push(work.error)
    else if (!work.value.isWritten) unwritten.set(path, work.value)
  }
  const isIn = owed.length === 0 && unwritten.size === 0 && entries.length > 0
  // What cannot be forgotten is brought in once more next time, which changes nothing.
  const cleared = isIn ? await journal.clear() : ok(null)
  const clock = [...byPath.values()].flat().reduce((max, { items }) => Math.max(max, clockOf(items)), 0)
  const told: Problem[] = damaged > 0 ? [{ kind: 'journal-damaged', lines: damaged }] : []
  if (!cleared.ok) told.push(cleared.error)
  return ok({ owed, told, unwritten, clock, steps: entries.length })
}

/** What was done, as far as the journal tells: an older program kept the items alone. */
function noteOf(step: unknown, now: string): StepNote {
  const note = stepNoteSchema.safeParse(step)
  return note.success ? note.data : { at: now, did: 'recover', before: {} }
}

/** A path from a file that anybody may have written, as the place of a fault; no longer than ours are. */
const placeIn = (path: string): string => (path.trim() === '' ? 'the path' : path.slice(0, 120))

async function bringIn(
  ports: WorkPorts,
  steps: StepsFile,
  path: string,
  made: readonly LoggedStep[],
  { project }: Writer,
): Promise<Result<MyWork, Problem>> {
  const [, annotator = '', device = '', article = ''] = workPath.exec(path)!
  const work = await MyWork.open(ports, { project, annotator, device, article })
  if (!work.ok) return work
  if (work.value.readOnly) return failed(work.value.readOnly)
  for (const step of made) if (!work.value.hasTold(step)) work.value.take(step)
  if (!work.value.isWritten) await work.value.write()
  await steps.add(article, made)
  return work
}
