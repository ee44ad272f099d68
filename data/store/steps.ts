import type { Codebook } from '../model/codebook'
import { likelyClock, type Items, type Revision } from '../model/document'
import type { Problem } from '../model/problem'
import { failed, ok, type Result } from '../model/result'
import { isOnArticle, isOnRegistries, type ArticleChange, type Change, type RegistryChange } from './changes'
import type { Desk, Taken } from './desk'
import { findingOnce, type FindWork } from './find-work'
import { forAll, unwatched, type Watch } from './for-all'
import {
  changesOn,
  didStep,
  nearest,
  stepBack,
  stepForward,
  viewOf,
  without,
  type History,
  type Step,
  type Walk,
} from './history'
import type { StepNote } from './history-log'
import type { MyRegistries, MyWork } from './my-document'
import type { Folder, Journal, JournalEntry, JournalStep } from './ports'
import type { Tally } from './shelf/tally'
import { changesOfStep, fits, sharedChangesOfStep } from './step-of'
import type { StepsFile } from './steps-file'
import type { HistoryView, Reply } from './views'

export interface StepsPorts {
  readonly folder: Folder
  readonly journal: Journal
  readonly desk: Desk
  readonly file: StepsFile
  readonly annotator: string
  /** This computer as the project knows it now. */
  readonly device: () => string
  /** ISO 8601, UTC. */
  readonly now: () => string
  /**
   * Looks at my work on an article. With `find`, which has many to look for, it is in memory afterwards only if it was there
   * before.
   */
  readonly visit: <T>(
    article: string,
    find: FindWork | null,
    look: (mine: MyWork) => Promise<Result<T, Problem>>,
  ) => Promise<Result<T, Problem>>
  /** My registries. */
  readonly registries: () => Promise<Result<MyRegistries, Problem>>
  /** Why these changes of what all articles share cannot be made now; `null` when they can. */
  readonly fault: (changes: readonly RegistryChange[]) => Promise<Problem | null>
  /** A step was made, and the folder does not have it yet. */
  readonly made: (parts: readonly Part[]) => void
}

/** What a step is to change in one document, and what has to be known of the document for that. */
export type Part = Readonly<
  Looked &
    (
      | { article: string; changes: readonly ArticleChange[] }
      | { article: null; changes: readonly RegistryChange[] }
    )
>

interface Looked {
  readonly path: string
  /** The greatest clock in the files. */
  readonly clock: number
  /** The same of the records that change. */
  readonly latest: number
  /** What the list will show of the article. */
  readonly tally: Tally
}

/** Steps that changed more documents than this are read from the histories again when they are walked over, but for the last one. */
const KEPT_IN_MEMORY = 64
/** Changes of that one that are kept at most: about a kilobyte each. */
const KEPT_OF_THE_LAST = 20_000

/** What these changes of an article would be a part of. */
export function partOn(mine: MyWork, changes: readonly ArticleChange[]): Result<Part, Problem> {
  const looked = look(mine, changes, mine.live.tallyAfter(changes))
  return looked.ok ? ok({ ...looked.value, article: mine.article ?? '', changes }) : looked
}

export function partOnRegistries(
  mine: MyRegistries,
  changes: readonly RegistryChange[],
): Result<Part, Problem> {
  const looked = look(mine, changes, 0)
  return looked.ok ? ok({ ...looked.value, article: null, changes }) : looked
}

function look(
  mine: Pick<MyWork | MyRegistries, 'readOnly' | 'path' | 'clock' | 'clockOf'>,
  changes: readonly Change[],
  tally: Tally,
): Result<Looked, Problem> {
  const { readOnly, path, clock } = mine
  if (readOnly) return failed(readOnly)
  const latest = mine.clockOf(changes.map(({ id }) => id))
  if (latest >= Number.MAX_SAFE_INTEGER)
    return failed({ kind: 'bad-file', file: path, where: 'items', expected: 'a clock that can go on' })
  return ok({ path, clock, latest, tally })
}

/**
 * Makes steps, each on one article, on the registries, or on all of those at once, and walks back and forward over them. A
 * reply that is `ok` means that the step is on the disk, all of it. Whoever calls sees to it that calls do not overlap.
 */
