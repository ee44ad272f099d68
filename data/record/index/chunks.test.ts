import { describe, expect, it } from 'vitest'
import { alone, Chunks, type Laid, type Numbers } from './chunks'

const numbersOf = ({ piece, from, to }: Laid<Numbers>) => [...piece.subarray(from, to)]

describe('columns in few pieces of memory', () => {
  it('lie one after the other, and stay what they were', () => {
    const chunks = Chunks.ofNumbers()
    const given = [Int32Array.of(1, 2, 3), Int32Array.of(), Int32Array.of(4)]
    const laid = given.map((numbers) => chunks.lay(numbers))
    given[0]![0] = 9
    expect(laid.map(numbersOf)).toEqual([[1, 2, 3], [], [4]])
    expect(laid.map(({ from }) => from)).toEqual([0, 3, 3])
    expect(new Set(laid.map(({ piece }) => piece)).size).toBe(1)
  })

  it('begin another piece where one is full, and leave the first as it is', () => {
    const chunks = Chunks.ofNumbers()
    const half = new Int32Array(2 ** 17 + 1).fill(7)
    const [first, second] = [chunks.lay(half), chunks.lay(half.fill(8))]
    expect(second.piece).not.toBe(first.piece)
    expect([first, second].map((laid) => numbersOf(laid).every((number) => number === 7))).toEqual([
      true,
      false,
    ])
    expect([first, second].every(({ piece }) => chunks.has(piece))).toBe(true)
  })

  it('have as much room for bytes', () => {
    const chunks = Chunks.ofBytes()
    const laid = [1, 2 ** 20 - 1, 1].map((length) => chunks.lay(new Uint8Array(length)))
    expect(laid.map(({ from, to, piece }) => [from, to, piece === laid[0]!.piece])).toEqual([
      [0, 1, true],
      [1, 2 ** 20, true],
      [0, 1, false],
    ])
  })

  it('have one for themselves when they are too long', () => {
    const chunks = Chunks.ofNumbers()
    const long = chunks.lay(new Int32Array(2 ** 18 + 1))
    expect([long.from, long.to, long.piece.length]).toEqual([0, 2 ** 18 + 1, 2 ** 18 + 1])
    expect([chunks.has(long.piece), Chunks.ofNumbers().has(alone(Int32Array.of(1)).piece)]).toEqual([
      false,
      false,
    ])
  })
})
