import { describe, expect, it } from 'vitest'
import { randomFrom } from '../../store/files/kill/random'
import { spoilBytes } from './mutate-bytes'
import { spoilFile } from './mutate-file'

const json = '{"format":"x","id":"a","items":{"b":{"n":1,"list":[1,{"id":"c"}]}},\n"sum":""}\n'
const knowledge = { ids: ['d', 'work/e'], encode: null }

describe('a spoilt file', () => {
  it('is the same for the same seed', () => {
    const [first, second] = [randomFrom(7), randomFrom(7)]
    for (let i = 0; i < 200; i++)
      expect(spoilFile(first, Buffer.from(json), knowledge)).toEqual(
        spoilFile(second, Buffer.from(json), knowledge),
      )
  })

  it.each(Object.keys(spoilBytes))('leaves the whole one as it was: %s', (way) => {
    for (let seed = 0; seed < 50; seed++) {
      // A view of Node's, whose `slice` shares its bytes.
      const whole = Buffer.from(json)
      spoilBytes[way]!(randomFrom(seed), whole)
      expect(whole.toString()).toBe(json)
    }
  })

  it('nearly always is another', () => {
    const random = randomFrom(1)
    const same = Array.from(
      { length: 500 },
      () => spoilFile(random, Buffer.from(json), knowledge).bytes,
    ).filter((bytes) => Buffer.from(bytes).toString() === json)
    expect(same.length).toBeLessThan(25)
  })
})
