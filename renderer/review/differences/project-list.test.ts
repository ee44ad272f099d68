import { describe, expect, it, vi } from 'vitest'
import type { ProjectView } from '../../../data/store/views'

vi.stubGlobal('window', { workbench: {} })
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }))
const { comparedIn, queryFor } = await import('./project-list')

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

it('compares those with the most tags in the project while nobody was chosen', () => {
  const articles = [{ tags: { ada: 2, ben: 3 } }, { tags: { cid: 9, ada: 2 } }]
  const project = { articles } as unknown as ProjectView
  expect(comparedIn(project, null)).toEqual(['cid', 'ada'])
  expect(comparedIn(project, ['ben', 'ada'])).toEqual(['ben', 'ada'])
})
