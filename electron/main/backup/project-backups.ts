import { readBackups } from '../../../data/store/backup/backups'
import { checkBackups, countLost, type Seen } from '../../../data/store/backup/check-backups'
import {
  compare,
  compareWork,
  putBack,
  type BackupDifference,
  type PersonWork,
} from '../../../data/store/backup/compare'
import { makeBackup, type BackupSubject } from '../../../data/store/backup/make-backup'
import { backupIdOf, type BackupReason, type Manifest } from '../../../data/store/backup/manifest'
import type { BackupPorts, Run } from '../../../data/store/backup/ports'
import { prune } from '../../../data/store/backup/prune'
import { lastGood } from '../../../data/store/backup/read-backup'
import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import type { BlindStore } from '../../../data/store/blind-store'
import { inTurn } from '../../../data/store/turns'
import type { Reply } from '../../../data/store/views'
import type { BackupsView, BackupWork, ListedBackup } from '../../ipc/backups'
import { isDue } from './is-due'
import { pauses } from './pauses'
import { restoreInto, type Restored } from './restore-folder'

const HOUR = 3_600_000
/** Milliseconds from opening a project to looking whether a backup is due: by then the window is in use. */
const AFTER_OPENING = 15_000
/** Milliseconds after which it is looked for however much else goes on. */
const AT_LATEST = 600_000
/** Milliseconds that something else waits for a backup. */
const BRIEFLY = 5_000
/** Milliseconds between two events about one piece of work. */
const TELL_EVERY = 150

export interface ProjectBackupsPorts {
  readonly backup: BackupPorts
  readonly store: BlindStore
  readonly subject: Omit<BackupSubject, 'why'>
  /** Where the backups lie, for people to read. */
  readonly place: string
  readonly told: (view: BackupsView) => void
  readonly log: (what: string, error: unknown) => void
}

/** The backups of the project that is open: made when they are due or asked for, checked, compared, given back. */
export class ProjectBackups {
  readonly #ports: ProjectBackupsPorts
  readonly #turn = inTurn()
  readonly #seen: Seen = new Map()
  readonly #timers = new Set<ReturnType<typeof setTimeout>>()
  #made: readonly Manifest[] = []
  #lost: ReadonlyMap<string, number> = new Map()
  #doing: BackupWork | null = null
  #problem: Problem | null = null
  #isClosed = false
  /** The check was stopped for something that somebody waits for. */
  #gaveWay = false
  /** Changes whenever what goes on is to stop. */
  #era = 0

  constructor(ports: ProjectBackupsPorts) {
    this.#ports = ports
  }

