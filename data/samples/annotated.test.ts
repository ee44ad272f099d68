import { describe, expect, it } from 'vitest'
import { annotated, drawnId, linked } from './annotated'
import { picture } from './picture'

const tagsIn = (drawing: string) =>
  annotated(drawing).annotations.map(
    ({ label, target }) => `${label}: ${target.map(({ quote }) => quote).join(' … ')}`,
  )

describe('annotated', () => {
  it('reads tags in the order they are opened in', () => {
    expect(tagsIn('[Ada [King](actor)](claim) met [Charles](actor)')).toEqual([
      'claim: Ada King',
      'actor: King',
      'actor: Charles',
    ])
  })

  it('reads tags that cross, and tags of several ranges, by their numbers', () => {
    expect(tagsIn('[1|Ada [2|met](1|actor) Charles](2|claim)')).toEqual([
      'actor: Ada met',
      'claim: met Charles',
    ])
    expect(tagsIn('[1|not](1|claim) now [1|ever](1|claim)')).toEqual(['claim: not … ever'])
  })

  it('counts code units and code points', () => {
    expect(annotated('🙂[Ada](actor)').annotations[0]?.target).toEqual([
      { start: 2, end: 5, startCodePoint: 1, endCodePoint: 4, quote: 'Ada', prefix: '🙂', suffix: '' },
    ])
  })

  it('refuses a drawing that closes what is not open', () => {
    expect(() => annotated('Ada](actor)')).toThrow(/closes nothing/)
    expect(() => annotated('[1|Ada](2|actor)')).toThrow(/closes nothing/)
  })

  it('links tags by their numbers', () => {
    const set = linked(annotated('[Ada](actor) said [so](claim)'), 1, 'makes', 2)
    expect(set.links[0]).toMatchObject({ type: 'makes', from: drawnId(1), to: drawnId(2) })
  })
})

it.each([
  '',
  'No tag.',
  '[Ada](actor) met [Charles](actor).',
  '[Ada [King](actor)](claim) wrote.',
  '[[Ada](actor)](claim) and [[she](claim)](actor)',
  '[1|Ada [2|met](1|actor) Charles](2|claim)',
  '[1|not](1|claim) now [1|ever](1|claim) [so](position)',
  '🙂  [a\u0301](actor)\n\n[עברית](claim)',
])('draws %j as it was', (drawing) => {
  expect(picture(annotated(drawing))).toBe(drawing)
})
