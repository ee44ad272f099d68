import { z } from 'zod'
import { codebookSchema, type Codebook } from '../model/codebook'
import { clockOf } from '../model/document'
import type { Problem } from '../model/problem'
import type { AnyRecord, InForce, SharedRecord, WorkRecord } from '../model/records'
import { failed, ok, type Result } from '../model/result'
import {
  ownRegistries,
  ownWork,
  registryKind,
  workKind,
  type DocumentKind,
  type Live,
  type OwnKind,
} from './document-kind'
import { clockOfStep, isAllOn, stepNoteSchema, type LoggedStep, type StepNote } from './history-log'
import { bytesOfJson } from './json-bytes'
import { MyDocument, type MyRegistries, type MyWork, type WorkPorts } from './my-document'
import { paths } from './paths'
import type { Journal, JournalLine, JournalStep } from './ports'
import type { StepsFile } from './steps-file'

/** Documents that the folder could not take now, by their paths: they are in memory, and the journal keeps them. */
export interface Unwritten {
  readonly works: ReadonlyMap<string, MyWork>
  readonly registries: ReadonlyMap<string, MyRegistries>
}

export interface Replayed {
  /** What could not be used. Such lines stay in the journal. */
  readonly owed: readonly Problem[]
  /** What could be used, with a word to the user. */
  readonly told: readonly Problem[]
  readonly unwritten: Unwritten
  /** How many steps were in it. */
  readonly steps: number
  /** The greatest clock in the journal, of owed lines too, so that no new change gets a revision that one of them has. */
  readonly clock: number
}

interface Writer {
  readonly project: string
  readonly annotator: string
  /** Which codebook is in force while nobody has said it. */
  readonly inForceByDefault: InForce
}

const documentPath = /^work\/([a-z0-9-]+)\/([a-z2-7]{10})\/(?:[a-z2-7]{2}\/([a-z2-7]{26})|registry)\.json$/

/** The article of a document; `null` for the registries. */
const articleOf = (path: string): string | null => documentPath.exec(path)?.[3] ?? null

/** A line of the journal, checked: what it brings, by the path of the document. */
interface Line {
  readonly works: ReadonlyMap<string, LoggedStep<WorkRecord>>
  readonly registries: ReadonlyMap<string, LoggedStep<SharedRecord>>
  readonly revisions: readonly Codebook[]
}

/**
 * Brings into the folder what earlier sessions acknowledged and did not get to write. Joining is idempotent, so a
 * crash in here loses nothing either; the journal is cleared only when every file is there. Of a step over several
 * documents all is brought in, or nothing.
 */
export async function replayJournal(
  ports: WorkPorts,
  journal: Journal,
  stepsFile: StepsFile,
  writer: Writer,
): Promise<Result<Replayed, Problem>> {
  const left = await journal.leftOver()
  if (!left.ok) return left
  const { entries, damaged } = left.value
  const owed: Problem[] = []
  const onArticles = new Map<string, LoggedStep<WorkRecord>[]>()
  const shared = new Map<string, LoggedStep<SharedRecord>[]>()
  let clock = 0
  for (const entry of entries) {
    const line = lineFrom(entry, writer, ports.now())
    if (line.ok) clock = Math.max(clock, clockOfLine(line.value))
    const there = line.ok ? await bringRevisions(ports, line.value.revisions) : line
    if (!there.ok) owed.push(there.error)
    if (!line.ok || !there.ok) continue
    noteStep(stepsFile, line.value)
    for (const [path, step] of line.value.works) addTo(onArticles, path, step)
    for (const [path, step] of line.value.registries) addTo(shared, path, step)
  }
  const works = new Map<string, MyWork>()
  const registries = new Map<string, MyRegistries>()
  // What tags mean comes before the tags.
  const kind = ownRegistries(writer.inForceByDefault)
  for (const [path, made] of shared) {
    const mine = await bringIn(ports, kind, stepsFile, path, made, writer)
    if (!mine.ok) owed.push(mine.error)
    else if (!mine.value.isWritten) registries.set(path, mine.value)
  }
  for (const [path, made] of onArticles) {
    const mine = await bringIn(ports, ownWork, stepsFile, path, made, writer)
    if (!mine.ok) owed.push(mine.error)
    else if (!mine.value.isWritten) works.set(path, mine.value)
  }
  const isIn = owed.length === 0 && works.size + registries.size === 0 && entries.length > 0
  // What cannot be forgotten is brought in once more next time, which changes nothing.
  const cleared = isIn ? await journal.clear() : ok(null)
  const told: Problem[] = damaged > 0 ? [{ kind: 'journal-damaged', lines: damaged }] : []
  if (!cleared.ok) told.push(cleared.error)
  return ok({ owed, told, unwritten: { works, registries }, clock, steps: entries.length })
}

