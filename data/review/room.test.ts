import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { Room } from './room'

const sizes = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 20 })

it('gives zeros that nobody else has, until all are taken back', () => {
  fc.assert(
    fc.property(fc.array(sizes, { maxLength: 5 }), (turns) => {
      const room = new Room(100)
      for (const asked of turns) {
        const lists = asked.map((size) => room.ints(size))
        expect(lists.map((list) => [...list])).toEqual(
          asked.map((size) => Array.from({ length: size }, () => 0)),
        )
        for (const [i, list] of lists.entries()) list.fill(i + 1)
        expect(lists.map((list) => [...list])).toEqual(
          asked.map((size, i) => Array.from({ length: size }, () => i + 1)),
        )
        room.takeBack()
      }
    }),
  )
})