  /**
   * Backs up in a while, and from then on each hour, if the last backup is old enough. It begins when `calm` is settled: to read a large
   * project twice at once takes twice the memory, and keeps the first waiting.
   */
  keepUp(calm: Promise<void> = Promise.resolve()): void {
    const look = async () => {
      // One that was asked for may be on its way.
      const listed = await this.#turn(() => this.list())
      if (listed.ok && isDue(this.#made[0]?.made ?? null, Date.now())) await this.backUp('opening')
      this.#after(HOUR, look)
    }
    const enough = new Promise<void>((resolve) => this.#after(AT_LATEST, async () => resolve()))
    void Promise.race([calm, enough]).then(() => this.#after(AFTER_OPENING, look))
  }

  async list(): Promise<Result<BackupsView, Problem>> {
    const backups = await readBackups(this.#ports.backup)
    if (!backups.ok) return backups
    this.#made = backups.value.made
    return ok(this.#view())
  }

  /** What cannot be backed up is said by the view, too. */
  backUp(why: BackupReason): Promise<Result<null, Problem>> {
    return this.#work('backing-up', why === 'opening' ? 'quietly' : 'at once', async (run) => {
      await this.#ports.store.flush()
      const { backup, subject } = this.#ports
      const made = await makeBackup(backup, { ...subject, why }, run)
      if (made.ok) {
        this.#problem = null
        const pruned = await prune(backup, run)
        if (!pruned.ok) this.#ports.log('Old backups could not be cleared away', pruned.error)
        const counted = await countLost(backup, run)
        if (counted.ok) this.#lost = known(this.#lost, counted.value, backupIdOf(made.value))
        await this.list()
        return ok(null)
      }
      if (made.error.kind === 'cancelled') return made
      this.#problem = notBackedUp(made.error)
      return failed(this.#problem)
    })
  }

  /** For what is about to begin: a backup, or as much of one as can be made in a few seconds. */
  async backUpBriefly(why: BackupReason): Promise<void> {
    const enough = setTimeout(() => this.stop(), BRIEFLY)
    await this.backUp(why)
    clearTimeout(enough)
  }

  /** Gives way to whatever is asked for meanwhile, and goes on after it. */
  async check(): Promise<Result<null, Problem>> {
    for (;;) {
      this.#gaveWay = false
      const checked = await this.#work('checking', 'at once', async (run) => {
        const lost = await checkBackups(this.#ports.backup, this.#seen, run)
        if (!lost.ok) return lost
        this.#lost = lost.value
        return ok(null)
      })
      const isToGoOn = !checked.ok && checked.error.kind === 'cancelled' && this.#gaveWay
      if (!isToGoOn || this.#isClosed) return checked
    }
  }

  /** What is hidden from the user of this program is not compared. */
  compare(id: string): Promise<Result<BackupDifference, Problem>> {
    return this.#work(null, 'at once', async (run) => {
      await this.#ports.store.flush()
      const isHidden = (article: string, annotator: string) => this.#hides(article, annotator)
      return compare(this.#ports.backup, id, this.#me, run, isHidden)
    })
  }

  async compareWork(id: string, article: string, annotator: string): Promise<Result<PersonWork, Problem>> {
    if (this.#hides(article, annotator)) return failed({ kind: 'hidden-until-done' })
    return this.#work(null, 'at once', () => compareWork(this.#ports.backup, id, article, annotator))
  }

  /** Makes my tags and links on an article what they are in the backup: one step of the store. */
  async bringBack(id: string, article: string): Promise<Result<Reply, Problem>> {
    const work = await this.compareWork(id, article, this.#me)
    return work.ok ? this.#ports.store.bringBack(article, work.value.was) : work
  }

  putBack(id: string, article: string): Promise<Result<number, Problem>> {
    return this.#work(null, 'at once', () => putBack(this.#ports.backup, id, article, this.#me))
  }

  restore(id: string, place: string): Promise<Result<Restored, Problem>> {
    return this.#work('restoring', 'at once', (run) => restoreInto(this.#ports.backup, id, place, run))
  }

  /** See `lastGood` in data/store/backup. */
  lastGood(path: string): Promise<Result<Uint8Array | null, Problem>> {
    return lastGood(this.#ports.backup, path)
  }

  /** Stops what goes on; a backup goes on from there the next time. */
  stop(): void {
    this.#era++
  }

  async close(): Promise<void> {
    this.#isClosed = true
    for (const timer of this.#timers) clearTimeout(timer)
    this.stop()
    await this.#turn(async () => {})
  }

  #hides(article: string, annotator: string): boolean {
    return annotator !== this.#me && this.#ports.store.hides(article)
  }

  get #me(): string {
    return this.#ports.store.me
  }

  /** One piece of work after the other. */
  #work<T>(
    is: BackupWork['is'] | null,
    manner: 'at once' | 'quietly',
    work: (run: Run) => Promise<Result<T, Problem>>,
  ): Promise<Result<T, Problem>> {
    if (is !== 'checking' && this.#doing?.is === 'checking') {
      this.#gaveWay = true
      this.stop()
    }
    return this.#turn(async () => {
      if (this.#isClosed) return failed({ kind: 'cancelled' })
      const era = this.#era
      let told = 0
      const run: Run = {
        isStopped: () => this.#era !== era,
        pause: pauses(manner),
        progress: (done, total) => {
          if (is === null) return
          this.#doing = { is, done, total }
          if (Date.now() - told < TELL_EVERY) return
          told = Date.now()
          this.#ports.told(this.#view())
        },
      }
      run.progress(0, 0)
      try {
        return await work(run)
      } finally {
        this.#doing = null
        if (is !== null) this.#ports.told(this.#view())
      }
    })
  }

  #after(milliseconds: number, work: () => Promise<void>): void {
    if (this.#isClosed) return
    const timer = setTimeout(() => {
      this.#timers.delete(timer)
      work().catch((error: unknown) => this.#ports.log('A backup broke off', error))
    }, milliseconds)
    this.#timers.add(timer)
  }

  #view(): BackupsView {
    return {
      backups: this.#made.map((backup) => listed(backup, this.#lost.get(backupIdOf(backup)) ?? null)),
      doing: this.#doing,
      problem: this.#problem,
      folder: this.#ports.place,
    }
  }
}

const listed = (backup: Manifest, lost: number | null): ListedBackup => {
  const { made, why, files, bytes, added, changed, removed, kept, bad } = backup
  const counts = { files, bytes, added, changed, removed, kept: kept.length, bad: bad.length }
  return { id: backupIdOf(backup), made, why, ...counts, lost }
}

/** What was looked at before, as it is counted now, and the one that was just made and read back. */
const known = (
  before: ReadonlyMap<string, number>,
  now: ReadonlyMap<string, number>,
  made: string,
): ReadonlyMap<string, number> =>
  new Map([...now].filter(([id, lost]) => id === made || before.has(id) || lost > 0))

const notBackedUp = (problem: Problem): Problem =>
  problem.kind === 'not-saved' || problem.kind === 'folder-unreachable' || problem.kind === 'unreadable-file'
    ? { kind: 'not-backed-up', why: problem.why }
    : problem
