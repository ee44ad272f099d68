import type { Person } from '../model/project'
import { isSame } from '../model/same'
import type { Shelf } from './shelf'
import type { Part } from './steps'
import type { Looking, StoreEvent } from './views'

/** What I have on an article. What all articles share, `null`, is not counted. */
export type Counted = Pick<Part, 'article' | 'tally'>

/** What the window is told without asking, and what it was told last, so that nothing is told twice. */
export class Told {
  readonly #shelf: Shelf
  readonly #me: () => Person
  readonly #listeners = new Set<(event: StoreEvent) => void>()
  #looking: Looking | null
  #people: readonly Person[]

  constructor(shelf: Shelf, me: () => Person) {
    this.#shelf = shelf
    this.#me = me
    this.#looking = shelf.looking
    this.#people = this.people
  }

  /** Everybody, me first. */
  get people(): readonly Person[] {
    const me = this.#me()
    return [me, ...this.#shelf.people.filter(({ id }) => id !== me.id)]
  }

  listen(listener: (event: StoreEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tell(event: StoreEvent): void {
    for (const listener of this.#listeners) listener(event)
  }

  /** These articles are to be listed as they are now, and the others no more. */
  articles(here: readonly string[], gone: readonly string[] = []): void {
    if (here.length + gone.length === 0) return
    this.tell({ is: 'articles', articles: here.map((id) => this.#shelf.listed(id)), gone })
  }

  /** What I have on these articles is so much now. */
  counted(counted: readonly Counted[]): void {
    const { id } = this.#me()
    this.articles(
      counted.flatMap(({ article, tally }) =>
        article !== null && this.#shelf.count(article, id, tally) ? article : [],
      ),
    )
  }

  /** Others have saved on these articles. */
  touched(articles: readonly string[]): void {
    if (articles.length > 0) this.tell({ is: 'touched', articles })
  }

  /** Somebody's tags came in: open articles are to be read again. */
  sets(): void {
    this.#people = this.people
    this.tell({ is: 'sets', people: this.#people })
  }

  /** The same, if there is anybody new. My own name coming into the folder is no news. */
  setsIfNew(): void {
    if (!isSame(this.people, this.#people)) this.sets()
  }

  /** How far the first look at a large project is. */
  looking(): void {
    const { looking } = this.#shelf
    if (!isSame(looking, this.#looking)) this.tell({ is: 'looking', looking })
    this.#looking = looking
  }
}
