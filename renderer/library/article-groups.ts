import type { ListedArticle } from '../../data/store/views'
import { progressOf } from '../progress/progress'
import { dayInWords } from '../ui/words'

/** Articles of one day that stand in one chunk; `published` is the day of the first, `null` without a date. */
export interface Day {
  readonly published: string | null
  /** The first of its day in the list: the day stands above it. */
  readonly opens: boolean
  readonly articles: readonly ListedArticle[]
}

/** Some articles in the order of the list, drawn or not drawn together. */
export interface Chunk {
  /** The place of its first article in the whole list, from 0. */
  readonly from: number
  readonly length: number
  readonly byDay: boolean
  /** Where the order is not by day, all stand under one that is never said. */
  readonly days: readonly Day[]
}

export const CHUNK = 24

/**
 * The list cut into chunks, so that only what is near the view needs to be drawn, and those into days when the list is
 * in the order of days. What a day is called is for those that are drawn to say: ten thousand may have a day each.
 */
export function chunksOf(articles: readonly ListedArticle[], byDay: boolean): Chunk[] {
  const chunks: Chunk[] = []
  for (let from = 0; from < articles.length; from += CHUNK) {
    const inside = articles.slice(from, from + CHUNK)
    const before = articles[from - 1]
    chunks.push({
      from,
      length: inside.length,
      byDay,
      days: byDay
        ? daysOf(inside, before && keyOf(before))
        : [{ published: null, opens: false, articles: inside }],
    })
  }
  return chunks
}

function daysOf(articles: readonly ListedArticle[], before: string | undefined): Day[] {
  const days: (Day & { readonly articles: ListedArticle[] })[] = []
  let key = before
  for (const article of articles) {
    const own = keyOf(article)
    const last = days.at(-1)
    if (last && own === key) last.articles.push(article)
    else days.push({ published: article.summary.published, opens: own !== key, articles: [article] })
    key = own
  }
  return days
}

const keyOf = ({ summary: { published } }: ListedArticle): string => published?.slice(0, 10) ?? ''

/** "Wednesday 12 March". */
export const nameOfDay = ({ published }: Day, thisYear: number): string =>
  published === null ? 'Without a date' : dayInWords(published, thisYear)

/** Those whose title or outlet has every word that was typed, in whatever case and with whatever accents. */
export function findIn(articles: readonly ListedArticle[], typed: string): readonly ListedArticle[] {
  const words = plain(typed).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return articles
  return articles.filter((article) => {
    const { title, outlet } = wordsOf(article)
    return words.every((word) => title.includes(word) || outlet.includes(word))
  })
}

export const orders = ['newest', 'oldest', 'title', 'tags', 'to-do'] as const
export type Order = (typeof orders)[number]

/**
 * The list, which comes newest first, in another order. Articles without a date come last in either order of dates; by
 * what is to do, those that this person has begun come first and those that they are done with last.
 */
export function inOrder(
  articles: readonly ListedArticle[],
  order: Order,
  me: string,
): readonly ListedArticle[] {
  switch (order) {
    case 'newest':
      return articles
    case 'oldest': {
      const dated = articles.findLastIndex(({ summary }) => summary.published !== null) + 1
      const days = articles.slice(0, dated).toSorted((a, b) => {
        const [x, y] = [a.summary.published ?? '', b.summary.published ?? '']
        return x < y ? -1 : x > y ? 1 : 0
      })
      return [...days, ...articles.slice(dated)]
    }
    case 'title': {
      const titles = new Map(articles.map((article) => [article, wordsOf(article).ordered]))
      return articles.toSorted((a, b) => (titles.get(a)! < titles.get(b)! ? -1 : 1))
    }
    case 'to-do': {
      const ranks = { begun: 0, 'to-do': 1, done: 2 }
      const rank = (article: ListedArticle) => ranks[progressOf(article, me)]
      return articles.toSorted((a, b) => rank(a) - rank(b))
    }
    case 'tags': {
      const counts = new Map(articles.map((article) => [article, tagsOn(article)]))
      return articles.toSorted((a, b) => counts.get(b)! - counts.get(a)!)
    }
  }
}

/** Everybody's tags on it. */
export const tagsOn = ({ tags }: ListedArticle): number =>
  Object.values(tags).reduce((sum, count) => sum + count, 0)

interface Words {
  readonly title: string
  /** The title with its numbers filled up by noughts, so that letter by letter "Day 2" stands before "Day 10". */
  readonly ordered: string
  readonly outlet: string
}

const known = new WeakMap<ListedArticle['summary'], Words>()

function wordsOf({ summary }: ListedArticle): Words {
  const there = known.get(summary)
  if (there) return there
  const title = plain(summary.title)
  const ordered = title.replace(/\d+/g, (number) => number.padStart(LONGEST_NUMBER, '0'))
  const words = { title, ordered, outlet: plain(summary.outlet ?? '') }
  known.set(summary, words)
  return words
}

/** Digits of a number that is counted with, and not the name of something. */
const LONGEST_NUMBER = 12

/** Letters and signs that are the same when they are taken apart; most titles have no others. */
const simple = /^[ -~–—‘-‟]*$/

const plain = (text: string): string =>
  (simple.test(text) ? text : text.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase()
