import fc from 'fast-check'
import { expect, it } from 'vitest'
import { packNumbers, unpackNumbers } from './packed-numbers'

const number = fc.oneof(fc.integer({ min: 0, max: 300 }), fc.integer())

it('gives back what was packed, wherever it lies', () => {
  fc.assert(
    fc.property(fc.array(number, { maxLength: 400 }), fc.nat(9), (some, before) => {
      const numbers = Int32Array.from(some)
      const bytes = packNumbers(numbers)
      const among = new Uint8Array(before + bytes.length + 3).fill(255)
      among.set(bytes, before)
      expect(unpackNumbers(bytes)).toEqual(numbers)
      expect(unpackNumbers(among, before)).toEqual(numbers)
    }),
  )
})

it('keeps what it gave when more is packed, and takes as much as there is', () => {
  const first = packNumbers(Int32Array.of(1, -1, 256))
  const many = Int32Array.from({ length: 50_000 }, (_, i) => (i * 2_654_435_761) | 0)
  expect(unpackNumbers(packNumbers(many)).join()).toBe(many.join())
  expect([...unpackNumbers(first)]).toEqual([1, -1, 256])
})

it('takes a byte and two bits for a small number', () => {
  expect(packNumbers(new Int32Array(99).fill(7)).length).toBe(100 + 25)
})