function addTo<T>(lists: Map<string, T[]>, path: string, item: T): void {
  const list = lists.get(path)
  if (list) list.push(item)
  else lists.set(path, [item])
}

const stepsIn = ({ works, registries }: Line): LoggedStep[] => [...works.values(), ...registries.values()]

const clockOfLine = (line: Line): number =>
  stepsIn(line).reduce((max, { items }) => Math.max(max, clockOf(items)), 0)

/** What a line says that may be brought in, all of it. */
function lineFrom(line: JournalLine, { annotator }: Writer, now: string): Result<Line, Problem> {
  const parts = 'parts' in line ? line.parts : [{ ...line, before: Object(line.step).before ?? {} }]
  const note = noteOf(line.step, now)
  const shared = { ...note, ...(parts.length > 1 && { parts: parts.length }) }
  const works = new Map<string, LoggedStep<WorkRecord>>()
  const registries = new Map<string, LoggedStep<SharedRecord>>()
  for (const part of parts) {
    const { path } = part
    const article = articleOf(path)
    const isMine = path.startsWith(`work/${annotator}/`) && documentPath.test(path)
    const onArticle = isMine && article !== null ? checked(workKind, article, part) : null
    const onRegistries = isMine && article === null ? checked(registryKind, null, part) : null
    if (onArticle) works.set(path, { ...shared, ...onArticle })
    else if (onRegistries) registries.set(path, { ...shared, ...onRegistries })
    else return failed(badLine(path, 'a change to a file of yours'))
  }
  const revisions = z.array(codebookSchema).safeParse('parts' in line ? (line.revisions ?? []) : [])
  if (!revisions.success) return failed(badLine('codebook', 'a revision of the codebook'))
  return ok({ works, registries, revisions: revisions.data })
}

/** What stood there before is for undo only: the items come in without it. */
function checked<R extends AnyRecord>(
  { schemas }: DocumentKind<R>,
  article: string | null,
  { items, before }: Pick<JournalStep['parts'][number], 'items' | 'before'>,
): Pick<LoggedStep<R>, 'items' | 'before'> | null {
  const read = schemas.items.safeParse(items)
  const found = schemas.before.safeParse(before)
  if (!read.success) return null
  const records = { items: read.data, before: found.success ? found.data : {} }
  return isAllOn(article, records) ? records : null
}

/** What was done, as far as the journal tells: an older program kept the items alone. */
function noteOf(step: unknown, now: string): StepNote {
  const note = stepNoteSchema.safeParse(step)
  return note.success ? note.data : { at: now, did: 'recover' }
}

const badLine = (path: string, expected: string): Problem => ({
  kind: 'bad-file',
  file: 'journal',
  where: placeIn(path),
  expected,
})

/** A path from a file that anybody may have written, as the place of a fault; no longer than ours are. */
const placeIn = (path: string): string => (path.trim() === '' ? 'the path' : path.slice(0, 120))

/** Before the registries, which name them. */
async function bringRevisions(
  { folder }: WorkPorts,
  revisions: readonly Codebook[],
): Promise<Result<null, Problem>> {
  for (const revision of revisions) {
    const written = await folder.create(paths.codebook(revision.id), bytesOfJson(revision))
    if (!written.ok) return written
  }
  return ok(null)
}

/** A step over several documents stands in the order of all steps with all of them. */
function noteStep(file: StepsFile, line: Line): void {
  const [first, ...others] = stepsIn(line)
  if (!first || others.length === 0) return
  const articles = [...line.registries.keys(), ...line.works.keys()].map(articleOf)
  file.note({ clock: clockOfStep(first), articles, did: first.did, of: first.of })
}

async function bringIn<R extends AnyRecord, L extends Live<R>>(
  ports: WorkPorts,
  kind: OwnKind<R, L>,
  stepsFile: StepsFile,
  path: string,
  made: readonly LoggedStep<R>[],
  { project }: Writer,
): Promise<Result<MyDocument<R, L>, Problem>> {
  const [, annotator = '', device = '', article = null] = documentPath.exec(path)!
  const opened = await MyDocument.open(ports, kind, { project, annotator, device, article })
  if (!opened.ok) return opened
  const mine = opened.value
  if (mine.readOnly) return failed(mine.readOnly)
  for (const step of made) if (!mine.hasTold(step)) mine.take(step)
  if (!mine.isWritten) await mine.write()
  await stepsFile.add(article, made)
  return opened
}
