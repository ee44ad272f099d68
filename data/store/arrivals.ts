import type { AnyRecord } from '../model/records'
import { countedIn, type Desk, type Held } from './desk'
import type { Merged, MyRegistries, MyWork } from './my-document'
import type { Unread } from './read-others'
import type { Recovered } from './recover-document'
import type { Registries } from './registries'
import type { Shelf } from './shelf'
import type { News } from './shelf/survey'
import type { Told } from './told'
import type { Troubles } from './troubles'

interface ArrivalsPorts {
  readonly shelf: Shelf
  readonly desk: Desk
  readonly registries: Registries
  readonly told: Told
  readonly troubles: Troubles
  /** Some file has this clock in it, so what comes next is to be later. */
  readonly hasSeen: (clock: number) => void
  /** Memory has what the folder does not have. */
  readonly changed: () => void
}

/**
 * What comes into the project from elsewhere (other people, my other devices, sync programs), and what was found out of
 * order there: joined to what is in memory, listed, and told.
 */
export class Arrivals {
  readonly #ports: ArrivalsPorts

  constructor(ports: ArrivalsPorts) {
    this.#ports = ports
  }

  /** Reads what all articles share for the first time. */
  async begin(): Promise<void> {
    const { registries, troubles } = this.#ports
    const mine = await registries.hold()
    if (mine.ok) this.unread(mine.value.unread, null)
    await registries.look()
    if (registries.trouble) troubles.add(registries.trouble)
  }

  /** Something came from others on these articles, new ones among them. */
  async on(articles: readonly string[]): Promise<void> {
    const { shelf, told } = this.#ports
    const here = await shelf.lookAgain(articles)
    await this.#lookAroundOn(here)
    told.articles(here)
    told.touched(here)
    told.sets()
  }

  /** What a look over the whole project brought; the shelf has it already. */
  async everywhere({ listed, gone, touched, people }: News): Promise<void> {
    const { shelf, told, troubles } = this.#ports
    await this.#lookAroundOn(touched)
    told.touched(touched)
    told.articles(
      [...new Set(listed)].filter((id) => shelf.has(id)),
      gone,
    )
    if (people) told.setsIfNew()
    await this.inShared()
    told.looking()
    troubles.stand(shelf.troubles)
  }

  /** Something came from others, or from my other devices, into what all articles share. */
  async inShared(): Promise<void> {
    const { registries, told, troubles } = this.#ports
    const mine = await registries.hold()
    if (mine.ok) {
      this.#lookedAround(mine.value, null, await registries.takeIn(mine.value))
      this.unread(mine.value.unread, null)
    }
    const isOther = await registries.look()
    const { entries, codebook, review, trouble } = registries
    if (trouble) troubles.add(trouble)
    if (isOther) told.tell({ is: 'registries', registry: entries, codebook, review })
  }

  /** Another version of my own files on these articles was joined in while they were written. */
  joined(articles: readonly string[]): void {
    const { desk, told } = this.#ports
    for (const id of articles) {
      const held = desk.get(id)
      if (held) told.counted([countedIn(held)])
    }
    if (articles.length > 0) told.sets()
  }

  /** My files on an article were read. The list has not counted what only came back from elsewhere. */
  openedArticle(held: Held, merged: Merged | null): void {
    this.opened(held.mine, held.article.title, merged)
    if (held.mine.recovered) this.#ports.told.counted([countedIn(held)])
  }

  /** My files were read. `title` is that of their article; `null` for my registries. */
  opened(mine: MyWork | MyRegistries, title: string | null, merged: Merged | null): void {
    const { troubles } = this.#ports
    const { path: file, recovered, readOnly } = mine
    if (recovered) troubles.add({ kind: 'set-aside', file, who: null, title, ...howItCameBack(recovered) })
    else if (readOnly) troubles.add(readOnly)
    this.#lookedAround(mine, title, merged)
  }

  /** Files of others that are not as they should be. `title` as in `opened`. */
  unread({ recovered, troubles }: Unread<AnyRecord>, title: string | null): void {
    const { shelf, troubles: all } = this.#ports
    for (const { file, annotator, found } of recovered) {
      const who = shelf.people.find((person) => person.id === annotator)?.name ?? annotator
      all.add({ kind: 'set-aside', file, who, title, ...howItCameBack(found) })
    }
    for (const problem of troubles) all.add(problem)
  }

  /** Joins what came from my other devices to what is in memory. */
  async #lookAroundOn(articles: readonly string[]): Promise<void> {
    const { desk, told } = this.#ports
    for (const id of articles) {
      const held = desk.get(id)
      if (!held) continue
      this.#lookedAround(held.mine, held.article.title, await held.mine.lookAround())
      told.counted([countedIn(held)])
    }
  }

  /** What was found in my files may be later than what is known, and not in its place yet. */
  #lookedAround(mine: MyWork | MyRegistries, title: string | null, merged: Merged | null): void {
    const { hasSeen, changed, troubles } = this.#ports
    hasSeen(mine.clock)
    if (merged) troubles.add({ kind: 'copies-merged', title, ...merged })
    if (!mine.isWritten) changed()
  }
}

const howItCameBack = ({ isAside, back, of, until }: Recovered<AnyRecord>) => ({ isAside, back, of, until })
