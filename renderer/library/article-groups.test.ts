import { describe, expect, it } from 'vitest'
import type { ListedArticle } from '../../data/store/views'
import { CHUNK, chunksOf, findIn, inOrder, nameOfDay } from './article-groups'

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
  done: [],
})

describe('chunks', () => {
  it('puts the articles of a day together, whatever the hour', () => {
    const articles = [
      article('Noon', '2031-03-12T12:00Z'),
      article('Day', '2031-03-12'),
      article('Eve', '2031-03-11'),
    ]
    const [chunk] = chunksOf(articles, true)
    expect(chunk?.days.map((day) => [nameOfDay(day, 2031), day.opens, day.articles.length])).toEqual([
      ['Wednesday 12 March', true, 2],
      ['Tuesday 11 March', true, 1],
    ])
  })

  it('cuts a long day, and says the day once', () => {
    const chunks = chunksOf(
      Array.from({ length: 2 * CHUNK + 1 }, (_, i) => article(`No. ${i}`, null)),
      true,
    )
    expect(chunks.map(({ days, from, length }) => [days.map(({ opens }) => opens), from, length])).toEqual([
      [[true], 0, CHUNK],
      [[false], CHUNK, CHUNK],
      [[false], 2 * CHUNK, 1],
    ])
    expect(nameOfDay(chunks[0]!.days[0]!, 2031)).toBe('Without a date')
  })

  it('says no days where the order is another', () => {
    const articles = [article('A', '2031-03-11'), article('B', '2031-03-12')]
    expect(chunksOf(articles, false).flatMap(({ days }) => days)).toEqual([
      { published: null, opens: false, articles },
    ])
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

describe('the order', () => {
  const articles = [
    { ...article('b', '2031-03-12'), tags: { ada: 1 } },
    { ...article('Éa', '2031-03-11'), tags: { ada: 1, jonas: 2 } },
    article('C', null),
  ]
  const titles = (order: Parameters<typeof inOrder>[1]) =>
    inOrder(articles, order, 'ada').map(({ summary }) => summary.title)

  it('is by date, either way with those without one last, by title, or by everybody’s tags', () => {
    expect(titles('newest')).toEqual(['b', 'Éa', 'C'])
    expect(titles('oldest')).toEqual(['Éa', 'b', 'C'])
    expect(titles('title')).toEqual(['b', 'C', 'Éa'])
    expect(titles('tags')).toEqual(['Éa', 'b', 'C'])
  })

  it('takes numbers in titles for numbers, and keeps it within a day that stands among older and newer ones', () => {
    const days = [
      article('Day 2', '2031-03-12'),
      article('Day 10', '2031-03-12'),
      article('Day 1', '2031-03-11'),
    ]
    const ordered = (order: 'title' | 'oldest') =>
      inOrder(days, order, 'ada').map(({ summary }) => summary.title)
    expect(ordered('title')).toEqual(['Day 1', 'Day 2', 'Day 10'])
    expect(ordered('oldest')).toEqual(['Day 1', 'Day 2', 'Day 10'])
  })

  it('by what is to do has what I have begun first, and what I am done with last', () => {
    const [first, ...others] = articles
    const done = [{ ...first!, done: ['ada'] }, ...others]
    expect(inOrder(done, 'to-do', 'ada').map(({ summary }) => summary.title)).toEqual(['Éa', 'C', 'b'])
    expect(inOrder(done, 'to-do', 'bo').map(({ summary }) => summary.title)).toEqual(['b', 'Éa', 'C'])
  })
})
