import { describe, expect, it } from 'vitest'
import type { ListedArticle } from '../../data/store/views'
import { chunksOf, findIn } from './article-groups'

const article = (title: string, published: string | null, outlet = 'Meridian Wire'): ListedArticle => ({
  summary: {
    id: title,
    title,
    outlet,
    published,
    agency: null,
    byline: null,
    dateline: null,
    language: null,
    url: null,
    sourceName: '',
    words: 0,
  },
  tags: {},
})

describe('chunks', () => {
  it('puts the articles of a day together, whatever the hour', () => {
    const articles = [
      article('Noon', '2031-03-12T12:00Z'),
      article('Day', '2031-03-12'),
      article('Eve', '2031-03-11'),
    ]
    expect(
      chunksOf(articles, 2031).map(({ day, from, articles: { length } }) => [day, from, length]),
    ).toEqual([
      ['Wednesday 12 March', 0, 2],
      ['Tuesday 11 March', 2, 1],
    ])
  })

  it('cuts a long day, and says the day once', () => {
    const chunks = chunksOf(
      Array.from({ length: 100 }, (_, i) => article(`No. ${i}`, null)),
      2031,
    )
    expect(chunks.map(({ opens, from }) => [opens, from])).toEqual([
      [true, 0],
      [false, 40],
      [false, 80],
    ])
    expect(chunks[0]?.day).toBe('Without a date')
  })
})

describe('finding', () => {
  const articles = [article('Two hours in Dalmere', null), article('Crise à Évry', null, 'Le Courrier')]
  const titles = (typed: string) => findIn(articles, typed).map(({ summary }) => summary.title)

  it('looks in titles and outlets for every word, without case or accents', () => {
    expect(titles('evry CRISE')).toEqual(['Crise à Évry'])
    expect(titles('meridian hours')).toEqual(['Two hours in Dalmere'])
    expect(titles('hours courrier')).toEqual([])
  })

  it('leaves the list as it is when nothing is typed', () => {
    expect(findIn(articles, '  ')).toBe(articles)
  })
})
