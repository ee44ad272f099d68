import { expect, it } from 'vitest'
import type { ListedArticle } from '../../data/store/views'
import { countProgress, nextUnfinished, progressInWords, progressOf } from './progress'

/** "a b: c✓" — articles of which I have tags where a colon follows, and am done where a tick does. */
const list = (drawing: string): ListedArticle[] =>
  drawing.split(' ').map((drawn) => ({
    summary: {
      id: drawn[0]!,
      title: drawn[0]!,
      outlet: null,
      agency: null,
      byline: null,
      dateline: null,
      published: null,
      language: null,
      url: null,
      sourceName: '',
      words: 0,
    },
    tags: drawn.includes(':') ? { ada: 2, jonas: 1 } : { jonas: 1 },
    done: drawn.includes('✓') ? ['ada'] : ['jonas'],
  }))

it('is what I have on an article, whatever others have', () => {
  expect(list('a b: c✓ d:✓').map((article) => progressOf(article, 'ada'))).toEqual([
    'to-do',
    'begun',
    'done',
    'done',
  ])
})

it('is counted and worded over a project', () => {
  expect(progressInWords(countProgress(list('a b: c✓ d:✓'), 'ada'))).toBe('2 of 4 done, 1 in progress')
  expect(progressInWords(countProgress(list('a c✓'), 'ada'))).toBe('1 of 2 done')
})

it.each([
  ['a b: c✓', 'a', 'b'],
  ['a b✓ c', 'a', 'c'],
  ['a b✓ c', 'c', 'a'],
  ['a b✓ c✓', 'a', null],
  ['a✓ b', null, 'b'],
])('goes from the open one in “%s” (%s) to %s', (drawing, open, next) => {
  expect(nextUnfinished(list(drawing), open, 'ada')).toBe(next)
})
