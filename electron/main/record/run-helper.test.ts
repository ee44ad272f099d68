import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import { ArticleTokens } from '../../../data/record/index/article-tokens'
import { RecordIndex } from '../../../data/record/index/record-index'
import { drawnSides } from '../../../data/review/drawn-sides.test-data'
import { comparedArticles } from '../../../data/review/layers/article-work'
import { Collector, type CollectOrder } from '../../../data/review/layers/collect'
import { collectBatch } from '../../../data/review/layers/collect-batch'
import { packBatch } from '../../../data/review/layers/packed-batch'
import { usedIn, vocabularyOf } from '../../../data/review/layers/vocabulary'
import { memoryFolder } from '../../../data/store/memory/memory-folder'
import { addReports } from '../../../data/store/testing/crowd'
import type { FromHelper, ToHelper } from './helper-messages'
import { runHelper } from './run-helper'

const annotators = ['ada', 'ben']
let root = ''
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'helper-'))))
afterEach(() => rmSync(root, { recursive: true }))

/** Reports in a folder, on which two people have tags, and what is asked about them. */
function scene() {
  const made = memoryFolder()
  const ids = addReports(made, 3).map(({ id }) => id)
  for (const [path, bytes] of made.files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), bytes)
  }
  const index = new RecordIndex(builtInCodebook)
  index.putArticles(ids.map((id) => ({ id, title: id, outlet: null, day: null })))
  for (const id of ids)
    for (const { annotator, tags } of drawnSides({
      ada: '[he](actor) [must](claim)',
      ben: '[he](actor) must',
    }))
      index.put(id, annotator, tags)
  const articles = comparedArticles(index, { annotators, articles: null })
  const sheets = articles.flatMap((article) => article.sheets.filter((sheet) => sheet !== null))
  const vocabulary = vocabularyOf(index, usedIn(sheets), null)
  const links = { types: [], typeOf: Int32Array.of(-1) }
  const order: CollectOrder = { annotators, threshold: 0.5, vocabulary, links, gamma: null }
  return { folder: made, articles, order }
}

it('answers each batch with what is collected of it, of the texts in the folder; says why it could not, or that it has stopped', async () => {
  const { folder, articles, order } = scene()
  const { port1: port, port2: itsPort } = new MessageChannel()
  runHelper(itsPort, root)
  const send = async (message: ToHelper): Promise<FromHelper> => {
    const answer = once(port, 'message') as Promise<[FromHelper]>
    port.postMessage(message)
    return (await answer)[0]
  }
  try {
    const batch = packBatch(articles)
    // Nobody has said what is asked.
    expect(await send({ is: 'batch', batch })).toMatchObject({ is: 'failed' })
    port.postMessage({ is: 'order', order } satisfies ToHelper)
    const words = new ArticleTokens(folder)
    const ports = { tokens: (ids: readonly string[]) => words.of(ids), taken: async () => true }
    const collected = await collectBatch(new Collector(order), articles, ports)
    expect(collected!.byArticle).toHaveLength(3)
    expect(await send({ is: 'batch', batch })).toEqual({
      is: 'collected',
      collected: structuredClone(collected),
    })
    // Nobody wants it any more; but the next.
    port.postMessage({ is: 'batch', batch } satisfies ToHelper)
    expect(await send({ is: 'stop' })).toEqual({ is: 'stopped' })
    expect(await send({ is: 'batch', batch })).toMatchObject({ is: 'collected' })
  } finally {
    port.close()
  }
})
