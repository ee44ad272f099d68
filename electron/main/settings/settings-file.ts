import { Low } from 'lowdb'
import type { Problem } from '../../../data/model/problem'
import type { Folder } from '../../../data/store/ports'
import { onThisMachine, readSettings, type Settings } from './settings'

const path = 'settings.json'

export interface SettingsFile {
  now(): Settings
  /** Changes a part, at once for `now`; resolves when the disk has it. A change that cannot be written is logged. */
  change(part: Partial<Settings>): Promise<void>
}

/**
 * The settings in the application's own folder. A file that cannot be understood is set aside under another name,
 * and the settings are as at first: they never keep the app from starting.
 */
export async function openSettings(
  folder: Folder,
  first: () => Settings,
  log: (what: string, problem: Problem) => void,
): Promise<SettingsFile> {
  const atFirst = first()
  const low = new Low<Settings>(adapter(folder, atFirst, log), atFirst)
  await low.read()
  if (low.data === atFirst || low.data.device === atFirst.device) await low.write()
  return {
    now: () => low.data,
    change(part) {
      low.data = { ...low.data, ...part }
      return low.write()
    },
  }
}

/** lowdb's stock adapter does not flush; the project's way of replacing a file does. */
const adapter = (folder: Folder, atFirst: Settings, log: (what: string, problem: Problem) => void) => ({
  async read(): Promise<Settings | null> {
    const bytes = await folder.read(path)
    if (!bytes.ok) log('The settings could not be read', bytes.error)
    if (!bytes.ok || bytes.value === null) return null
    const settings = readSettings(jsonOf(bytes.value), atFirst)
    if (!settings) await setAside(folder, bytes.value, log)
    return settings && onThisMachine(settings, atFirst)
  },
  async write(settings: Settings): Promise<void> {
    const bytes = new TextEncoder().encode(`${JSON.stringify(settings, null, 2)}\n`)
    const written = await folder.replace(path, bytes)
    if (!written.ok) log('The settings could not be written', written.error)
  },
})

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return null
  }
}

async function setAside(
  folder: Folder,
  bytes: Uint8Array,
  log: (what: string, problem: Problem) => void,
): Promise<void> {
  log('The settings were damaged and set aside', { kind: 'damaged-file', file: path })
  for (let n = 1; n < 100; n++) {
    const kept = await folder.create(`settings.damaged-${n}.json`, bytes)
    if (!kept.ok || kept.value === 'created') return
  }
}
