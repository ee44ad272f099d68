import type { ListedArticle } from '../../data/store/views'
import { dayInWords } from '../ui/words'

/** Up to 40 articles of one day, in the order of the list. A long day has several chunks. */
export interface Chunk {
  readonly day: string
  /** The first of its day: the day stands above it. */
  readonly opens: boolean
  /** The place of its first article in the whole list, from 0. */
  readonly from: number
  readonly articles: readonly ListedArticle[]
}

const CHUNK = 40

/** The list cut into days, and long days into chunks, so that only what is near the view needs to be drawn. */
export function chunksOf(articles: readonly ListedArticle[], thisYear: number): Chunk[] {
  const chunks: { day: string; opens: boolean; from: number; articles: ListedArticle[] }[] = []
  let key: string | null = null
  for (const [i, article] of articles.entries()) {
    const { published } = article.summary
    const own = published?.slice(0, 10) ?? ''
    const last = chunks.at(-1)
    if (last && own === key && last.articles.length < CHUNK) last.articles.push(article)
    else {
      const day = published ? dayInWords(published, thisYear) : 'Without a date'
      chunks.push({ day, opens: own !== key, from: i, articles: [article] })
    }
    key = own
  }
  return chunks
}

/** Those whose title or outlet has every word that was typed, in whatever case and with whatever accents. */
export function findIn(articles: readonly ListedArticle[], typed: string): readonly ListedArticle[] {
  const words = plain(typed).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return articles
  return articles.filter(({ summary: { title, outlet } }) => {
    const text = plain(`${title} ${outlet ?? ''}`)
    return words.every((word) => text.includes(word))
  })
}

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
