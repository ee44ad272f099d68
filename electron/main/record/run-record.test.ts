import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { afterEach, expect, it } from 'vitest'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import type { LabelsUsed } from '../../../data/record/evidence'
import { pack, unpack } from '../../../data/record/packed'
import type { AgreementFigures } from '../../../data/review/agreement'
import { memoryFolder } from '../../../data/store/memory/memory-folder'
import { addReports, putTags } from '../../../data/store/testing/crowd'
import type { Ask, FromRecord, ToRecord } from './messages'
import { runRecord } from './run-record'

const people = [
  { annotator: 'ada-quill', device: 'aaaaaaaaaa' },
  { annotator: 'jonas-reed', device: 'cccccccccc' },
]
const query = { annotators: people.map(({ annotator }) => annotator), articles: null, labels: null }

const endings: (() => void)[] = []
afterEach(() => {
  for (const end of endings.splice(0)) end()
})

/** The record of reports on which two people have a tag each, as its thread runs it, and what it says. */
function recordOf(reports: number) {
  const root = mkdtempSync(join(tmpdir(), 'record-'))
  const made = memoryFolder()
  const articles = addReports(made, reports)
  for (const article of articles) for (const person of people) putTags(made, person, article, { tags: 1 })
  for (const [path, bytes] of made.files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), bytes)
  }
  const { port1: port, port2: itsPort } = new MessageChannel()
  const said: FromRecord[] = []
  const waiting = new Set<() => void>()
  port.on('message', (message: FromRecord) => {
    said.push(message)
    for (const look of waiting) look()
  })
  let rests = 0
  runRecord(itsPort, { rested: () => rests++ })
  endings.push(() => {
    port.close()
    rmSync(root, { recursive: true, force: true })
  })

  const send = (message: ToRecord) => port.postMessage(message)
  const heard = <T>(find: (said: readonly FromRecord[]) => T | undefined): Promise<T> =>
    new Promise((resolve) => {
      const look = () => {
        const found = find(said)
        if (found === undefined) return
        waiting.delete(look)
        resolve(found)
      }
      waiting.add(look)
      look()
    })
  let asked = 0
  const ask = async <T>(question: Ask): Promise<T> => {
    const id = ++asked
    send({ is: 'ask', id, ask: question })
    const answer = await heard((all) => all.find((each) => 'id' in each && each.id === id))
    if (answer.is !== 'answer') throw new Error('It could not answer')
    return unpack<T>(answer.packed)
  }
  const open = async () => {
    const vault = join(root, 'vault')
    const facts = articles.map(({ id, title }) => ({ id, title, outlet: null, day: null }))
    send({
      is: 'open',
      root,
      vault,
      project: 'talkstalkstalkst',
      me: people[0]!.annotator,
      codebook: builtInCodebook,
      registry: pack([]),
      articles: pack(facts),
      after: 0,
      seenOn: null,
    })
    await heard((all) =>
      all.find((each) => each.is === 'state' && each.state.version > 0 && !each.state.building),
    )
  }
  return { said, send, ask, open, rests: () => rests }
}

it('lets go of what a large project was read into, before it is kept and after; a small one is not worth it', async () => {
  const [large, small] = [recordOf(200), recordOf(2)]
  await Promise.all([large.open(), small.open()])
  await expect.poll(() => large.rests()).toBe(2)
  expect(small.rests()).toBe(0)
})

const figures = (threshold: number): Ask => ({ name: 'reviewFigures', query: { ...query, threshold } })

it('tells how far people agree from the files of a project', async () => {
  const { ask, open } = recordOf(6)
  await open()
  const found = await ask<AgreementFigures>(figures(0.5))
  expect([found.articles, found.shares.map(({ tags }) => tags)]).toEqual([6, [6, 6]])
  expect(found.layers.find(({ layer }) => layer === 'spans:actor')).toMatchObject({ n: 6, observed: 1 })
})

it('stops what it is computing, says no more of it, answers others meanwhile, and then the same again', async () => {
  const { said, send, ask, open } = recordOf(60)
  await open()
  const stopped = ask<AgreementFigures | null>(figures(0.5))
  const meanwhile = ask<LabelsUsed>({ name: 'labelsUsed' })
  send({ is: 'stop-review' })
  expect((await meanwhile).labels.map(({ label }) => label)).toEqual(['actor'])
  expect(await stopped).toBeNull()
  const states = said.flatMap((each) => (each.is === 'state' ? [each.state] : []))
  expect(states.at(-1)!.reviewing).toBeUndefined()
  expect((await ask<AgreementFigures>(figures(0.5))).articles).toBe(60)
})
