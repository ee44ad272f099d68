import { describe, expect, it } from 'vitest'
import { builtInCodebook as codebook } from '../../data/model/built-in-codebook'
import type { Annotation, WorkRecord } from '../../data/model/records'
import { annotationsIn } from '../state/tags'
import { besideOf, filterTags, fullName } from './tag-words'

const made = { created: '', modified: '', article: 'a' }
const tag = (id: string, label: string, quote: string, more: Partial<Annotation> = {}): Annotation => ({
  is: 'annotation',
  id,
  ...made,
  label,
  target: [{ start: 0, end: quote.length, quote, prefix: '', suffix: '' }],
  attributes: {},
  note: '',
  means: null,
  codebook: '',
  ...more,
})

const reszek = tag('r', 'actor', 'Reszek')
const claim = tag('c', 'claim', '“No one will\nsettle this”', { attributes: { speech: 'direct' } })
const position = tag('p', 'position', 'leave office', { attributes: { stance: 1, confidence: 5 } })
const records = new Map<string, WorkRecord>([
  ...[reszek, claim, position].map((record) => [record.id, record] as const),
  ['l', { is: 'link', id: 'l', ...made, type: 'makes', from: 'r', to: 'c' }],
])
const scenery = { codebook, registry: [] }

describe('what stands beside a tag', () => {
  it('says who makes a claim, and names the tag in one line', () => {
    const beside = besideOf(scenery, records, claim)
    expect(beside?.shown).toBe('Reszek')
    expect(fullName(codebook, claim, beside, null)).toBe('Claim: “No one will settle this”, made by Reszek')
  })

  it('says what an actor tag means', () => {
    const means = { is: 'actor', id: 'anton', created: '', modified: '', name: 'Anton Reszek' } as const
    const registry = [{ ...means, aliases: [], kind: 'person' as const, country: null, roles: [] }]
    expect(besideOf({ codebook, registry }, records, { ...reszek, means: 'anton' })?.said).toBe(
      'Anton Reszek',
    )
  })

  it('falls back to a value of its label alone, and to nothing', () => {
    expect(besideOf(scenery, records, position)?.shown).toBe('for')
    expect(besideOf(scenery, records, reszek)).toBeNull()
  })

  it('says whose tag it is when it is not mine', () => {
    expect(fullName(codebook, reszek, null, 'Jonas')).toBe('Actor: Reszek, tag of Jonas')
  })
})

it('filters by label and by words', () => {
  const tags = annotationsIn(records)
  expect([...filterTags(tags, codebook, new Set(['actor', 'claim']), '')]).toEqual([claim, reszek])
  expect([...filterTags(tags, codebook, new Set(), 'WILL SETTLE')]).toEqual([claim])
  expect(filterTags(tags, codebook, new Set(), ' ')).toBe(tags)
})