export class Steps {
  readonly #ports: StepsPorts
  #history: History
  #clock: number
  /** The last step on many documents, as long as it is not too large: what one has just done is what one takes back. */
  #lastLarge: {
    readonly clock: number
    readonly changes: ReadonlyMap<string | null, readonly Change[]>
  } | null = null

  /** `clock` is the greatest that this device is known to have used. */
  constructor(ports: StepsPorts, history: History, clock: number) {
    this.#ports = ports
    this.#history = history
    this.#clock = likelyClock(clock)
  }

  /** The steps that undo and redo would go over next, so many each way. */
  nearest(most: number): ReturnType<typeof nearest> {
    return nearest(this.#history, most)
  }

  get view(): HistoryView {
    return viewOf(this.#history)
  }

  /** A file has this clock in it, so what comes next is to be later. */
  hasSeen(clock: number): void {
    this.#clock = Math.max(this.#clock, likelyClock(clock))
  }

  /** Does something new. What changes nothing is no step. The registries may name these revisions of the codebook from then on. */
  async take(
    did: string,
    parts: readonly Part[],
    revisions: readonly Codebook[] = [],
  ): Promise<Result<Reply, Problem>> {
    const changing = parts.filter(({ changes }) => changes.length > 0)
    const changes = changing.flatMap((part): readonly Change[] => part.changes)
    if (changing.length > 0) {
      const made = await this.#make({ did }, changing, revisions)
      if (!made.ok) return made
      const isLarge = changing.length > KEPT_IN_MEMORY
      if (isLarge && changes.length <= KEPT_OF_THE_LAST)
        this.#lastLarge = {
          clock: made.value,
          changes: new Map(changing.map((part) => [part.article, part.changes])),
        }
      this.#history = didStep(this.#history, {
        did,
        articles: changing.map(({ article }) => article),
        clock: made.value,
        changes: isLarge ? null : changes,
      })
    }
    return ok({ changes, history: this.view })
  }

  undo(watch?: Watch): Promise<Result<Reply, Problem>> {
    return this.#walk(stepBack(this.#history), watch)
  }

  redo(watch?: Watch): Promise<Result<Reply, Problem>> {
    return this.#walk(stepForward(this.#history), watch)
  }

  /** One that cannot be walked any more is left out of the history, so that the next one can. */
  async #walk(walk: Walk | null, watch: Watch = unwatched): Promise<Result<Reply, Problem>> {
    if (!walk) return ok({ changes: [], history: this.view })
    const parts = await this.#partsOf(walk, watch)
    if (!parts.ok) {
      const { kind } = parts.error
      if (kind !== 'folder-unreachable' && kind !== 'cancelled') this.#history = without(this.#history, walk)
      return parts
    }
    const made = await this.#make({ did: walk.did, of: walk.step.clock }, parts.value, [])
    if (!made.ok) return made
    this.#history = walk.history
    return ok({ changes: parts.value.flatMap((part): readonly Change[] => part.changes), history: this.view })
  }

  /** All of the step, or a Problem: every part is looked at before any of them is changed. */
  #partsOf(walk: Walk, watch: Watch): Promise<Result<readonly Part[], Problem>> {
    const find = findingOnce(this.#ports.folder)
    return forAll(walk.step.articles, watch, (article) =>
      article === null ? this.#sharedPart(walk, find) : this.#partOn(article, walk, find),
    )
  }

  #partOn(article: string, { step, did }: Walk, find: FindWork): Promise<Result<Part, Problem>> {
    const { folder, annotator, visit } = this.#ports
    return visit(article, step.articles.length > 1 ? find : null, async (mine) => {
      if (mine.readOnly) return failed(mine.readOnly)
      const changes = this.#changesInMemory(step, article)
      const known = changes
        ? ok(changes.filter(isOnArticle))
        : await changesOfStep(folder, mine, { annotator, article, clock: step.clock }, find)
      if (!known.ok) return known
      const walked = changesOn(did, known.value)
      return fits(walked, mine.records) ? partOn(mine, walked) : failed({ kind: 'changed-since' })
    })
  }

  /** What a step changed in one document, if that is still in memory. */
  #changesInMemory({ changes, clock }: Step, article: string | null): readonly Change[] | null {
    if (changes) return changes.filter((change) => change.article === article)
    return this.#lastLarge?.clock === clock ? (this.#lastLarge.changes.get(article) ?? []) : null
  }

  async #sharedPart({ step, did }: Walk, find: FindWork): Promise<Result<Part, Problem>> {
    const { folder, annotator, registries, fault } = this.#ports
    const mine = await registries()
    if (!mine.ok) return mine
    if (mine.value.readOnly) return failed(mine.value.readOnly)
    const changes = this.#changesInMemory(step, null)
    const known = changes
      ? ok(changes.filter(isOnRegistries))
      : await sharedChangesOfStep(folder, mine.value, { annotator, article: null, clock: step.clock }, find)
    if (!known.ok) return known
    const walked = changesOn(did, known.value)
    if (!fits(walked, mine.value.records)) return failed({ kind: 'changed-since' })
    const why = await fault(walked)
    return why ? failed(why) : partOnRegistries(mine.value, walked)
  }

  /**
   * First the journal, then memory, a moment later the folder. One line of the journal has all parts, so that it is all
   * there or nothing. Without a journal the folder itself acknowledges, which it can do for one document only. Gives the
   * clock of the step.
   */
  async #make(
    { did, of }: { readonly did: string; readonly of?: number },
    parts: readonly Part[],
    revisions: readonly Codebook[],
  ): Promise<Result<number, Problem>> {
    const { journal, desk, file, now, device, made } = this.#ports
    // Files may have come in with greater clocks while mine were saved; a change is later than what it changes in any case.
    for (const part of parts) this.hasSeen(part.clock)
    const latest = parts.reduce((max, part) => Math.max(max, part.latest), 0)
    // Moved on in any case: what could not be acknowledged may be on the disk all the same, under this revision.
    const rev: Revision = [Math.max(++this.#clock, latest + 1), device()]
    const note: StepNote = { at: now(), did, ...(of === undefined ? {} : { of }) }
    const taken = parts.map((part) => takenOf(part, note, rev, parts.length))
    const [only] = taken
    const isOne = only !== undefined && taken.length === 1
    const appended = await journal.append(
      isOne && revisions.length === 0 ? lineOf(only, note) : linesOf(taken, note, revisions),
    )
    if (!appended.ok && !isOne) return appended
    desk.addRevisions(revisions)
    if (!isOne) file.note({ clock: rev[0], articles: parts.map(({ article }) => article), did, of })
    const takeOut = taken.map((each) => desk.put(each))
    if (!appended.ok && isOne) {
      const mine = desk.mine(only.article)
      if (mine) await desk.write(mine)
      if (!mine?.isSafe) {
        for (const out of takeOut) out?.()
        return appended
      }
    }
    made(parts)
    return ok(rev[0])
  }
}

/** What a part of a step becomes under its clock. */
function takenOf(part: Part, note: StepNote, rev: Revision, parts: number): Taken {
  const { path, tally } = part
  const more = { ...note, ...(parts > 1 && { parts }) }
  return part.article === null
    ? { article: null, path, tally, step: { ...more, ...recordsOf(part.changes, rev) } }
    : { article: part.article, path, tally, step: { ...more, ...recordsOf(part.changes, rev) } }
}

function recordsOf<R>(
  changes: readonly { readonly id: string; readonly before: R | null; readonly after: R | null }[],
  rev: Revision,
): { readonly items: Items<R>; readonly before: Readonly<Record<string, R | null>> } {
  return {
    items: Object.fromEntries(changes.map(({ id, after }) => [id, { rev, record: after }])),
    before: Object.fromEntries(changes.map(({ id, before }) => [id, before])),
  }
}

const lineOf = ({ path, step: { items, before } }: Taken, note: StepNote): JournalEntry => ({
  path,
  items,
  step: { ...note, before },
})

const linesOf = (taken: readonly Taken[], note: StepNote, revisions: readonly Codebook[]): JournalStep => ({
  parts: taken.map(({ path, step: { items, before } }) => ({ path, items, before })),
  step: note,
  ...(revisions.length > 0 && { revisions }),
})
