import { expect, it } from 'vitest'
import type { Person } from '../model/project'
import type { ListedArticle } from '../store/views'
import { chooseAnnotators, chooseArticles } from './choose'

const person = (id: string, name: string): Person => ({ format: 'parley/person', schema: 1, id, name })
const people = [person('ada-1', 'Ada'), person('ada-2', 'Ada'), person('bo', 'Bo'), person('x', 'bo')]
const article = (id: string): ListedArticle => ({
  summary: {
    id,
    title: `On ${id}`,
    outlet: null,
    agency: null,
    byline: null,
    dateline: null,
    published: null,
    language: null,
    url: null,
    sourceName: '',
    words: 1,
  },
  tags: {},
  done: [],
})
const articles = ['aab', 'abc', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6'].map(article)

it('takes all when none is named', () => {
  expect(chooseAnnotators({ people }, [])).toEqual({ ok: true, value: null })
  expect(chooseArticles({ articles }, [])).toEqual({ ok: true, value: null })
})

it('finds an annotator by id before name, and each once', () => {
  expect(chooseAnnotators({ people }, ['bo', 'Bo', 'ada-2'])).toEqual({ ok: true, value: ['bo', 'ada-2'] })
})

it('finds an article by how its id begins', () => {
  expect(chooseArticles({ articles }, ['aa', 'ab', 'aab'])).toEqual({ ok: true, value: ['aab', 'abc'] })
})

it.each([
  [['Ada'], 'Several annotators are called “Ada”: ada-1, ada-2. Name one by its id.'],
  [['Eve'], 'Nobody in this project is called “Eve”. There are Ada (ada-1), Ada (ada-2), Bo (bo), bo (x).'],
])('refuses %j', (wanted, error) => {
  expect(chooseAnnotators({ people }, wanted)).toEqual({ ok: false, error })
})

it('says that nobody has tagged yet', () => {
  const error = 'Nobody in this project is called “Ada”. Nobody has tagged in it yet.'
  expect(chooseAnnotators({ people: [] }, ['Ada'])).toEqual({ ok: false, error })
})

it.each([
  ['a', 'Several articles have an id that begins with “a”: aab (On aab), abc (On abc).'],
  ['b', expect.stringMatching(/b5 \(On b5\) and 1 more\.$/)],
  ['c', 'No article of this project has an id that begins with “c”.'],
])('refuses the beginning %j', (start, error) => {
  expect(chooseArticles({ articles }, [start])).toEqual({ ok: false, error })
})
