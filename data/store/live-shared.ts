import { IN_FORCE, isEntry, type InForce, type RegistryRecord, type SharedRecord } from '../model/records'
import { REVIEW_SETTINGS, type ReviewSettings } from '../model/review-records'

/** What everybody has in the registries, joined, as far as it is not deleted; which codebook is in force, and how the project is reviewed. */
export class LiveShared {
  readonly #records = new Map<string, SharedRecord>()
  readonly #byDefault: InForce
  #entries: readonly RegistryRecord[] | null = null

  /** `byDefault` stands while nobody has said which codebook is in force, so that the first who does can take it back. */
  constructor(records: readonly SharedRecord[], byDefault: InForce) {
    this.#byDefault = byDefault
    this.#records.set(IN_FORCE, byDefault)
    for (const record of records) this.put(record.id, record)
  }

  get byId(): ReadonlyMap<string, SharedRecord> {
    return this.#records
  }

  /** Actors, issues and positions. The same array until there are others. */
  get entries(): readonly RegistryRecord[] {
    this.#entries ??= [...this.#records.values()].filter(isEntry)
    return this.#entries
  }

  get inForce(): InForce {
    const record = this.#records.get(IN_FORCE)
    return record?.is === 'in-force' ? record : this.#byDefault
  }

  /** `null` while nobody has said it. */
  get review(): ReviewSettings | null {
    const record = this.#records.get(REVIEW_SETTINGS)
    return record?.is === 'review-settings' ? record : null
  }

  put(id: string, record: SharedRecord | null): void {
    if (id === IN_FORCE) {
      this.#records.set(id, record ?? this.#byDefault)
      return
    }
    if (record) this.#records.set(id, record)
    else this.#records.delete(id)
    if (id !== REVIEW_SETTINGS) this.#entries = null
  }
}
