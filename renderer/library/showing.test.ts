import { expect, it } from 'vitest'
import type { ListedArticle } from '../../data/store/views'
import { choicesFor, shows } from './showing'

const article = (id: string, more: Partial<ListedArticle> = {}): ListedArticle => ({
  summary: { id } as ListedArticle['summary'],
  tags: {},
  done: [],
  ...more,
})
const toTag = { assigned: [{ person: 'ada', to: 'tag' as const }] }
const all = [
  article('a'),
  article('b', toTag),
  article('c', { ...toTag, done: ['ada'] }),
  article('d', { news: ['jonas'] }),
]

it('narrows to what I was asked to do and have not, and to what is new', () => {
  const ids = (showing: 'all' | 'mine' | 'new') =>
    all.flatMap((one) => (shows(one, showing, 'ada') ? one.summary.id : [])).join('')
  expect([ids('all'), ids('mine'), ids('new')]).toEqual(['abcd', 'b', 'd'])
})

it('offers what there is, and what is chosen, with how many', () => {
  const names = (articles: readonly ListedArticle[], chosen: 'all' | 'mine') =>
    choicesFor(articles, chosen, 'ada').map(({ name }) => name)
  expect(names(all, 'all')).toEqual(['All', 'Assigned to me (1)', 'New (1)'])
  expect(names(all.slice(0, 1), 'all')).toEqual([])
  expect(names(all.slice(0, 1), 'mine')).toEqual(['All', 'Assigned to me (0)'])
})
