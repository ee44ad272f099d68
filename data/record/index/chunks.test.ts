import { describe, expect, it } from 'vitest'
import { alone, Chunks, type Laid } from './chunks'

const numbersOf = ({ piece, from, to }: Laid) => [...piece.subarray(from, to)]

describe('columns in few pieces of memory', () => {
  it('lie one after the other, and stay what they were', () => {
    const chunks = new Chunks()
    const given = [Int32Array.of(1, 2, 3), Int32Array.of(), Int32Array.of(4)]
    const laid = given.map((numbers) => chunks.lay(numbers))
    given[0]![0] = 9
    expect(laid.map(numbersOf)).toEqual([[1, 2, 3], [], [4]])
    expect(laid.map(({ from }) => from)).toEqual([0, 3, 3])
    expect(new Set(laid.map(({ piece }) => piece)).size).toBe(1)
  })

  it('begin another piece where one is full, and leave the first as it is', () => {
    const chunks = new Chunks()
    const half = new Int32Array(2 ** 17 + 1).fill(7)
    const [first, second] = [chunks.lay(half), chunks.lay(half.fill(8))]
    expect(second.piece).not.toBe(first.piece)
    expect([first, second].map((laid) => numbersOf(laid).every((number) => number === 7))).toEqual([
      true,
      false,
    ])
    expect([first, second].every(({ piece }) => chunks.has(piece))).toBe(true)
  })

  it('have one for themselves when they are too long', () => {
    const chunks = new Chunks()
    const long = chunks.lay(new Int32Array(2 ** 18 + 1))
    expect([long.from, long.to, long.piece.length]).toEqual([0, 2 ** 18 + 1, 2 ** 18 + 1])
    expect([chunks.has(long.piece), new Chunks().has(alone(Int32Array.of(1)).piece)]).toEqual([false, false])
  })
})
