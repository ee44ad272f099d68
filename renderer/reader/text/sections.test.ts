import { describe, expect, it } from 'vitest'
import { sectionsOf } from './sections'

/** As many paragraphs as lengths are given, each of so many characters. */
const paragraphs = (...lengths: readonly number[]) => lengths.map((length) => ({ start: 0, end: length }))

describe('sections', () => {
  it('are a few screens high', () => {
    const lines = 5
    const firsts = sectionsOf(paragraphs(...Array.from({ length: 60 }, () => lines * 70)))
    expect(firsts).toEqual([0, 18, 36, 54])
  })

  it('take many paragraphs of one word, and one of very many', () => {
    expect(sectionsOf(paragraphs(...Array.from({ length: 200 }, () => 6)))).toEqual([0, 70, 140])
    expect(sectionsOf(paragraphs(10, 500_000, 10))).toEqual([0, 2])
  })

  it('are none of no paragraph', () => expect(sectionsOf([])).toEqual([]))
})
