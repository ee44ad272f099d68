import type { Article } from '../model/article'
import type { WorkRecord } from '../model/records'
import { isSame } from '../model/same'
import { Lately } from './lately'
import { newsIn, type Look, type Looked, type Novelties } from './looked'
import type { MyWork } from './my-document'
import type { OthersWork } from './others-lately'
import type { OpenArticle } from './views'

interface OpenedPorts {
  /** What I have seen of others' work. */
  readonly looked: Looked
  /** My id. */
  readonly me: string
  /** Whether others' tags on an article are hidden; see `BlindStore`. */
  readonly isHidden: (article: string) => boolean
  /** ISO 8601, UTC. */
  readonly now: () => string
}

/** An article as it was opened, and of what. */
interface Opened {
  readonly mine: Mine
  /** `touched` of `mine`, then. */
  readonly touched: number
  readonly others: OthersWork
  /** What I had looked at then. */
  readonly look: Pick<Look, 'seen' | 'looked'> | null
  readonly open: OpenArticle
}

/** My work on an article, as far as it matters here. */
type Mine = Pick<MyWork, 'records' | 'touched'>

/**
 * The articles that were opened last, as the window got them, and what on them was new to me. One that is opened again
 * with nothing changed since is the very same object, so that what was made of it (its packing, its drawing) is used again.
 */
export class OpenedLately {
  readonly #ports: OpenedPorts
  readonly #known: Lately<Opened>

  constructor(ports: OpenedPorts, atMost: number) {
    this.#ports = ports
    this.#known = new Lately(atMost)
  }

  /** An article with what I and the others have on it. Opening alone is not looking: see `shown`. */
  open(
    { article, mine }: { readonly article: Article; readonly mine: Mine },
    others: OthersWork,
  ): OpenArticle {
    const { id } = article
    const known = this.#known.get(id)
    const { touched } = mine
    const look = this.#ports.looked.on(id)
    if (known?.mine === mine && known.touched === touched && known.others === others) {
      const isLookedAtAsBefore = known.look?.seen === look?.seen && known.look?.looked === look?.looked
      if (isLookedAtAsBefore || isSame(known.open.news ?? null, this.#newsOn(id, others))) {
        this.#known.set(id, { ...known, look })
        return known.open
      }
    }
    const open = this.#make(article, [...mine.records.values()], others)
    this.#known.set(id, { mine, touched, others, look, open })
    return open
  }

  /** The same of an article on which my own work cannot be read. */
  openWithoutMine(article: Article, others: OthersWork): OpenArticle {
    return this.#make(article, [], others)
  }

  /**
   * The article stands on the screen as it was opened last, so what is on it is not new the next time. Says whether what
   * the list tells of it may be other now.
   */
  shown(article: string): boolean {
    const { looked, isHidden, now } = this.#ports
    if (isHidden(article)) looked.openedBlind(article, now())
    else {
      const others = this.#known.get(article)?.others
      if (others) return looked.opened(article, others.works, now())
    }
    return false
  }

  /** I have looked at these things, or with `null` at all of them. Says whether what the list tells may be other now. */
  lookedAt(article: string, others: OthersWork, records: readonly string[] | null): boolean {
    return this.#ports.looked.lookedAt(article, others.works, records, this.#ports.now())
  }

  /** Those besides me who have saved on an article what I have not seen; `stands` as the list has them. */
  savedSince(article: string, stands: Readonly<Record<string, number>>): string[] {
    const { [this.#ports.me]: _, ...others } = stands
    return this.#ports.looked.newsOf(article, others)
  }

  #make(article: Article, mine: readonly WorkRecord[], others: OthersWork): OpenArticle {
    const { me } = this.#ports
    const sets = others.sets.filter(({ records }) => records.length > 0)
    const news = this.#newsOn(article.id, others)
    return { article, sets: [{ annotator: me, records: mine }, ...sets], ...(news && { news }) }
  }

  #newsOn(article: string, { works }: OthersWork): Novelties | null {
    // What is hidden is new once it is seen.
    if (this.#ports.isHidden(article)) return null
    const look = this.#ports.looked.on(article)
    return look && newsIn(works, look)
  }
}
