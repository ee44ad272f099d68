import { describe, expect, it } from 'vitest'
import type { ListedArticle } from '../../data/store/views'
import { listed, merged } from './article-list'

const article = (title: string, published: string | null, tags = 0): ListedArticle => ({
  summary: {
    id: title,
    title,
    published,
    outlet: null,
    agency: null,
    byline: null,
    dateline: null,
    language: null,
    url: null,
    sourceName: '',
    words: 0,
  },
  tags: { ada: tags },
  done: [],
})

const list = [article('New', '2031-03-12'), article('Old', '2031-03-01'), article('Undated', null)]

it('keeps the place of an article whose number of tags changed', () => {
  const after = merged(list, [article('Old', '2031-03-01', 4)])
  expect(after.map(({ summary, tags }) => [summary.title, tags['ada']])).toEqual([
    ['New', 0],
    ['Old', 4],
    ['Undated', 0],
  ])
  expect(after[0]).toBe(list[0])
})

it('puts articles that came in where their date belongs', () => {
  const after = merged(list, [article('Later undated', null), article('Between', '2031-03-05T10:00Z')])
  expect(after.map(({ summary }) => summary.title)).toEqual([
    'New',
    'Between',
    'Old',
    'Later undated',
    'Undated',
  ])
})

it('orders those of a day by title as it is read, numbers by what they count', () => {
  const days = ['Day 10', 'Day 9', 'Day 2'].map((title) => article(title, '2031-03-05'))
  const after = merged([], [...days, article('Day 11', null), article('Day 3', null)])
  expect(after.map(({ summary }) => summary.title)).toEqual(['Day 2', 'Day 9', 'Day 10', 'Day 3', 'Day 11'])
})

it('leaves out what somebody took away', () => {
  const after = merged(list, [article('Newer', '2031-03-13')], ['Old'])
  expect(after.map(({ summary }) => summary.title)).toEqual(['Newer', 'New', 'Undated'])
})

describe('one article of the list', () => {
  /** A list that counts how many of its articles are looked at. */
  function watched(articles: readonly ListedArticle[]) {
    const looks = { count: 0 }
    const watching = articles.map((each) => ({
      ...each,
      get summary() {
        looks.count++
        return each.summary
      },
    }))
    return { watching, looks }
  }
  const many = Array.from({ length: 1_000 }, (_, i) => article(`${i}`, null))

  it('is looked for once, and then found at its place in every list that has it there', () => {
    expect(listed(many, '900')?.summary.id).toBe('900')
    const { watching, looks } = watched(merged(many, [article('900', null, 7)]))
    expect(listed(watching, '900')?.tags).toEqual({ ada: 7 })
    expect(looks.count).toBeLessThan(4)
  })

  it('is found when others came before it, and is not there once it is gone', () => {
    expect(listed(many, '900')?.summary.id).toBe('900')
    expect(listed([article('New', '2031-03-12'), ...many], '900')?.summary.id).toBe('900')
    expect(listed(merged(many, [], ['900']), '900')).toBeUndefined()
    expect(listed([], '900')).toBeUndefined()
  })
})
