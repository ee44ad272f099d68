import { mkdirSync, rmSync } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { v7 as uuid7 } from 'uuid'
import { readArticle } from '../../../../importers/read-article'
import type { Problem } from '../../../../model/problem'
import type { Annotation } from '../../../../model/records'
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
  now.made = (await tagsOf(store.value)).length
  return ok(null)
}

/** The person's tags on the only article, in text order. */
async function tagsOf(store: Store): Promise<readonly Annotation[]> {
  const [first] = store.view().articles
  const opened = first ? await store.openArticle(first.summary.id) : null
  const records = opened?.ok ? opened.value.sets[0]!.records : []
  const tags = records.filter((record) => record.is === 'annotation')
  return tags.toSorted((a, b) => a.target[0]!.start - b.target[0]!.start)
}

async function tag({ store, article }: Desk): Promise<Result<unknown, Problem>> {
  const start = 7 + now.made * 6
  const spans = [{ start, end: start + 4 }]
  const answer = await store.carryOut({ do: 'annotate', article, spans, label: 'actor' })
  if (answer.ok) now.made++
  return answer
}

async function relabel({ store, article }: Desk, label: string): Promise<Result<unknown, Problem>> {
  const [first] = await tagsOf(store)
  return store.carryOut({ do: 'relabel', article, annotation: first?.id ?? '', label })
}

/** The tags that the folder has. */
async function tagsIn({ project }: Desk): Promise<Result<readonly Annotation[], Problem>> {
  const store = await storeIn(project, join(project, '..', 'elsewhere'), memoryJournal())
  if (!store.ok) return store
  const tags = await tagsOf(store.value)
  await store.value.close()
  return ok(tags)
}

/** Takes all room in ever smaller bites, and gives back what is to be left. */
async function fill(folder: string, leave: number): Promise<null> {
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
  return null
}

function free(folder: string): null {
  rmSync(join(folder, 'filler'))
  return null
}

type Tags = readonly Annotation[] | null

async function carryOut(order: Order): Promise<Result<Tags, Problem>> {
  if (order.do === 'fill') return ok(await fill(order.folder, order.leave))
  if (order.do === 'free') return ok(free(order.folder))
  if (order.do === 'open') return openIn(order.project, order.home)
  const { desk } = now
  if (!desk) throw new Error('Nothing is open.')
  switch (order.do) {
    case 'tag':
      return withoutTags(await tag(desk))
    case 'relabel':
      return withoutTags(await relabel(desk, order.label))
    case 'count':
      return tagsIn(desk)
    case 'look':
      return ok(await tagsOf(desk.store))
    case 'close':
      await desk.store.close()
      return ok(null)
    case 'wait': {
      const end = Date.now() + order.atMost
      while (desk.store.view().saving.state !== order.state && Date.now() < end) await sleep(20)
      return ok(null)
    }
  }
}

const withoutTags = (result: Result<unknown, Problem>): Result<Tags, Problem> =>
  result.ok ? ok(null) : result

for await (const line of createInterface({ input: process.stdin })) {
  const order: Order = JSON.parse(line)
  const result = await carryOut(order)
  const tags = result.ok ? result.value : null
  const view = now.desk?.store.view()
  const answer: Answer = {
    ok: result.ok,
    problem: result.ok ? null : result.error,
    saving: view?.saving ?? { state: 'saved' },
    tags: tags?.length ?? now.made,
    labels: tags?.map(({ label }) => label) ?? [],
    troubles: view?.troubles ?? [],
  }
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}
