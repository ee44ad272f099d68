import { expect, it } from 'vitest'
import { provenanceInWords } from './provenance-words'

const nameOf = (id: string) => ({ ada: 'Ada', jonas: 'Jonas', ruth: 'Ruth' })[id] ?? id
const from = [
  { annotator: 'ada', id: '1' },
  { annotator: 'jonas', id: '2' },
]

it('says whose a tag was, and who or what brought it in', () => {
  const decisions = [{ id: 'd', by: 'ruth', action: 'change', reason: 'boundary' }] as const
  expect(provenanceInWords({ from, decisions, by: 'decided', weight: null }, nameOf)).toBe(
    'Ada’s and Jonas’s; Ruth changed it, boundary.',
  )
  expect(provenanceInWords({ from, decisions: [], by: 'majority', weight: null }, nameOf)).toBe(
    'Ada’s and Jonas’s; a majority has it alike.',
  )
  const contested = [{ id: 'd', by: 'ruth', action: 'contested', reason: null }] as const
  expect(
    provenanceInWords({ from: from.slice(0, 1), decisions: contested, by: 'decided', weight: 0.7 }, nameOf),
  ).toBe('Ada’s; Ruth contested it, 70 % for this reading.')
})
