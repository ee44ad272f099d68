import { Low, type Adapter } from 'lowdb'
import type { Problem } from '../../../data/model/problem'
import type { Folder } from '../../../data/store/ports'
import { inTurn } from '../../../data/store/turns'
import { onThisMachine, readSettings, type Settings } from './settings'

const path = 'settings.json'
/** The same once more, written after it: who works here must not depend on one file. */
const copy = 'settings.copy.json'

export interface SettingsFile {
  now(): Settings
  /** Changes a part, at once for `now`; resolves when the disk has it. A change that cannot be written is logged. */
  change(part: Partial<Settings>): Promise<void>
  /** Resolves when the disk has all that was changed. */
  written(): Promise<void>
}

type Log = (what: string, problem: Problem) => void

/**
 * The settings in the application's own folder. A file that cannot be understood is set aside under another name, and
 * its copy counts, else the settings are as at first: they never keep the app from starting. One that cannot be read
 * is never written over, since it may be whole.
 */
export async function openSettings(folder: Folder, first: () => Settings, log: Log): Promise<SettingsFile> {
  const atFirst = first()
  const low = new Low<Settings>(new SettingsAdapter(folder, atFirst, log), atFirst)
  await low.read()
  if (low.data === atFirst || low.data.device === atFirst.device) await low.write()
  // One after the other: of two at once the earlier could end last. What is changed while one waits goes along with it.
  const turn = inTurn()
  let waiting: Promise<void> | null = null
  return {
    now: () => low.data,
    change(part) {
      low.data = { ...low.data, ...part }
      waiting ??= turn(() => {
        waiting = null
        return low.write()
      })
      return waiting
    },
    written: () => turn(async () => {}),
  }
}

/** lowdb's stock adapter does not flush; the project's way of replacing a file does. */
class SettingsAdapter implements Adapter<Settings> {
  readonly #folder: Folder
  readonly #atFirst: Settings
  readonly #log: Log
  /** Those of the two files that could be read, or were not there. */
  readonly #writable: string[] = []

  constructor(folder: Folder, atFirst: Settings, log: Log) {
    this.#folder = folder
    this.#atFirst = atFirst
    this.#log = log
  }

  async read(): Promise<Settings | null> {
    const settings = await this.#readFile(path)
    const copied = await this.#readFile(copy)
    const read = settings ?? copied
    return read && onThisMachine(read, this.#atFirst)
  }

  async write(settings: Settings): Promise<void> {
    const bytes = new TextEncoder().encode(`${JSON.stringify(settings, null, 2)}\n`)
    for (const file of this.#writable) {
      const written = await this.#folder.replace(file, bytes)
      if (!written.ok) return this.#log('The settings could not be written', written.error)
    }
  }

  async #readFile(file: string): Promise<Settings | null> {
    const bytes = await this.#folder.read(file)
    if (!bytes.ok) {
      this.#log('The settings could not be read', bytes.error)
      return null
    }
    this.#writable.push(file)
    if (bytes.value === null) return null
    const read = readSettings(jsonOf(bytes.value), this.#atFirst)
    if (read === null) {
      this.#log('The settings were damaged and set aside', { kind: 'damaged-file', file })
      await keepAside(this.#folder, 'damaged', bytes.value)
      return null
    }
    if (read.schema > 1) await keepAside(this.#folder, 'newer', bytes.value)
    return { ...read, schema: 1 }
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

async function keepAside(folder: Folder, why: 'damaged' | 'newer', bytes: Uint8Array): Promise<void> {
  for (let n = 1; n < 100; n++) {
    const kept = await folder.create(`settings.${why}-${n}.json`, bytes)
    if (!kept.ok || kept.value === 'created') return
  }
}
