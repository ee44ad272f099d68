import { z } from 'zod'
import type { Items } from '../model/document'
import { annotatorIdSchema, articleIdSchema, deviceIdSchema, recordIdSchema } from '../model/ids'
import type { WorkRecord } from '../model/records'
import { isSame } from '../model/same'
import type { Folder } from './ports'
import { sealLine, unsealLines } from './sealed-lines'
import { inTurn } from './turns'

const clocksSchema = z.record(annotatorIdSchema, z.record(deviceIdSchema, z.int().nonnegative()))

/** By annotator and device, the greatest clock in their files on an article: whatever they save takes a greater one. */
export type Clocks = Readonly<z.infer<typeof clocksSchema>>

const lookSchema = z.object({
  article: articleIdSchema,
  /** When the article was open last with nothing new on it. ISO 8601, UTC. */
  at: z.iso.datetime(),
  /** What others had on it then. */
  seen: clocksSchema,
  /** What of later things was looked at: ids, each with the clock of its revision. */
  looked: z.record(recordIdSchema, z.int().nonnegative()),
})

/** What of others' work on an article I have seen. */
export type Look = Readonly<z.infer<typeof lookSchema>>

/** Somebody's tag, link, decision or answer that I have not looked at as it is now. */
export interface Novelty {
  readonly annotator: string
  readonly id: string
  /** It was there before, and was changed. */
  readonly isChanged: boolean
}

/** What is new on an article since I had it open last. */
export interface Novelties {
  /** ISO 8601, UTC. */
  readonly since: string
  /** By annotator, then by id. */
  readonly records: readonly Novelty[]
}

/** Others' items on an article, by annotator. */
export type Works = ReadonlyMap<string, Items<WorkRecord>>

export function clocksIn(works: Works): Clocks {
  const clocks: Record<string, Record<string, number>> = {}
  for (const [annotator, items] of works) {
    const theirs: Record<string, number> = {}
    for (const id in items) {
      const [clock, device] = items[id]!.rev
      if (clock > (theirs[device] ?? 0)) theirs[device] = clock
    }
    if (Object.keys(theirs).length > 0) clocks[annotator] = theirs
  }
  return clocks
}

/** All clocks of one annotator together, as the list keeps them; see `standOf`. */
const standIn = (clocks: Clocks, annotator: string): number =>
  Object.values(clocks[annotator] ?? {}).reduce((sum, clock) => sum + clock, 0)

/** What others have tagged, linked, decided or answered, or changed of that, and I have not looked at. */
export function newsIn(works: Works, { at, seen, looked }: Look): Novelties | null {
  const records: Novelty[] = []
  for (const annotator of [...works.keys()].toSorted()) {
    const items = works.get(annotator) ?? {}
    for (const id of Object.keys(items).toSorted()) {
      const item = items[id]!
      const [clock, device] = item.rev
      if (!isOfInterest(item.record) || clock <= (seen[annotator]?.[device] ?? 0)) continue
      if ((looked[id] ?? 0) >= clock) continue
      const isChanged = item.record.modified > item.record.created && item.record.created <= at
      records.push({ annotator, id, isChanged })
    }
  }
  return records.length === 0 ? null : { since: at, records }
}

const isOfInterest = (record: WorkRecord | null): record is WorkRecord =>
  record?.is === 'annotation' || record?.is === 'link' || record?.is === 'decision' || record?.is === 'answer'

const file = 'looked.log'
/** So many lines more than articles, and the file is written anew when it is opened. */
const SLACK = 1_000

/**
 * What I have seen of others' work on each article that I have had open, in the user's own folder: a line for each time
 * that it changes, so that looking costs the same in a large project as in a small one.
 */
export class Looked {
  readonly #vault: Folder | null
  readonly #looks: Map<string, Look>
  readonly #turn = inTurn()

  private constructor(vault: Folder | null, looks: Map<string, Look>) {
    this.#vault = vault
    this.#looks = looks
  }

  /** What is missing or damaged counts as not looked at since it was opened last: it costs no work. */
  static async open(vault: Folder | null): Promise<Looked> {
    const bytes = await vault?.read(file)
    const { values } = unsealLines(bytes?.ok && bytes.value ? bytes.value : new Uint8Array())
    const looks = new Map<string, Look>()
    for (const value of values) {
      const look = lookSchema.safeParse(value)
      if (look.success) looks.set(look.data.article, look.data)
    }
    if (vault && values.length > looks.size + SLACK) await vault.replace(file, linesOf(looks.values()))
    return new Looked(vault, looks)
  }

  /** `null` for an article that I have never had open. */
  on(article: string): Look | null {
    return this.#looks.get(article) ?? null
  }

  /** Those who have saved something on an article since I last saw all that they have; never on one that I have not opened. */
  newsOf(article: string, stands: Readonly<Record<string, number>>): string[] {
    const look = this.#looks.get(article)
    if (!look) return []
    return Object.keys(stands).filter((annotator) => stands[annotator]! > standIn(look.seen, annotator))
  }

  /** The article is open, and `works` is on the screen. Says whether what the list tells of it may be other now. */
  opened(article: string, works: Works, now: string): boolean {
    const before = this.#looks.get(article)
    if (before && newsIn(works, before)) return false
    return this.#saw(article, clocksIn(works), now)
  }

  /** The article is open, and what others have on it is hidden: all of it will be new once it is not. */
  openedBlind(article: string, now: string): void {
    if (!this.#looks.has(article)) this.#put({ article, at: now, seen: {}, looked: {} })
  }

  /** I have looked at these things, or with `null` at all of them. Says whether what the list tells may be other now. */
  lookedAt(article: string, works: Works, ids: readonly string[] | null, now: string): boolean {
    const before = this.#looks.get(article)
    if (!before) return false
    const clocks = [...works.values()].flatMap((items) =>
      (ids ?? []).flatMap((id): [string, number][] => (items[id] ? [[id, items[id].rev[0]]] : [])),
    )
    const look = { ...before, looked: { ...before.looked, ...Object.fromEntries(clocks) } }
    if (ids === null || !newsIn(works, look)) return this.#saw(article, clocksIn(works), now)
    this.#put(look)
    return false
  }

  #saw(article: string, seen: Clocks, at: string): boolean {
    const before = this.#looks.get(article)
    const isOther = !before || !isSame(before.seen, seen)
    // The very same as long as nothing was changed, so that what was made of it can be used again.
    const looked = before && Object.keys(before.looked).length === 0 ? before.looked : {}
    this.#put({ article, at, seen: isOther ? seen : before.seen, looked })
    // Of an article that was never open the list tells nothing new, before or after.
    return before !== undefined && isOther
  }

  #put(look: Look): void {
    this.#looks.set(look.article, look)
    // What could not be written is looked at once more after the next start.
    void this.#turn(async () => this.#vault?.append(file, linesOf([look])))
  }

  /** Resolves when all is written. */
  async settled(): Promise<void> {
    await this.#turn(async () => {})
  }
}

const linesOf = (looks: Iterable<Look>): Uint8Array =>
  new TextEncoder().encode([...looks].map(sealLine).join(''))
