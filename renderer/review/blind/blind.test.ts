import { expect, it, vi } from 'vitest'
import { usualReview } from '../../../data/model/review-records'
import type { State } from '../../state/state'

vi.stubGlobal('workbench', {})
vi.mock('../../state/actions', () => ({ carryOut: vi.fn(), say: vi.fn() }))
const { blindWords, leftOutInWords } = await import('./blind')

const words = ({
  blind = true,
  hidden,
  done = false,
  others = 1,
}: {
  blind?: boolean
  hidden?: number
  done?: boolean
  others?: number
}) =>
  blindWords({
    open: {
      article: { id: 'a' },
      others: Array.from({ length: others }, () => ({ annotator: 'jonas', records: new Map() })),
      ...(hidden !== undefined && { hidden }),
    },
    project: {
      me: { id: 'ada' },
      review: { ...usualReview, blind },
      articles: [{ summary: { id: 'a' }, tags: {}, done: done ? ['ada'] : [] }],
    },
  } as unknown as State)?.text

it('says how many others have tags that are hidden', () => {
  expect(words({ hidden: 3 })).toBe(
    '3 others have tagged this article. Their tags are hidden until you are done with it.',
  )
  expect(words({ hidden: 1 })).toMatch(/^One other has tagged/)
  expect(words({ hidden: 0 })).toMatch(/^Nobody else has tagged/)
})

it('says before one takes an article up again that it hides them', () => {
  expect(words({ done: true })).toMatch(/Taking it up again hides them/)
  expect(words({ done: true, others: 0 })).toBeUndefined()
})

it('says nothing of it where nothing is ever hidden', () => {
  expect(words({ blind: false })).toBeUndefined()
})

it('says over lists and figures on how many articles others’ tags are hidden, and nothing where none are', () => {
  const project = (blind: boolean, ...done: readonly boolean[]) =>
    ({
      me: { id: 'ada' },
      review: { ...usualReview, blind },
      articles: done.map((is) => ({ done: is ? ['ada', 'jonas'] : ['jonas'] })),
    }) as unknown as State['project']
  expect(leftOutInWords(project(true, false, true, false))).toBe(
    'Others’ tags on 2 articles are hidden until you are done with them, and not counted here.',
  )
  expect(leftOutInWords(project(true, false))).toMatch(
    /^Others’ tags on 1 article are hidden until you are done with it,/,
  )
  expect([project(true, true), project(false, false), null].map(leftOutInWords)).toEqual([null, null, null])
})
