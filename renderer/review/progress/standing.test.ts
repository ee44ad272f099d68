import { expect, it } from 'vitest'
import type { ListedArticle } from '../../../data/store/views'
import { isAmong, narrowings, nextAssigned, stateInWords, stateOf, stillToDo, tallyOf } from './standing'

/**
 * "a: ada○3✓ ruth□": an article with, for each person, ○ asked to tag it, 3 tags, ✓ done, □ asked to review it, ▣ has
 * reviewed it, ■ calls it agreed.
 */
function drawn(drawing: string): ListedArticle {
  const [id = '', ...people] = drawing.split(/:? /)
  const found = people.map((one) => ({ person: /^\w+?(?=\W|\d|$)/.exec(one)?.[0] ?? '', one }))
  const who = (sign: string) => found.filter(({ one }) => one.includes(sign)).map(({ person }) => person)
  const assigned = [
    ...who('○').map((person) => ({ person, to: 'tag' as const })),
    ...who('□').map((person) => ({ person, to: 'review' as const })),
  ]
  const reviewed = Object.fromEntries([
    ...who('▣').map((person) => [person, 'reviewed'] as const),
    ...who('■').map((person) => [person, 'agreed'] as const),
  ])
  return {
    summary: { id } as ListedArticle['summary'],
    tags: Object.fromEntries(
      found.flatMap(({ person, one }) => (/\d/.test(one) ? [[person, Number(/\d+/.exec(one)![0])]] : [])),
    ),
    done: who('✓'),
    ...(assigned.length > 0 && { assigned }),
    ...(Object.keys(reviewed).length > 0 && { reviewed }),
  }
}

const words = (drawing: string) => stateInWords(stateOf(drawn(`a: ${drawing}`), 'ada'))

it.each([
  ['jonas3', 'Nothing'],
  ['ada○', 'Assigned'],
  ['ada○2', 'In work, 2 tags'],
  ['ada1', 'In work, 1 tag'],
  ['ada○2✓', 'Done, 2 tags'],
  ['ada✓', 'Done'],
  ['ada□', 'To review'],
  ['ada□▣', 'Reviewed'],
  ['ada○3✓□■', 'Done, 3 tags; reviewed and agreed'],
])('%s is “%s”', (drawing, said) => expect(words(drawing)).toBe(said))

it('says where it is hidden how far somebody is', () => {
  expect(stateInWords(stateOf(drawn('a: ada○'), 'ada'), true)).toBe('Assigned, how far is hidden')
  expect(stateInWords(stateOf(drawn('a: ada○✓'), 'ada'), true)).toBe('Done')
})

const some = ['a: ada○ jonas2', 'b: ada2 jonas', 'c: jonas○✓ ada□', 'd: jonas○✓ ada□▣', 'e: jonas○ ada■'].map(
  drawn,
)
const ids = (articles: readonly ListedArticle[]) => articles.map(({ summary }) => summary.id).join('')

it('narrows to what is mine, nobody’s, in review, or not done', () => {
  expect(
    narrowings.map((one) => `${one} ${ids(some.filter((article) => isAmong(article, one, 'ada')))}`),
  ).toEqual(['all abcde', 'mine acd', 'unassigned b', 'in-review cd', 'open ae'])
})

it('counts those who are to tag or do, and who of them is done', () => {
  expect(tallyOf(['ada', 'jonas'].map((person) => stateOf(some[0]!, person)))).toEqual({ of: 2, done: 0 })
  expect(tallyOf(some.map((article) => stateOf(article, 'jonas')))).toEqual({ of: 4, done: 2 })
})

it('goes to what is next assigned and not done, from the top again at the end', () => {
  expect(some.map((article) => stillToDo(article, 'ada'))).toEqual(['tag', null, 'review', null, null])
  expect(nextAssigned(some, 'a', 'ada')?.summary.id).toBe('c')
  expect(nextAssigned(some, 'c', 'ada')?.summary.id).toBe('a')
  expect(nextAssigned(some, null, 'jonas')?.summary.id).toBe('e')
  expect(nextAssigned(some, 'e', 'jonas')).toBeNull()
})
