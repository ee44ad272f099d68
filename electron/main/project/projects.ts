import { resolve } from 'node:path'
import { contentId } from '../../../data/model/ids'
import type { Problem } from '../../../data/model/problem'
import { ok, type Result } from '../../../data/model/result'
import type { RecordState } from '../../../data/record/query'
import { BlindStore } from '../../../data/store/blind-store'
import type { Store } from '../../../data/store/store'
import { inTurn } from '../../../data/store/turns'
import type { Saving, StoreEvent } from '../../../data/store/views'
import type { BackupsView } from '../../ipc/backups'
import type { Start } from '../../ipc/contract'
import type { ProjectBackups } from '../backup/project-backups'
import { collectGarbage } from '../record/garbage'
import type { RecordThread } from '../record/record-thread'
import { randomDevice } from '../settings/first-settings'
import { withRecent } from '../settings/settings'
import type { SettingsFile } from '../settings/settings-file'
import { folderKind } from './folder-kind'
import { makeProject } from './make-project'
import { openBackups, openProject, openRecord, projectIdIn } from './open-project'
import { copySample } from './sample-copy'

/** Articles from which on it is worth the time to let go of what they were read into. */
const LARGE = 1_000

export interface ProjectPorts {
  readonly settings: SettingsFile
  /** The application's own folder; journals lie below it. */
  readonly home: string
  /** Where the sample may be copied to, the best place first. */
  readonly sampleHomes: readonly string[]
  readonly version: string
  /** The project is about to be let go of. Resolves when the window has sent what it still had for it. */
  readonly leaving: () => Promise<void>
  /** Another project is open, or none. */
  readonly opened: (start: Start) => void
  readonly told: (event: Exclude<StoreEvent, { is: 'touched' }>) => void
  readonly backedUp: (view: BackupsView) => void
  /** How far the record of all articles is. */
  readonly recorded: (state: RecordState) => void
  /** The built program of the thread that makes it. */
  readonly recordProgram: string
  readonly log: (what: string, error: unknown) => void
  /** Work of the project that was open could not reach its folder; this computer keeps it. */
  readonly kept: (problem: Problem) => void
}

interface Opened {
  readonly root: string
  readonly id: string
  readonly store: BlindStore
  readonly backups: ProjectBackups
  readonly record: RecordThread
}

/**
 * Which project is open. One is opened before the other is let go, so that a folder that cannot be opened leaves
 * everything as it was. Calls take their turn.
 */
export class Projects {
  readonly #ports: ProjectPorts
  readonly #turn = inTurn()
  #open: Opened | null = null
  #problem: Problem | null = null
  /** Answers what the project that was let go of last was being asked. */
  #answer = (): void => {}

  constructor(ports: ProjectPorts) {
    this.#ports = ports
  }

  get store(): Store | null {
    return this.#open?.store ?? null
  }

  get backups(): ProjectBackups | null {
    return this.#open?.backups ?? null
  }

  /** Everybody's tags on all articles of the open project. */
  get record(): RecordThread | null {
    return this.#open?.record ?? null
  }

  /** Waits for what is being opened, then says what the window is to show. */
  start(): Promise<Start> {
    return this.#turn(async () => this.#start())
  }

  open(root: string): Promise<Result<null, Problem>> {
    return this.#turn(() => this.#openAt(resolve(root)))
  }

  /** Makes a project in a folder that is missing or empty, and opens it. */
  make(root: string): Promise<Result<null, Problem>> {
    return this.#turn(() => this.#makeAt(resolve(root)))
  }

  /** This user's copy of the sample; a new one when it is gone. */
  openSample(): Promise<Result<null, Problem>> {
    return this.#turn(() => this.#openSample())
  }

