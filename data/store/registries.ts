import type { Codebook } from '../model/codebook'
import type { Problem } from '../model/problem'
import { IN_FORCE, type InForce, type RegistryRecord } from '../model/records'
import { rulesOf, usualReview, type ReviewRules } from '../model/review-records'
import { failed, ok, type Result } from '../model/result'
import { isSame } from '../model/same'
import type { RegistryChange } from './changes'
import type { Desk } from './desk'
import { findWork } from './find-work'
import { headOf, readRevision } from './codebook-revisions'
import type { Merged, MyRegistries } from './my-document'
import type { Folder } from './ports'

interface RegistriesPorts {
  readonly folder: Folder
  readonly desk: Desk
  /** This computer as the project knows it now. */
  readonly device: () => string
  readonly opened: (mine: MyRegistries, merged: Merged | null) => void
}

/** What all articles share: everybody's entries, the revisions of the codebook, of which one is in force, and how one reviews. */
export class Registries {
  readonly #ports: RegistriesPorts
  readonly #revisions: Map<string, Codebook>
  #entries: readonly RegistryRecord[] = []
  #codebook: Codebook
  #review: ReviewRules = usualReview
  /** The files of others at the last look, with their stamps. */
  #seen: string | null = null
  /** What stands in the way of reading them; `null` while nothing does. */
  #trouble: Problem | null = null

  /** `revisions` are those that were found in the project. `hold` and `look` show what the registries have. */
  constructor(ports: RegistriesPorts, revisions: readonly Codebook[]) {
    this.#ports = ports
    this.#revisions = new Map(revisions.map((revision) => [revision.id, revision]))
    this.#codebook = headOf(revisions)
  }

  /** Of everybody. The same array until there are others. */
  get entries(): readonly RegistryRecord[] {
    return this.#entries
  }

  /** The revision that is in force; the one before it while its file has not come in. */
  get codebook(): Codebook {
    return this.#codebook
  }

  get review(): ReviewRules {
    return this.#review
  }

  /** Why they are not all that they should be; `null` when all is well. */
  get trouble(): Problem | null {
    return this.#trouble
  }

  /** My registries, from memory or from the folder. */
  async hold(): Promise<Result<MyRegistries, Problem>> {
    const { desk, device, opened } = this.#ports
    const mine = await desk.holdRegistries(device(), opened)
    if (!mine.ok) this.#trouble = mine.error
    return mine
  }

  /** Shows what stands in memory now. Says whether that is other than before. */
  async look(): Promise<boolean> {
    const mine = this.#ports.desk.registries
    if (!mine) return false
    const { entries, inForce, review } = mine.live
    const codebook = await this.revision(inForce.codebook)
    this.#trouble = codebook.ok ? null : codebook.error
    const rules = rulesOf(review)
    const isOther = (codebook.ok && codebook.value.id !== this.#codebook.id) || !isSame(rules, this.#review)
    if (codebook.ok) this.#codebook = codebook.value
    this.#review = rules
    if (entries === this.#entries || isSame(entries, this.#entries)) return isOther
    this.#entries = entries
    return true
  }

  /**
   * Takes in what stands in everybody's files now, if any of them is other than at the last look: reading thousands of
   * entries of many people takes a while. Says what it found in copies of mine.
   */
  async takeIn(mine: MyRegistries): Promise<Merged | null> {
    const { folder } = this.#ports
    const { documents } = await findWork(folder, null)
    const others = documents.map(({ path }) => path).filter((path) => path !== mine.path)
    const stamps = await folder.stamps(others)
    const seen = stamps.ok ? JSON.stringify([others, stamps.value]) : null
    const isAsBefore = seen !== null && seen === this.#seen && !(await mine.isOverwritten())
    this.#seen = seen
    return isAsBefore ? null : mine.lookAround()
  }

  /** A revision of the codebook that is in the project. */
  async revision(id: string): Promise<Result<Codebook, Problem>> {
    const known = this.#revisions.get(id) ?? this.#ports.desk.revision(id)
    if (known) return ok(known)
    const read = await readRevision(this.#ports.folder, id)
    if (!read.ok) return read
    if (!read.value) return failed({ kind: 'not-there', what: 'codebook' })
    this.#revisions.set(id, read.value)
    return ok(read.value)
  }

  /** Why these changes cannot be made; `null` when they can: a codebook in force has to be there. */
  async fault(changes: readonly RegistryChange[]): Promise<Problem | null> {
    for (const { after } of changes) {
      if (after?.is !== 'in-force') continue
      const there = await this.revision(after.codebook)
      if (!there.ok) return there.error
    }
    return null
  }
}

/** The record that stands for nobody's having said which codebook is in force. */
export const inForceByDefault = (codebook: Codebook, since: string): InForce => ({
  is: 'in-force',
  id: IN_FORCE,
  created: since,
  modified: since,
  codebook: codebook.id,
})
