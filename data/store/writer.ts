import { parseAs } from '../model/parse'
import type { Problem } from '../model/problem'
import { personSchema, type Person } from '../model/project'
import { ok, type Result } from '../model/result'
import { bytesOfJson } from './json-bytes'
import { LOOK_EVERY } from './lookout'
import type { StorePorts } from './open-store'
import { paths } from './paths'
import { Presence } from './presence'
import { quarantine } from './set-aside'

type WriterPorts = Pick<StorePorts, 'folder' | 'vault' | 'me' | 'clock' | 'newDevice' | 'lookEvery'>

/** Who writes here: a person on a device, whose files nobody else writes. */
export class Writer {
  readonly #ports: WriterPorts
  /** Another program writes under this device's name. */
  readonly #cloned: () => void
  #person: Person
  #isKnown: boolean
  #device: string
  #presence: Presence | null = null

  /** `known` is what the project has of me. */
  constructor(ports: WriterPorts, known: Person | undefined, cloned: () => void) {
    const { id, name } = ports.me.annotator
    this.#ports = ports
    this.#cloned = cloned
    this.#device = ports.me.device
    this.#person = { format: 'parley/person', schema: 1, id, name }
    this.#isKnown = known?.name === name
  }

  get person(): Person {
    return this.#person
  }

  get device(): string {
    return this.#device
  }

  /** The folder that this device writes to. */
  get folder(): string {
    return `${paths.works}/${this.#person.id}/${this.#device}`
  }

  /** Whether a file is one that this device writes itself, so that its change is no news. A sync program's copy of one is not. */
  owns(path: string): boolean {
    const own = `${this.folder}/`
    const name = path.slice(own.length)
    return path.startsWith(own) && /^[a-z2-7]{2}\/[a-z2-7]{26}\.(json|log)$|^[a-z]+\.json$/.test(name)
  }

  /** Puts my name into the project, unless it is there. */
  async signIn(): Promise<Result<null, Problem>> {
    if (this.#isKnown) return ok(null)
    const person = this.#person
    const path = paths.person(person.id)
    const free = await this.#makeRoom(path)
    if (!free.ok) return free.error.kind === 'newer-file' ? ok(null) : free
    const written = await this.#ports.folder.replace(path, bytesOfJson(person))
    if (written.ok) this.#isKnown = this.#person === person
    return written
  }

  /** A damaged file is kept before another takes its place; one of a newer program is left as it is. */
  async #makeRoom(path: string): Promise<Result<unknown, Problem>> {
    const { folder, vault } = this.#ports
    const bytes = await folder.read(path)
    if (!bytes.ok || !bytes.value) return bytes
    const there = parseAs(personSchema, new TextDecoder().decode(bytes.value), path)
    if (there.ok || there.error.kind === 'newer-file') return there
    return quarantine(vault, path, bytes.value)
  }

  async rename(name: string): Promise<Result<null, Problem>> {
    const [before, wasKnown] = [this.#person, this.#isKnown]
    const person = { ...before, name }
    this.#person = person
    this.#isKnown = false
    const written = await this.signIn()
    if (!written.ok && this.#person === person) {
      this.#person = before
      this.#isKnown = wasKnown
    }
    return written
  }

  /** Says that somebody writes here. Called at each change: who only reads is in nobody's way. */
  isWriting(): void {
    const { folder, newDevice, clock, lookEvery = LOOK_EVERY } = this.#ports
    if (!newDevice || this.#presence) return
    this.#presence = new Presence({
      folder,
      annotator: this.#person.id,
      device: this.#device,
      session: clock.newId(),
      every: 2 * lookEvery,
      cloned: this.#cloned,
    })
    void this.#presence.begin()
  }

  /** Writes under another device's name from now on. */
  async takeNewDevice(): Promise<void> {
    this.stop()
    this.#presence = null
    this.#device = (await this.#ports.newDevice?.()) ?? this.#device
  }

  stop(): void {
    this.#presence?.stop()
  }
}
