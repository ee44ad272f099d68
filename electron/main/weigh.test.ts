import { expect, it } from 'vitest'
import { isWithin } from './weigh'

const limit = { bytes: 1000, depth: 3 }

it('lets an ordinary message pass', () => {
  expect(isWithin([{ do: 'write-note', note: 'a note' }], limit)).toBe(true)
})

it('stops a message that is too heavy, wherever the weight is', () => {
  expect(isWithin(['x'.repeat(501)], limit)).toBe(false)
  expect(isWithin([{ bytes: new Uint8Array(1001) }], limit)).toBe(false)
  expect(isWithin([{ ['k'.repeat(501)]: 1 }], limit)).toBe(false)
  expect(
    isWithin(
      Array.from({ length: 1000 }, () => 0),
      limit,
    ),
  ).toBe(false)
})

it('stops a message that nests too deep, without running out of stack', () => {
  expect(isWithin([[[1]]], limit)).toBe(true)
  expect(isWithin([[[[1]]]], limit)).toBe(false)
  const deep = Array.from({ length: 200_000 }).reduce<unknown>((inner) => [inner], 1)
  expect(isWithin(deep, limit)).toBe(false)
})
