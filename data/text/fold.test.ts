import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fold, foldAny } from './fold'

describe('a folded name', () => {
  it.each([
    ['Zoë O’Neil', 'zoe oneil'],
    ['al-Moualem', 'al moualem'],
    ["  D'Arcy,  J.  ", 'darcy j'],
    ['Сергей', 'сергеи'],
    ['£5 + $6', '£5 + $6'],
    ['?!', ''],
  ])('%s is %s', (name, folded) => {
    expect(fold(name)).toBe(folded)
  })

  it('is the same by the quicker way for ASCII', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii', maxLength: 40 }), (text) => {
        expect(fold(text)).toBe(foldAny(text))
      }),
    )
  })
})