  /**
   * What the program opens by itself: the folder on the command line, where a project is made if it is missing or
   * empty; else the project that was last open, if it is still there; else the sample.
   */
  openFirst(named: string | null): Promise<Result<null, Problem>> {
    return this.#turn(async () => {
      const answer = named === null ? await this.#openLast() : await this.#openOrMake(named)
      if (!answer.ok && !this.#open) {
        this.#problem = answer.error
        this.#show()
      }
      return answer
    })
  }

  /** The same for a folder that a second start of the program names, while this one runs. */
  openNamed(named: string): Promise<Result<null, Problem>> {
    return this.#turn(() => this.#openOrMake(named))
  }

  /** Brings everything into the project folder and lets go of it. `null` when no project is open. */
  close(): Promise<Saving | null> {
    return this.#turn(async () => {
      const saving = await this.#close()
      this.#answerLast()
      return saving
    })
  }

  async #openOrMake(named: string): Promise<Result<null, Problem>> {
    const kind = await folderKind(named)
    if (!kind.ok) return kind
    if (kind.value === 'missing' || kind.value === 'empty') return this.#makeAt(named)
    return this.#openAt(named)
  }

  async #openLast(): Promise<Result<null, Problem>> {
    const [last] = this.#ports.settings.now().recent
    if (!last) return this.#openSample()
    const kind = await folderKind(last.folder)
    // A share that does not answer is said to be so; something else in its place would only puzzle.
    if (!kind.ok) return kind
    return kind.value === 'project' ? this.#openAt(last.folder) : this.#openSample()
  }

  async #openSample(): Promise<Result<null, Problem>> {
    const { settings, sampleHomes } = this.#ports
    const { sample } = settings.now()
    const kind = sample === null ? null : await folderKind(sample)
    if (sample !== null && kind?.ok && kind.value === 'project') return this.#openAt(sample)
    const copied = await copySample(sampleHomes)
    if (!copied.ok) return copied
    await settings.change({ sample: copied.value })
    return this.#openAt(copied.value)
  }

  async #makeAt(root: string): Promise<Result<null, Problem>> {
    const made = await makeProject(root)
    return made.ok ? this.#openAt(root) : made
  }

  async #openAt(root: string): Promise<Result<null, Problem>> {
    if (this.#open?.root === root) return ok(null)
    const id = await projectIdIn(root)
    if (!id.ok) return id
    // Two copies of one project share a journal, so the one has to let go of it first.
    const isCopy = this.#open?.id === id.value
    if (isCopy) await this.#leave()
    const { settings, home } = this.#ports
    const { annotator, device } = settings.now()
    const newDevice = async () => {
      const renewed = randomDevice()
      await settings.change({ device: renewed })
      return renewed
    }
    const store = await openProject(root, id.value, home, { annotator, device }, newDevice)
    if (!store.ok) {
      if (isCopy) this.#show()
      return store
    }
    await this.#leave()
    const { backedUp, recorded, recordProgram: program, log } = this.#ports
    const opened = { root, id: id.value, store: new BlindStore(store.value) }
    const record = openRecord(opened, home, { program, told: recorded, log })
    const backups = await openBackups(opened, home, { told: backedUp, log })
    await this.#arrive({ ...opened, backups, record })
    return ok(null)
  }

  async #arrive(open: Opened): Promise<void> {
    const { settings, told } = this.#ports
    this.#open = open
    this.#problem = null
    open.store.listen((event) => {
      if (this.#open === open && event.is !== 'touched') told(event)
    })
    const { name } = open.store.view().project
    const entry = { id: contentId(open.root).slice(0, 16), name, folder: open.root }
    await settings.change({ recent: withRecent(settings.now().recent, entry) })
    this.#show()
    void letGoOnceMade(open)
    open.backups.keepUp(open.record.made)
  }

  async #leave(): Promise<void> {
    const saving = await this.#close()
    if (saving?.state === 'kept') this.#ports.kept(saving.problem)
  }

  async #close(): Promise<Saving | null> {
    const open = this.#open
    if (!open) return null
    await this.#ports.leaving()
    this.#open = null
    this.#answer = await open.record.close()
    await open.backups.close()
    return open.store.close()
  }

  /** The window is to show what is open now. What it had asked about the last project is answered after that. */
  #show(): void {
    this.#ports.opened(this.#start())
    this.#answerLast()
  }

  #answerLast(): void {
    this.#answer()
    this.#answer = () => {}
  }

  #start(): Start {
    const { settings, version } = this.#ports
    return {
      project: this.#open?.store.view() ?? null,
      recent: settings.now().recent,
      version,
      theme: settings.now().theme,
      preferences: settings.now().preferences,
      problem: this.#problem,
    }
  }
}

async function letGoOnceMade({ record, store }: Opened): Promise<void> {
  await record.made
  if (store.view().articles.length >= LARGE) collectGarbage()
}
