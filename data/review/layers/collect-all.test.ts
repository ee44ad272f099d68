import * as fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import type { RecordIndex } from '../../record/index/record-index'
import { anySides, drawnSides } from '../drawn-sides.test-data'
import type { Side } from '../side'
import { comparedArticles } from './article-work'
import { collectAll, type CollectingHelper, type CollectAllPorts, type FindHelper } from './collect-all'
import { collectBatch, type BatchPorts } from './collect-batch'
import { Collector, type CollectOrder } from './collect'
import { drawnIndex } from './drawn-index.test-data'
import { packBatch, unpackBatch } from './packed-batch'
import { tokensOf } from './tokens'
import { usedIn, vocabularyOf } from './vocabulary'

const people = ['ada', 'ben', 'cid', 'dot']
const idOf = (n: number) => String(n).padStart(26, 'a')

const tokens: BatchPorts['tokens'] = async function* (ids) {
  for (const _ of ids) yield tokensOf('so he said that no one must go now '.repeat(3), 'en')
}

const indexOf = (articles: readonly (readonly Side[])[]): RecordIndex => drawnIndex(articles, idOf)

/** As another thread does it: what it is given and what it gives are copies. It can do so many batches, and counts them. */
function helperFor(batches: number) {
  const did = { helps: 0, batches: 0, ends: 0 }
  const find = (given: CollectOrder): CollectingHelper => {
    did.helps++
    const order = structuredClone(given)
    return {
      async collect(articles) {
        if (did.batches === batches) return null
        did.batches++
        const there = unpackBatch(structuredClone(packBatch(articles)), order.annotators.length)
        return structuredClone(
          await collectBatch(new Collector(order), there, { tokens, taken: async () => true }),
        )
      },
      end: () => did.ends++,
    }
  }
  return { did, find }
}

/** All that is collected, or `null` when it was stopped. */
async function collect(index: RecordIndex, helper?: FindHelper, next: CollectAllPorts['next'] = breathe) {
  const articles = comparedArticles(index, { annotators: people, articles: null })
  const sheets = articles.flatMap((article) => article.sheets.filter((sheet) => sheet !== null))
  const types = index.texts.types.texts
  const order: CollectOrder = {
    annotators: people,
    threshold: 0.5,
    vocabulary: vocabularyOf(index, usedIn(sheets), null),
    links: { types, typeOf: Int32Array.from([-1, ...types.keys()]) },
    gamma: null,
  }
  return (await collectAll(order, articles, { tokens, next, helper }))?.all ?? null
}

/** Lets the helper have a turn. */
const breathe = async () => {
  await new Promise((resolve) => setImmediate(resolve))
  return true
}

/** Four batches, and some of a fifth. */
const ARTICLES = 100
const manyArticles = fc
  .array(anySides({ sides: 4, tags: 5 }), { minLength: 1, maxLength: 7 })
  .map((some) => Array.from({ length: ARTICLES }, (_, n) => some[n % some.length]!))

it('tells the same to the last digit, whoever collects which articles', async () => {
  await fc.assert(
    fc.asyncProperty(manyArticles, fc.integer({ min: 0, max: 5 }), async (articles, batches) => {
      const index = indexOf(articles)
      const { did, find } = helperFor(batches)
      expect(await collect(index, find)).toEqual(await collect(index))
      // Where nobody has any tags, nobody is asked to help.
      expect(did.ends).toBe(did.helps)
    }),
    { numRuns: 8 },
  )
})

const simple = indexOf(
  Array.from({ length: ARTICLES }, () =>
    drawnSides({ ada: '[he](actor) said [that](claim)', ben: '[he](actor) said that' }),
  ),
)

it('shares the batches out, and says how many articles are done', async () => {
  const { did, find } = helperFor(Infinity)
  const next = vi.fn<CollectAllPorts['next']>(breathe)
  await collect(simple, find, next)
  expect(did.batches).toBeGreaterThan(0)
  expect(did.batches).toBeLessThan(5)
  const done = next.mock.calls.map(([count]) => count)
  expect(done).toEqual(done.toSorted((a, b) => a - b))
  expect(Math.max(...done)).toBe(ARTICLES)
})

it('asks for help with how many tags are held against how many others’', async () => {
  const find = vi.fn<FindHelper>(() => null)
  await collect(simple, find)
  // Three tags of two people: each held against those of one other.
  expect(find).toHaveBeenCalledWith(expect.anything(), 3 * ARTICLES)
})

it('collects what the helper took and could not collect', async () => {
  const { did, find } = helperFor(0)
  expect(await collect(simple, find)).toEqual(await collect(simple))
  expect(did.ends).toBe(1)
})

it('asks again for help that was with another question', async () => {
  const { did, find } = helperFor(Infinity)
  let asked = 0
  expect(await collect(simple, (order) => (++asked < 3 ? null : find(order)))).toEqual(await collect(simple))
  expect(asked).toBe(3)
  expect(did.batches).toBeGreaterThan(0)
})

/** A helper that never brings what it has taken. */
function idle() {
  const did = { ends: 0 }
  const find = (): CollectingHelper => ({
    collect: () => new Promise(() => {}),
    end: () => did.ends++,
  })
  return { did, find }
}

it('does not wait for a helper, when all else is done', async () => {
  const { did, find } = idle()
  const next = vi.fn<CollectAllPorts['next']>(breathe)
  expect(await collect(simple, find, next)).toEqual(await collect(simple))
  expect(did.ends).toBe(1)
  expect(next.mock.calls.at(-1)).toEqual([ARTICLES, ARTICLES])
})

it('gives up when it is stopped, and so does the helper', async () => {
  const { did, find } = idle()
  let asked = 0
  expect(await collect(simple, find, async () => ++asked < 30)).toBeNull()
  expect(asked).toBe(30)
  expect(did.ends).toBe(1)
})
