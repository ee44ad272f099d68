import { mkdirSync, rmSync } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as uuid7 } from 'uuid'
import { readArticle } from '../../../../importers/read-article'
import type { Problem } from '../../../../model/problem'
import { ok, type Result } from '../../../../model/result'
import { createProject } from '../../../create-project'
import { memoryJournal } from '../../../memory/memory-journal'
import { openStore } from '../../../open-store'
import type { Journal } from '../../../ports'
import type { Store } from '../../../store'
import { makeRoot, nodeFolder } from '../../node-folder'
import { openJournal } from '../../node-journal'
import type { Answer, Order } from './messages'

const me = { annotator: { id: 'ada-quill', name: 'Ada Quill' }, device: 'abcdefghij' } as const
const words = Array.from({ length: 400 }, (_, n) => `word${n}`)

interface Desk {
  readonly project: string
  readonly store: Store
  readonly article: string
}

/** What is open, and how many tags were made in it. */
const now: { desk: Desk | null; made: number } = { desk: null, made: 0 }

/** The store over folders of this disk, as the app opens it. */
async function storeIn(project: string, home: string, journal: Journal): Promise<Result<Store, Problem>> {
  const vault = join(home, 'vault')
  const isThere = await makeRoot(vault)
  if (!isThere.ok) return isThere
  const clock = { now: () => new Date().toISOString(), newId: () => uuid7() }
  const folder = nodeFolder(project)
  return openStore({ folder, root: project, journal, vault: nodeFolder(vault), me, clock })
}

async function begin(project: string): Promise<Result<unknown, Problem>> {
  const names = await readdir(project).catch((): string[] => [])
  if (names.includes('project.json')) return ok(null)
  mkdirSync(project, { recursive: true })
  const stamp = { id: 'drivendrivendriv', name: 'Talks', created: '2031-03-12T09:00:00Z' }
  return createProject(nodeFolder(project), project, stamp)
}

async function openIn(project: string, home: string): Promise<Result<null, Problem>> {
  const begun = await begin(project)
  if (!begun.ok) return begun
  const store = await storeIn(project, home, openJournal(join(home, 'journal')))
  if (!store.ok) return store
  const bytes = new TextEncoder().encode(`Talks\n\n${words.join(' ')}\n`)
  const read = readArticle({ name: 'talks.txt', bytes })
  if (!read.ok) return read
  const added = await store.value.addArticle(read.value.article, { bytes, extension: 'txt' })
  if (!added.ok) return added
  now.desk = { project, store: store.value, article: read.value.article.id }
  now.made = await tagsOf(store.value)
  return ok(null)
}

async function tagsOf(store: Store): Promise<number> {
  const [first] = store.view().articles
  const opened = first ? await store.openArticle(first.summary.id) : null
  return opened?.ok ? opened.value.sets[0]!.records.length : 0
}

async function tag({ store, article }: Desk): Promise<Result<unknown, Problem>> {
  const start = 7 + now.made * 6
  const answer = await store.carryOut({
    do: 'annotate',
    article,
    spans: [{ start, end: start + 4 }],
    label: 'actor',
  })
  if (answer.ok) now.made++
  return answer
}

async function countIn({ project }: Desk): Promise<number> {
  const store = await storeIn(project, join(project, '..', 'elsewhere'), memoryJournal())
  if (!store.ok) return -1
  const tags = await tagsOf(store.value)
  await store.value.close()
  return tags
}

/** Takes all room in ever smaller bites, and gives back what is to be left. */
async function fill(folder: string, leave: number): Promise<void> {
  const path = join(folder, 'filler')
  const file = await open(path, 'a')
  for (let bite = 1024 * 1024; bite >= 1;) {
    try {
      await file.write(new Uint8Array(bite))
    } catch {
      bite = Math.floor(bite / 2)
    }
  }
  await file.truncate(Math.max(0, (await stat(path)).size - leave))
  await file.close()
}

async function carryOut(
  order: Order,
): Promise<{ readonly result: Result<unknown, Problem>; readonly tags: number }> {
  const done = async (result: Result<unknown, Problem> = ok(null), tags = now.made) => ({ result, tags })
  if (order.do === 'fill') return done(ok(await fill(order.folder, order.leave)))
  if (order.do === 'free') return done(ok(rmSync(join(order.folder, 'filler'))))
  if (order.do === 'open') return done(await openIn(order.project, order.home))
  const { desk } = now
  if (!desk) throw new Error('Nothing is open.')
  switch (order.do) {
    case 'tag':
      return done(await tag(desk))
    case 'count':
      return done(ok(null), await countIn(desk))
    case 'look':
      return done(ok(null), await tagsOf(desk.store))
    case 'close':
      await desk.store.close()
      return done()
    case 'wait': {
      const end = Date.now() + order.atMost
      while (desk.store.view().saving.state !== order.state && Date.now() < end) await sleep(20)
      return done()
    }
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const order: Order = JSON.parse(line)
  const { result, tags } = await carryOut(order)
  const view = now.desk?.store.view()
  const answer: Answer = {
    ok: result.ok,
    problem: result.ok ? null : result.error,
    saving: view?.saving ?? { state: 'saved' },
    tags: order.do === 'open' ? now.made : tags,
    troubles: view?.troubles ?? [],
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}
