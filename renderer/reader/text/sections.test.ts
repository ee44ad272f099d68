import { describe, expect, it } from 'vitest'
import { sectionsOf } from './sections'

/** As many paragraphs as lengths are given, each of so many characters. */
const paragraphs = (...lengths: readonly number[]) => lengths.map((length) => ({ start: 0, end: length }))

describe('sections', () => {
  it('are some more than a screen high', () => {
    const lines = 5
    const firsts = sectionsOf(paragraphs(...Array.from({ length: 30 }, () => lines * 70)))
    expect(firsts).toEqual([0, 9, 18, 27])
  })

  it('take many paragraphs of one word, and one of very many', () => {
    expect(sectionsOf(paragraphs(...Array.from({ length: 100 }, () => 6)))).toEqual([0, 35, 70])
    expect(sectionsOf(paragraphs(10, 500_000, 10))).toEqual([0, 2])
  })

  it('are none of no paragraph', () => expect(sectionsOf([])).toEqual([]))
})
