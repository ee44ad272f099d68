import type { Problem } from '../../../model/problem'
import type { Line } from './lines'

/** Records by id, as JSON with sorted keys; `null` for a deleted one. */
export type States = ReadonlyMap<string, string | null>

/** One record that is not as it was acknowledged. */
export interface Lost {
  readonly id: string
  readonly acknowledged: string | null
  readonly found: string | null
}

type Asked = Extract<Line, { is: 'asks' }>

/** A record as it was acknowledged once; the same state acknowledged again is another. */
interface Standing {
  readonly state: string | null
}

/** What the children have been told is safe, over all rounds. */
export class Ledger {
  #states = new Map<string, Standing>()
  /** Records that a change was asked for which was never answered, so that either state is right. */
  #doubtful = new Set<string>()
  #maybeNew = 0
  /** Steps over several records that were never answered: all of it is there, or nothing. */
  #wholes: { readonly mark: string; readonly ids: Set<string> }[] = []
  /** What stood in the ledger when a flush was asked for that ended in "Saved". */
  #saved: ReadonlyMap<string, Standing> = new Map()
  #flushed: ReadonlyMap<string, Standing> = new Map()
  /** How long each answer took that changed something. */
  readonly milliseconds: number[] = []

  /** Takes in what one child said until it was killed. */
  take(lines: readonly Line[]): void {
    let asked: Asked | null = null
    for (const line of lines) {
      if (line.is === 'asks') asked = line
      if (line.is === 'flushes') this.#flushed = new Map(this.#states)
      if (line.is === 'saved') this.#saved = this.#flushed
      if (line.is === 'refused') {
        if (isOfTheDisk(line.problem)) this.#doubt(asked)
        asked = null
      }
      if (line.is !== 'acknowledged') continue
      asked = null
      if (Object.keys(line.after).length > 0) this.milliseconds.push(line.ms)
      for (const [id, record] of Object.entries(line.after)) {
        this.#states.set(id, { state: record && canonical(record) })
        this.#doubtful.delete(id)
        for (const { ids } of this.#wholes) ids.delete(id)
      }
    }
    this.#doubt(asked)
  }

  /** What was asked for may have been done. */
  #doubt(asked: Asked | null): void {
    for (const id of asked?.ids ?? []) this.#doubtful.add(id)
    if (asked?.isNew) this.#maybeNew++
    for (const whole of this.#wholes) for (const id of asked?.ids ?? []) whole.ids.delete(id)
    if (asked?.mark !== undefined) this.#wholes.push({ mark: asked.mark, ids: new Set(asked.ids) })
  }

  /** What was "Saved" before the last change to it, and is not so in the folder alone. */
  notSaved(found: States): Lost[] {
    const kept = [...this.#saved].filter(([id, standing]) => this.#states.get(id) === standing)
    return this.#differing(kept, found)
  }

  /** What was acknowledged and is not there, or is there and nobody asked for it. Goes on with what is there. */
  settle(found: States): Lost[] {
    const lost = this.#differing([...this.#states], found)
    const strangers = [...found.keys()].filter((id) => !this.#states.has(id) && !this.#doubtful.has(id))
    const tooMany = strangers.slice(this.#maybeNew)
    lost.push(...tooMany.map((id) => ({ id, acknowledged: null, found: found.get(id) ?? null })))
    lost.push(...this.#halves(found))
    this.#wholes = []
    const open = [...this.#doubtful, ...strangers, ...lost.map(({ id }) => id)]
    for (const id of open) this.#states.set(id, { state: found.get(id) ?? null })
    this.#doubtful.clear()
    this.#maybeNew = 0
    return lost
  }

  /** What has no mark of a step that others have a mark of. */
  #halves(found: States): Lost[] {
    return this.#wholes.flatMap(({ mark, ids }) => {
      const without = [...ids].filter((id) => !found.get(id)?.includes(mark))
      if (without.length === ids.size) return []
      return without.map((id) => ({
        id,
        acknowledged: `all of ${mark} or nothing`,
        found: found.get(id) ?? null,
      }))
    })
  }

  #differing(expected: readonly [string, Standing][], states: States): Lost[] {
    return expected.flatMap(([id, { state: acknowledged }]) => {
      const found = states.get(id) ?? null
      return found === acknowledged || this.#doubtful.has(id) ? [] : [{ id, acknowledged, found }]
    })
  }
}

/** An entry that the journal could not flush is not acknowledged, and may be there when it is read. */
const isOfTheDisk = ({ kind }: Problem): boolean => kind === 'not-saved' || kind === 'folder-unreachable'

/** Equal records give equal text, whatever the order of their keys. */
export const canonical = (record: object): string =>
  JSON.stringify(record, (_key, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  )
