import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { argumentSchemas } from './arguments'
import { channelNames } from './contract'
import { article, goodMessages, spans } from './good-messages'

describe.each(channelNames)('%s', (name) => {
  it.each(goodMessages[name].map((args) => [args]))('takes %j as it is', (args) => {
    expect(argumentSchemas[name].parse(args)).toEqual(args)
  })

  it('refuses an argument too many, and any message that is no list', () => {
    for (const args of goodMessages[name])
      expect(argumentSchemas[name].safeParse([...args, 1]).success).toBe(false)
    expect(argumentSchemas[name].safeParse({ length: 0 }).success).toBe(false)
  })

  it('never throws, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.anything({ withBigInt: true, withDate: true, withMap: true })), (args) => {
        expect(typeof argumentSchemas[name].safeParse(args).success).toBe('boolean')
      }),
      { numRuns: 50 },
    )
  })
})

it.each([
  [{ do: 'annotate', article: '../../etc', spans, label: 'actor' }],
  [{ do: 'annotate', article, spans: [], label: 'actor' }],
  [{ do: 'annotate', article, spans: [{ start: -1, end: 2 }], label: 'actor' }],
  [{ do: 'annotate', article, spans: [{ start: 0.5, end: 2 }], label: 'actor' }],
  [{ do: 'annotate', article, spans, label: 'actor', author: 'somebody else' }],
  [{ do: 'delete', article, annotations: ['x'] }],
  [{ do: 'drop-everything' }],
  [JSON.parse('{"do":"unlink","article":"abcdefghijklmnopqrstuvwxyz","__proto__":{"link":"x"}}')],
])('refuses the command %j', (command) => {
  expect(argumentSchemas.carryOut.safeParse([command]).success).toBe(false)
})
