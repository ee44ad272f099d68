import { expect, it } from 'vitest'
import { builtInCodebook } from '../../data/model/built-in-codebook'
import { contentOf } from '../../data/model/codebook'
import type { CodebookState } from './codebook-state'
import { keepDraft, keptDraft } from './kept-draft'

const storage = () => {
  const all = new Map<string, string>()
  return {
    all,
    getItem: (key: string) => all.get(key) ?? null,
    setItem: (key: string, value: string) => void all.set(key, value),
    removeItem: (key: string) => void all.delete(key),
  }
}
const state: CodebookState = {
  project: 'talks',
  base: builtInCodebook,
  draft: { ...contentOf(builtInCodebook), name: 'Drafted' },
  assigned: [{ article: 'a', annotation: 't', label: 'claim' }],
  joins: ['other'],
  conflicts: [],
  chosen: { of: 'label', id: '' },
  dialog: null,
}

it('keeps a draft of each project until it is in force or discarded', () => {
  const kept = storage()
  keepDraft(state, kept)
  expect(keptDraft('talks', kept)).toEqual({
    base: builtInCodebook.id,
    draft: state.draft,
    assigned: state.assigned,
    joins: ['other'],
  })
  expect(keptDraft('ferry', kept)).toBeNull()
  keepDraft({ ...state, draft: null }, kept)
  expect(kept.all.size).toBe(0)
})

it.each(['nothing', '{"draft":{}}', 'null'])('takes %s for no draft', (text) => {
  const kept = storage()
  kept.all.set('parley.codebook-draft.talks', text)
  expect(keptDraft('talks', kept)).toBeNull()
})
