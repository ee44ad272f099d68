import { describe, expect, it, vi } from 'vitest'
import type { ProjectView } from '../../../data/store/views'

vi.stubGlobal('window', { workbench: {} })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }))
const { comparedIn, pagesAround, queryFor } = await import('./project-list')

describe('what is asked about all articles', () => {
  const asked = (filter: Parameters<typeof queryFor>[0]) => queryFor(filter, ['ada', 'ben'], 0.5, 'text')

  it('is of all, open and decided, unless the filter says otherwise', () => {
    expect(asked({ articles: 'all' })).toEqual({
      annotators: ['ada', 'ben'],
      articles: null,
      labels: null,
      threshold: 0.5,
      order: 'text',
    })
    expect(asked({ articles: ['a'], standings: ['open'] })).toMatchObject({ articles: ['a'], decided: false })
    expect(asked({ articles: 'all', standings: ['open', 'decided'] })).not.toHaveProperty('decided')
  })

  it('has what all have alike among it when a number is opened that counts it', () => {
    expect(asked({ articles: 'all', keys: ['k'] })).toMatchObject({ keys: ['k'], alike: true })
    expect(asked({ articles: 'all', chosen: { of: 'label', values: ['claim', null] } })).toMatchObject({
      alike: true,
    })
    expect(asked({ articles: 'all', kinds: ['label'] })).not.toHaveProperty('alike')
  })
})

it('asks in one go for the pages that are looked at', () => {
  expect(pagesAround([])).toEqual({ from: 0, to: 100 })
  expect(
    pagesAround([
      { from: 250, to: 262 },
      { from: 301, to: 305 },
    ]),
  ).toEqual({ from: 200, to: 400 })
})

it('matches as what was counted was matched, else as the project says', () => {
  const asked = (filter: Parameters<typeof queryFor>[0]) =>
    queryFor(filter, ['ada', 'ben'], 0.5, 'text').threshold
  expect([asked({ articles: 'all', threshold: 0.3 }), asked({ articles: 'all' })]).toEqual([0.3, 0.5])
})

it('compares those with the most tags in the project while nobody was chosen', () => {
  const articles = [{ tags: { ada: 2, ben: 3 } }, { tags: { cid: 9, ada: 2 } }]
  const project = { articles } as unknown as ProjectView
  expect(comparedIn(project, null)).toEqual(['cid', 'ada'])
  expect(comparedIn(project, ['ben', 'ada'])).toEqual(['ben', 'ada'])
})
