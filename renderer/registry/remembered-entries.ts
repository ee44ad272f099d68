import { z } from 'zod'
import { tabs, type Tab } from './narrowing'

const KEY = 'parley.registry'
/** Projects of which it is remembered; beyond, the one looked at longest ago is forgotten. */
const MOST = 30

/** Which tab of the registries was looked at last, and which entry on each. */
export interface LookedAt {
  readonly tab: Tab
  readonly chosen: Readonly<Record<Tab, string | null>>
}

const id = z.string().max(100).nullable()
const lookedAtSchema: z.ZodType<LookedAt> = z.object({
  tab: z.enum(tabs),
  chosen: z.object({ actors: id, positions: id }),
})
const entriesSchema = z.array(z.tuple([z.string(), z.unknown()]).readonly())

/** What was looked at last in the registries of which project, on this computer. */
export class RememberedEntries {
  readonly #kept: Pick<Storage, 'getItem' | 'setItem'>

  constructor(kept: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#kept = kept
  }

  /** `null` where there is nothing, or nothing that this program understands. */
  find(project: string): LookedAt | null {
    const entry = this.#entries().find(([of]) => of === project)
    const read = lookedAtSchema.safeParse(entry?.[1])
    return read.success ? read.data : null
  }

  remember(project: string, { tab, chosen }: LookedAt): void {
    const others = this.#entries().filter(([of]) => of !== project)
    this.#kept.setItem(KEY, JSON.stringify([...others, [project, { tab, chosen }]].slice(-MOST)))
  }

  /** The one looked at last at the end; nothing of what was written otherwise than here. */
  #entries(): z.infer<typeof entriesSchema> {
    try {
      const read = entriesSchema.safeParse(JSON.parse(this.#kept.getItem(KEY) ?? '[]'))
      return read.success ? read.data : []
    } catch {
      return []
    }
  }
}
