import { z } from 'zod'
import { statementColumns } from '../../data/record/query'
import type { RecordView } from './record-view'

const KEY = 'parley.statements'
/** Projects whose view is remembered; beyond, the one looked at longest ago is forgotten. */
const MOST = 30

const some = <T extends z.ZodType>(value: T) => z.array(value).max(10_000).exactOptional()
const valueOrNone = z.string().nullable()

const viewSchema: z.ZodType<RecordView> = z.object({
  filter: z.object({
    actors: some(valueOrNone),
    positions: some(valueOrNone),
    issues: some(valueOrNone),
    addressees: some(valueOrNone),
    sources: some(valueOrNone),
    stances: some(z.literal([-1, 0, 1]).nullable()),
    types: some(valueOrNone),
    speeches: some(valueOrNone),
    certainties: some(valueOrNone),
    voices: some(z.enum(['own', 'reported']).nullable()),
    annotators: some(z.string()),
    outlets: some(valueOrNone),
    articles: some(z.string()),
    days: z.object({ from: z.iso.date().nullable(), to: z.iso.date().nullable() }).exactOptional(),
    text: z.string().max(1_000).exactOptional(),
  }),
  sort: z.object({ by: z.enum(statementColumns), descending: z.boolean() }),
  group: z.enum(statementColumns).nullable(),
  folded: z.array(z.string()).max(10_000),
  at: z.string().nullable(),
})

const entriesSchema = z.array(z.tuple([z.string(), z.unknown()]).readonly())

/** How the statements of which project were looked at last, on this computer. */
export class RememberedViews {
  readonly #kept: Pick<Storage, 'getItem' | 'setItem'>

  constructor(kept: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#kept = kept
  }

  /** `null` where there is none, or none that this program understands. */
  find(project: string): RecordView | null {
    const entry = this.#entries().find(([of]) => of === project)
    const read = viewSchema.safeParse(entry?.[1])
    return read.success ? read.data : null
  }

  remember(project: string, view: RecordView): void {
    const others = this.#entries().filter(([of]) => of !== project)
    this.#kept.setItem(KEY, JSON.stringify([...others, [project, view]].slice(-MOST)))
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
