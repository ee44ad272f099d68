import { z } from 'zod'
import type { Place } from './place'

const KEY = 'parley.places'
/** Articles whose places are remembered; beyond, the one read longest ago is forgotten. */
const MOST = 400

const entriesSchema = z.array(z.tuple([z.string(), z.string(), z.int().nonnegative(), z.number()]).readonly())
/** Project, article, and the place's offset and pixels; the one read last at the end. */
type Entry = z.infer<typeof entriesSchema>[number]

/** Where one was reading in which article of which project, on this computer. */
export class RememberedPlaces {
  readonly #kept: Pick<Storage, 'getItem' | 'setItem'>

  constructor(kept: Pick<Storage, 'getItem' | 'setItem'>) {
    this.#kept = kept
  }

  /** `null` for an article that one was not reading, or has read from its top. */
  find(project: string, article: string): Place | null {
    const entry = this.#entries().find(isOf(project, article))
    return entry ? { offset: entry[2], below: entry[3] } : null
  }

  /** Remembers a place; with `null` there is none any more. */
  remember(project: string, article: string, place: Place | null): void {
    const before = this.#entries()
    const others = before.filter((entry) => !isOf(project, article)(entry))
    if (!place && others.length === before.length) return
    const next: Entry[] = place ? [...others, [project, article, place.offset, place.below]] : others
    this.#kept.setItem(KEY, JSON.stringify(next.slice(-MOST)))
  }

  /** What is kept; nothing of what was written otherwise than here. */
  #entries(): Entry[] {
    try {
      const read = entriesSchema.safeParse(JSON.parse(this.#kept.getItem(KEY) ?? '[]'))
      return read.success ? read.data : []
    } catch {
      return []
    }
  }
}

const isOf =
  (project: string, article: string) =>
  ([ofProject, ofArticle]: Entry): boolean =>
    ofProject === project && ofArticle === article
