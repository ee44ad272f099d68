import { expect, it } from 'vitest'
import type { ListedArticle } from '../../data/store/views'
import { merged } from './article-list'

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

it('leaves out what somebody took away', () => {
  const after = merged(list, [article('Newer', '2031-03-13')], ['Old'])
  expect(after.map(({ summary }) => summary.title)).toEqual(['Newer', 'New', 'Undated'])
})
