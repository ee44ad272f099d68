import { z } from 'zod'
import { annotatorIdSchema, deviceIdSchema } from '../model/ids'
import { bytesOfJson } from './json-bytes'
import { paths } from './paths'
import type { Folder, Stamp } from './ports'
import { readAs } from './read-files'

const presenceSchema = z.object({
  format: z.literal('parley/presence'),
  schema: z.literal(1),
  annotator: annotatorIdSchema,
  device: deviceIdSchema,
  /** One run of one program. */
  session: z.string().min(1).max(100),
})

export interface PresencePorts {
  readonly folder: Folder
  readonly annotator: string
  readonly device: string
  /** The name of this run, which no other has. */
  readonly session: string
  /** Milliseconds between two looks. */
  readonly every: number
  /** Another program writes under this device's name. Called once, and no look follows. */
  readonly cloned: () => void
}

/**
 * Notices that a profile was copied, so that two programs write under one device's name. Each puts the name of its
 * run into one file, and puts it there again when it finds another's: an old copy of the file comes back once, a
 * program that runs comes back again. What it costs while nobody interferes is a look at one file's stamp.
 */
export class Presence {
  readonly #ports: PresencePorts
  readonly #path: string
  #stamp: Stamp | null = null
  #wasChallenged = false
  #timer: ReturnType<typeof setTimeout> | null = null
  #stopped = false

  constructor(ports: PresencePorts) {
    this.#ports = ports
    this.#path = paths.presence(ports.annotator, ports.device)
  }

  /** Says from now on who writes here. */
  async begin(): Promise<void> {
    await this.#clearCopies()
    await this.#write()
    this.#later()
  }

  stop(): void {
    this.#stopped = true
    if (this.#timer !== null) clearTimeout(this.#timer)
  }

  #later(): void {
    if (!this.#stopped) this.#timer = setTimeout(() => void this.#look(), this.#ports.every)
  }

  async #look(): Promise<void> {
    const { folder, session, cloned } = this.#ports
    const stamp = await this.#stampNow()
    if (stamp !== null && stamp !== this.#stamp && !this.#stopped) {
      this.#stamp = stamp
      const found = await readAs(folder, this.#path, presenceSchema)
      if (found.ok && found.value && found.value.session !== session) {
        if (this.#wasChallenged) return cloned()
        this.#wasChallenged = true
        await this.#write()
      }
    }
    this.#later()
  }

  /** What sync programs kept of the file says nothing that is still so. */
  async #clearCopies(): Promise<void> {
    const { folder } = this.#ports
    const place = this.#path.slice(0, this.#path.lastIndexOf('/'))
    const names = await folder.list(place)
    if (!names.ok) return
    for (const name of names.value)
      if (/^meta[^a-z/].*\.json/i.test(name) && name !== 'meta.json') await folder.remove(`${place}/${name}`)
  }

  /** A folder that cannot be written will be looked at again, and so will be whoever else writes to it. */
  async #write(): Promise<void> {
    const { folder, annotator, device, session } = this.#ports
    const presence = { format: 'parley/presence', schema: 1, annotator, device, session }
    await folder.replace(this.#path, bytesOfJson(presence))
    this.#stamp = await this.#stampNow()
  }

  async #stampNow(): Promise<Stamp | null> {
    const stamps = await this.#ports.folder.stamps([this.#path])
    return stamps.ok ? (stamps.value[0] ?? null) : this.#stamp
  }
}
