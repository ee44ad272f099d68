import { expect, it } from 'vitest'
import { weigh } from './weigh'

const limit = { bytes: 1000, depth: 3 }

it('weighs an ordinary message: two bytes a character, eight for what has no size of its own', () => {
  expect(weigh(['ab', 1, null], limit)).toBe(8 + 2 * (1 + 1 + 1) + 4 + 8 + 8)
  expect(weigh([{ do: 'write-note', note: 'a note' }], limit)).toBeGreaterThan(30)
})

it('stops a message that is too heavy, wherever the weight is', () => {
  expect(weigh(['x'.repeat(501)], limit)).toBe('too heavy')
  expect(weigh([{ bytes: new Uint8Array(1001) }], limit)).toBe('too heavy')
  expect(weigh([{ ['k'.repeat(501)]: 1 }], limit)).toBe('too heavy')
  const many = Array.from({ length: 1000 }, () => 0)
  expect(weigh(many, limit)).toBe('too heavy')
})

it('weighs the whole buffer behind a few bytes', () => {
  expect(weigh([new Uint8Array(new ArrayBuffer(2000), 0, 1)], limit)).toBe('too heavy')
})

it('stops a message that nests too deep, without running out of stack', () => {
  expect(weigh([[[1]]], limit)).toBeTypeOf('number')
  expect(weigh([[[[1]]]], limit)).toBe('too deep')
  const deep = Array.from({ length: 200_000 }).reduce<unknown>((inner) => [inner], 1)
  expect(weigh(deep, limit)).toBe('too deep')
})

it('stops a message that holds itself, or the same thing a million times', () => {
  const ring: unknown[] = []
  ring.push(ring)
  expect(weigh(ring, limit)).toBe('too deep')
  const laughs = Array.from({ length: 10 }).reduce<unknown>(
    (inner) => Array.from({ length: 10 }, () => inner),
    'ha',
  )
  expect(weigh(laughs, { bytes: 1_000_000, depth: 64 })).toBe('too heavy')
})

it.each([
  [new Map([['a', 'x'.repeat(10_000)]])],
  [new Set(['x'])],
  [new Date(0)],
  [/x/],
  [new Error('x')],
  [new ArrayBuffer(1)],
  [new Float64Array(1)],
  [1n],
  [Object.create({ inherited: true })],
  [JSON.parse('{"__proto__":{"polluted":true}}')],
  [JSON.parse('{"constructor":{"prototype":{"polluted":true}}}')],
  [JSON.parse('[{"deep":{"prototype":1}}]')],
])('stops %o, which is not plain data', (value) => {
  expect(weigh([value], { bytes: 100_000, depth: 10 })).toBe('not plain')
})
