import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import { pack, unpack } from '../../../data/record/packed'
import { nodeFolder } from '../../../data/store/files/node-folder'
import { bytesOfJson } from '../../../data/store/json-bytes'
import { paths } from '../../../data/store/paths'
import { articleFrom } from '../../../data/store/testing/talks'
import type { Ask, FromRecord, ToRecord } from './messages'
import { runRecord } from './run-record'

let root = ''
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'record-program-'))))
afterEach(() => rmSync(root, { recursive: true }))

const [first, second] = [
  articleFrom('Talks go on\n\nBoth sides spoke of a secret treaty.'),
  articleFrom('Talks fail\n\nNobody spoke of the sealed protocol.'),
]
const factsOf = ({ id, title }: typeof first) => ({ id, title, outlet: null, day: null })

/** The record of a project that has the first article. */
async function record() {
  for (const article of [first, second])
    await nodeFolder(root).replace(paths.article(article.id), bytesOfJson(article))
  const { port1: port, port2: theirs } = new MessageChannel()
  runRecord(theirs)
  const send = (message: ToRecord) => port.postMessage(message)
  send({
    is: 'open',
    root,
    vault: join(root, 'vault'),
    project: 'talkstalkstalkst',
    me: 'ada-quill',
    codebook: builtInCodebook,
    registry: pack([]),
    articles: pack([factsOf(first)]),
    after: 0,
    seenOn: null,
  })
  let asked = 0
  const ask = async (question: Ask): Promise<FromRecord> => {
    const id = ++asked
    send({ is: 'ask', id, ask: question })
    for (;;) {
      const [message]: FromRecord[] = await once(port, 'message')
      if (message && 'id' in message && message.id === id) return message
    }
  }
  const likely = async (words: string) => {
    const answer = await ask({ name: 'likelyArticles', words })
    return answer.is === 'answer' ? answer.packed : answer
  }
  return { send, ask, likely, close: () => port.close() }
}

it('the record comes to know in which articles words stand, of those that come in later too', async () => {
  const { send, likely, close } = await record()
  await expect.poll(() => likely('Secret Treaty')).toBe(JSON.stringify([first.id]))
  expect(await likely('sealed protocol')).toBe('[]')
  send({ is: 'articles', articles: pack([factsOf(second)]), gone: [first.id] })
  await expect.poll(() => likely('sealed protocol')).toBe(JSON.stringify([second.id]))
  expect(await likely('secret treaty')).toBe('[]')
  close()
})

it('says why it cannot answer, and goes on', async () => {
  const { ask, close } = await record()
  // What only a fault of ours would ask.
  const broken = unpack<Ask>(JSON.stringify({ name: 'wordsFor', entries: 5 }))
  expect(await ask(broken)).toMatchObject({ is: 'failed', why: expect.stringMatching(/^TypeError: /) })
  expect(await ask({ name: 'entryCounts' })).toMatchObject({ is: 'answer' })
  close()
})
