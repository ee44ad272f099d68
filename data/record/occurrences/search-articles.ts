import type { Problem } from '../../model/problem'
import type { Annotation } from '../../model/records'
import type { Result } from '../../model/result'
import type { Span } from '../../model/span'
import { findInPieces } from '../../text/find-in-pieces'
import { mayHold } from '../../text/may-hold'
import { MOST_LISTED, type Finding, type FoundIn, type Sought } from './occurrence'
import { occurrencesAt } from './occurrences-at'

/** What is needed of an article to look into it. */
export interface ReadText {
  readonly id: string
  readonly title: string
  readonly language: string | null
  readonly text: string
}

/** Where the articles come from, and how time goes by. */
export interface SearchPorts {
  readonly read: (ids: readonly string[]) => AsyncIterable<Result<ReadText | null, Problem>>
  /** My tags on these articles, by article. */
  readonly tagsOn: (ids: readonly string[]) => Promise<ReadonlyMap<string, readonly Annotation[]>>
  /** In milliseconds. */
  readonly now: () => number
  /** Lets everything else that waits go first. */
  readonly breathe: () => Promise<void>
}

/** Articles that are read at once: few at first, so that what stands in the first is there soon. */
const FIRST = 4
const BATCH = 64
/** Milliseconds of work after which everything else goes first. */
const BUSY = 4
/** Milliseconds after which what was found is told. */
const TELL = 80

/**
 * Looks for words in these articles, in this order, and gives what was found part by part: the first places at once, then
 * ever again, the last time with `isOver`. Places beyond the first five thousand are counted and not listed. Never works for
 * more than a few milliseconds without a pause, and ends at the next one when `isStopped` says so.
 */
export async function* searchArticles(
  sought: Sought,
  articles: readonly string[],
  ports: SearchPorts,
  isStopped: () => boolean,
): AsyncGenerator<Finding, void> {
  const may = mayHold(sought.words, sought)
  const pause = pauses(ports)
  const of = articles.length
  let [done, listed, places, holding] = [0, 0, 0, 0]
  let found: FoundIn[] = []
  let troubles: Problem[] = []
  let told = ports.now()
  let isFirst = true
  const part = (isOver: boolean): Finding => {
    const now = { found, done, of, places, articles: holding, troubles, isOver }
    ;[found, troubles, told, isFirst] = [[], [], ports.now(), isFirst && places === 0]
    return now
  }

  while (done < of) {
    const batch = articles.slice(done, done + (done === 0 ? FIRST : BATCH))
    for await (const text of ports.read(batch)) {
      if (isStopped()) return
      done++
      await pause()
      if (!text.ok) troubles.push(text.error)
      if (!text.ok || !text.value || !may(text.value.text)) continue
      const { text: whole, ...article } = text.value
      const spans: Span[] = []
      for (const span of findInPieces(whole, sought.words, sought)) {
        if (span) {
          spans.push(span)
          continue
        }
        await pause()
        if (isStopped()) return
      }
      if (spans.length === 0) continue
      places += spans.length
      holding++
      const shown = spans.slice(0, MOST_LISTED - listed)
      listed += shown.length
      if (shown.length > 0) {
        const tags = (await ports.tagsOn([article.id])).get(article.id) ?? []
        const { id, title, language } = article
        found.push({ article: id, title, language, occurrences: occurrencesAt(whole, shown, tags) })
      }
      if (isFirst || ports.now() - told >= TELL) yield part(false)
    }
    if (ports.now() - told >= TELL) yield part(false)
  }
  yield part(true)
}

/** Lets everything else go first, if it has been busy for long. */
function pauses({ now, breathe }: SearchPorts): () => Promise<void> {
  let since = now()
  return async () => {
    if (now() - since < BUSY) return
    await breathe()
    since = now()
  }
}
