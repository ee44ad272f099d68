import { describe, expect, it } from 'vitest'
import { lintKinds, type Fix, type Lint, type LintKind } from '../../data/lints/lint'
import { besideOf, headings, mendInWords, sentenceOf } from './lint-words'

const fixes: Readonly<Record<LintKind, Fix>> = {
  'claim-without-actor': { is: 'ask-actor', tag: 't' },
  'position-without-stance': { is: 'ask-value', tag: 't', attribute: 'stance' },
  'value-missing': { is: 'ask-value', tag: 't', attribute: 'speech' },
  'quotation-without-claim': { is: 'tag', label: 'claim', means: null, places: [] },
  'name-without-tag': { is: 'tag', label: 'actor', means: null, places: [] },
  'tagged-twice': { is: 'delete', tag: 't' },
  'white-space-at-the-edge': { is: 'move', tag: 't', spans: [] },
  'word-cut': { is: 'move', tag: 't', spans: [] },
}

const lint = (kind: LintKind, about: string | null = null, places = 1): Lint => ({
  kind,
  key: kind,
  places: Array.from({ length: places }, (_, i) => ({ start: i, end: i + 1 })),
  tag: null,
  about,
  fix: fixes[kind],
})

describe('what is worth another look', () => {
  it('is said in a sentence of its own, under a head of its own, with a verb that mends it', () => {
    const said = lintKinds.map((kind) => sentenceOf(lint(kind, 'Speech')))
    expect(said.filter((sentence) => /^[A-Z“].*\.$/u.test(sentence))).toHaveLength(lintKinds.length)
    expect(new Set(said).size).toBe(lintKinds.length)
    expect(new Set(Object.values(headings)).size).toBe(lintKinds.length)
    expect(lintKinds.map((kind) => mendInWords(lint(kind, 'Speech'), 'actor'))).toEqual([
      'Say who',
      'Say which',
      'Set Speech',
      'Tag as actor',
      'Tag as actor',
      'Delete one',
      'Trim',
      'Whole words',
    ])
  })

  it('counts the places of a name that stands in several', () => {
    const name = lint('name-without-tag', 'Reszek', 3)
    expect(sentenceOf(name)).toBe('“Reszek” is tagged elsewhere, and not in 3 places here.')
    expect([besideOf(name), mendInWords(name, 'actor')]).toEqual(['3 places', 'Tag all 3'])
    expect(besideOf(lint('name-without-tag', 'Reszek'))).toBeNull()
  })
})
