import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { packBatch, unpackBatch } from './packed-batch'

const sheet = fc
  .array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }))
  .map((numbers) => Int32Array.from(numbers))

it('gives back the articles that were packed, with who is not compared there', () => {
  const batches = fc.integer({ min: 2, max: 5 }).chain((annotators) => {
    const sheets = fc.array(fc.option(sheet), { minLength: annotators, maxLength: annotators })
    return fc.tuple(fc.constant(annotators), fc.array(fc.record({ id: fc.uuid(), sheets })))
  })
  fc.assert(
    fc.property(batches, ([annotators, articles]) => {
      expect(unpackBatch(packBatch(articles), annotators)).toEqual(articles)
    }),
  )
})
