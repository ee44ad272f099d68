import type { IpcMainInvokeEvent } from 'electron'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { argumentSchemas } from '../ipc/arguments'
import { channelNames, type ChannelName } from '../ipc/contract'
import { goodMessages } from '../ipc/good-messages'
import { wireName } from '../ipc/wire'
import { answerWindow, type Handlers } from './answer'

type Listener = (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<unknown>

const rounds = 2000

/** The wire with handlers that look at what they are given. A listener is for one burst; the next is another wire's. */
function wire() {
  const listeners = new Map<string, Listener>()
  const seen = { calls: 0, wrong: [] as unknown[] }
  const looking = channelNames.map((name) => [
    name,
    (...args: unknown[]) => {
      seen.calls++
      if (!argumentSchemas[name].safeParse(args).success || hasTrap(args)) seen.wrong.push([name, args])
      return null
    },
  ])
  answerWindow(
    { handle: (channel, listener) => void listeners.set(channel, listener) },
    Object.fromEntries(looking) as Handlers,
    {
      isOurs: ({ processId }) => processId === 1,
      isClosing: () => false,
      badRequest: () => {},
      log: () => {},
    },
  )
  const send = (name: ChannelName, args: readonly unknown[], processId = 1) =>
    listeners.get(wireName(name))!({ processId } as IpcMainInvokeEvent, ...args)
  return { send, seen }
}

const hasTrap = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['__proto__', 'constructor', 'prototype'].some((key) => Object.hasOwn(value, key))

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withSet: true,
  withTypedArray: true,
  withNullPrototype: true,
  withSparseArray: true,
  maxDepth: 4,
})

const nasty = fc.oneof(
  anything,
  fc.constantFrom<unknown>(
    JSON.parse('{"__proto__":{"polluted":true}}'),
    JSON.parse('{"constructor":{"prototype":{"polluted":true}}}'),
    '../../etc/passwd',
    '\0',
    '\u{d800}',
    Number.MAX_SAFE_INTEGER,
    -0,
    NaN,
    1e308,
  ),
)

/** A good message with one thing in it changed, added or left out, at whatever depth. */
function spoiled(name: ChannelName): fc.Arbitrary<readonly unknown[]> {
  return fc
    .tuple(
      fc.constantFrom(...goodMessages[name]),
      fc.nat(),
      nasty,
      fc.constantFrom('set', 'add', 'leave out'),
    )
    .map(([good, at, value, how]) => {
      const message: unknown[] = structuredClone([...good])
      const spots = spotsIn(message)
      const { holder, key } = spots[at % spots.length]!
      if (how === 'set') Reflect.set(holder, key, value)
      else if (how === 'leave out') Reflect.deleteProperty(holder, key)
      else Object.defineProperty(holder, '__proto__', { value, enumerable: true, configurable: true })
      return message
    })
}

interface Spot {
  readonly holder: object
  readonly key: string
}

/** Every place in a message that can be changed; the place after its last argument is one. */
function spotsIn(message: unknown[]): readonly Spot[] {
  const spots: Spot[] = [{ holder: message, key: String(message.length) }]
  const waiting: object[] = [message]
  for (let holder = waiting.pop(); holder; holder = waiting.pop()) {
    for (const [key, inner] of Object.entries(holder)) {
      spots.push({ holder, key })
      if (typeof inner === 'object' && inner !== null && !ArrayBuffer.isView(inner)) waiting.push(inner)
    }
  }
  return spots
}

/** What became of a message: an answer, a refusal, or something that should not have got out. */
async function outcome(answer: Promise<unknown>): Promise<string> {
  try {
    await answer
    return 'answered'
  } catch (error) {
    return error instanceof Error && error.message === 'refused' ? 'refused' : String(error)
  }
}

describe.each(channelNames)('%s', (name) => {
  it(`takes no message that is not of its shape, and throws nothing, in ${rounds} tries`, async () => {
    const messages = fc.sample(fc.oneof(spoiled(name), spoiled(name), fc.array(nasty, { maxLength: 3 })), {
      seed: 1122,
      numRuns: rounds,
    })
    const taken: number[] = []
    let { send, seen } = wire()
    for (const [i, message] of messages.entries()) {
      if (i % 400 === 0) ({ send, seen } = wire())
      const before = seen.calls
      const began = performance.now()
      const became = await outcome(send(name, message))
      taken.push(performance.now() - began)
      expect(['answered', 'refused']).toContain(became)
      expect(seen.calls - before).toBe(became === 'answered' ? 1 : 0)
      expect(seen.wrong).toEqual([])
    }
    expect('polluted' in {}).toBe(false)
    expect(taken.toSorted((a, b) => a - b)[Math.floor(rounds * 0.99)]).toBeLessThan(100)
  })

  it('takes nothing, however good, from another sender', async () => {
    const { send, seen } = wire()
    for (const message of goodMessages[name]) expect(await outcome(send(name, message, 2))).toBe('refused')
    expect(seen.calls).toBe(0)
  })
})
