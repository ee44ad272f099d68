import { expect, it } from 'vitest'
import { articleIdOf } from '../../../data/model/ids'
import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import type { ImportEvent, ImportRow } from '../../ipc/import'
import type { ImportStore } from './import'
import { Imports } from './imports'
import type { Source } from './source'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const full: Problem = { kind: 'not-saved', why: 'the disk is full' }

/** A project in memory, the window that listens, and an import between them. */
function desk({ here = {}, refuses = () => false, takesLong = false }: Partial<Desk> = {}) {
  const titles = new Map(Object.entries(here).map(([text, title]) => [articleIdOf(text), title]))
  const added: string[] = []
  const putting: string[] = []
  const busiest = { all: 0, ofOneText: 0 }
  const store: ImportStore = {
    titleOf: (id) => titles.get(id) ?? null,
    async addArticle(article, source) {
      if (refuses(article.title)) return failed(full)
      putting.push(article.id)
      busiest.all = Math.max(busiest.all, putting.length)
      busiest.ofOneText = Math.max(busiest.ofOneText, putting.filter((id) => id === article.id).length)
      if (takesLong) await new Promise((done) => setImmediate(done))
      putting.splice(putting.indexOf(article.id), 1)
      const isNew = !titles.has(article.id)
      titles.set(article.id, article.title)
      if (isNew) added.push(`${article.title} (.${source.extension}, ${source.bytes.length})`)
      return ok({ isNew })
    },
  }
  const events: ImportEvent[] = []
  const rows = new Map<number, ImportRow>()
  const waiting: { readonly until: (event: ImportEvent) => boolean; readonly done: () => void }[] = []
  const imports = new Imports(
    () => store,
    (event) => {
      events.push(event)
      for (const row of event.rows) rows.set(row.row, row)
      for (const { until, done } of waiting) if (until(event)) done()
    },
    (error) => {
      throw error
    },
  )
  const told = (until: (event: ImportEvent) => boolean) =>
    new Promise<void>((done) => waiting.push({ until, done }))
  const shown = () => [...rows.values()].map((row) => `${row.file}: ${wordState(row)}`)
  return {
    imports,
    events,
    added,
    busiest: () => busiest,
    shown,
    finished: () => told(({ finished }) => finished),
    told,
  }
}

interface Desk {
  /** Texts that are in the project, with their titles. */
  readonly here: Readonly<Record<string, string>>
  readonly refuses: (title: string) => boolean
  /** The disk needs a moment for each article. */
  readonly takesLong: boolean
}

const wordState = ({ state }: ImportRow) => {
  if (state.is === 'left-out') return state.problem.kind
  if (state.is !== 'ready') return state.is
  return state.metadata.title + (state.alreadyHere === null ? '' : ` = ${state.alreadyHere}`)
}

async function* files(texts: Readonly<Record<string, string>>): AsyncGenerator<Source> {
  for (const [name, text] of Object.entries(texts)) yield { name, read: async () => ok(bytesOf(text)) }
}

const talks = 'Talks begin\n\nThe talks began on Monday.\n'
const talksEnd = 'Talks end\n\nThe talks ended on Friday.\n'

it('reads files one after another, leaves out what it cannot read, and goes on', async () => {
  const { imports, events, shown, finished } = desk()
  imports.add(files({ 'a.txt': talks, 'empty.txt': '', 'b.txt': talksEnd }))
  await finished()
  expect(shown()).toEqual(['a.txt: Talks begin', 'empty.txt: empty-file', 'b.txt: Talks end'])
  expect(events.map(({ started }) => started)).toEqual([true, ...events.slice(1).map(() => false)])
  expect(events.at(-1)).toMatchObject({ total: 3, done: 3, finished: true })
})

it('tells of many files in few messages', async () => {
  const { imports, events, shown, finished } = desk()
  imports.add(files(Object.fromEntries(Array.from({ length: 500 }, (_, n) => [`${n}.txt`, `Text ${n}.`]))))
  await finished()
  expect(shown()).toHaveLength(500)
  expect(events.length).toBeLessThan(50)
})

it('tells of many texts that are handed over one by one in few messages', async () => {
  const { imports, events, shown, told } = desk()
  const all = told(({ finished, done }) => finished && done === 500)
  for (let n = 0; n < 500; n++) {
    imports.add(files({ [`${n}.txt`]: `Text ${n}.` }))
    await new Promise((done) => setImmediate(done))
  }
  await all
  expect(shown()).toHaveLength(500)
  expect(events.length).toBeLessThan(50)
})

it('marks what is in the project, and what stood in an earlier row', async () => {
  const { imports, shown, finished } = desk({ here: { [talks]: 'The talks' } })
  imports.add(files({ 'a.txt': talks, 'b.txt': talksEnd, 'c.txt': talksEnd }))
  await finished()
  expect(shown()).toEqual([
    'a.txt: Talks begin = The talks',
    'b.txt: Talks end',
    'c.txt: Talks end = Talks end',
  ])
})

it('puts the chosen rows into the project, and is over then', async () => {
  const { imports, added, finished } = desk()
  imports.add(files({ 'a.txt': talks, 'b.TXT': talksEnd, 'c.txt': talks }))
  await finished()
  expect(await imports.finish([1, 0, 2])).toEqual(
    ok({ added: [articleIdOf(talksEnd), articleIdOf(talks)], leftOut: [] }),
  )
  expect(added).toEqual([`Talks end (.txt, ${talksEnd.length})`, `Talks begin (.txt, ${talks.length})`])
  expect((await imports.finish([0])).ok).toBe(false)
})

it('keeps the rows that could not be put there, with the reason, for another try', async () => {
  let isFull = true
  const { imports, added, shown, finished } = desk({ refuses: (title) => isFull && title === 'Talks begin' })
  imports.add(files({ 'a.txt': talks, 'b.txt': talksEnd }))
  await finished()
  expect(await imports.finish([0, 1, 7])).toEqual(ok({ added: [articleIdOf(talksEnd)], leftOut: [0, 7] }))
  expect(shown()[0]).toBe('a.txt: not-saved')
  isFull = false
  expect(await imports.finish([0])).toEqual(ok({ added: [articleIdOf(talks)], leftOut: [] }))
  expect(added).toHaveLength(2)
})

it('puts articles into the project beside each other, and of two rows with one text the first', async () => {
  const texts = Array.from({ length: 40 }, (_, n) => `Text ${n % 20}.`)
  const { imports, finished, busiest, added } = desk({ takesLong: true })
  imports.add(files(Object.fromEntries(texts.map((text, n) => [`${n}.txt`, text]))))
  await finished()
  for (let n = 0; n < 40; n++) imports.correct(n, { metadata: { title: `Title ${n}` } })
  const done = await imports.finish(texts.map((_, n) => 39 - n))
  const ids = Array.from({ length: 20 }, (_, n) => articleIdOf(texts[19 - n]!))
  expect(done).toEqual(ok({ added: ids, leftOut: [] }))
  expect(added.map((each) => each.slice(0, 'Title 20'.length)).toSorted()).toEqual(
    Array.from({ length: 20 }, (_, n) => `Title ${20 + n}`),
  )
  expect(busiest()).toEqual({ all: 8, ofOneText: 1 })
})

it('puts nothing more into the project when it is cancelled meanwhile', async () => {
  const { imports, added, finished } = desk({ takesLong: true })
  imports.add(files(Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`${n}.txt`, `Text ${n}.`]))))
  await finished()
  const finishing = imports.finish(Array.from({ length: 40 }, (_, n) => n))
  imports.cancel()
  const done = await finishing
  expect(done.ok && done.value.added).toHaveLength(added.length)
  expect(added.length).toBeLessThanOrEqual(8)
})

it('imports what was corrected: of metadata and blocks, never of the text', async () => {
  const { imports, added, finished } = desk()
  imports.add(files({ 'a.txt': talks }))
  await finished()
  imports.correct(0, { metadata: { title: 'The Halsund talks', outlet: 'Lantern' } })
  const row = imports.correct(0, { blockTypes: [{ block: 1, type: 'caption' }] })
  expect(row.ok && row.value.state).toMatchObject({
    metadata: { title: 'The Halsund talks', outlet: 'Lantern' },
    blocks: [{ text: 'Talks begin' }, { type: 'caption' }],
  })
  expect(
    row.ok && row.value.state.is === 'ready' && row.value.state.guesses.map(({ field }) => field),
  ).not.toContain('title')
  await imports.finish([0])
  expect(added).toEqual([`The Halsund talks (.txt, ${talks.length})`])
})

it('stops reading when asked, and keeps what was read', async () => {
  const { imports, shown, finished } = desk()
  let letGo = () => {}
  const held = new Promise<Result<Uint8Array, Problem>>((done) => {
    letGo = () => done(ok(bytesOf(talksEnd)))
  })
  async function* slow(): AsyncGenerator<Source> {
    yield { name: 'a.txt', read: async () => ok(bytesOf(talks)) }
    yield { name: 'b.txt', read: () => held }
    yield { name: 'c.txt', read: async () => ok(bytesOf('Never read.')) }
    await held
    yield { name: 'd.txt', read: async () => ok(bytesOf('Never looked for.')) }
  }
  imports.add(slow())
  await new Promise((done) => setTimeout(done, 20))
  imports.stop()
  letGo()
  await finished()
  expect(shown()).toEqual(['a.txt: Talks begin', 'b.txt: Talks end', 'c.txt: cancelled'])
})

it('lets files that are dropped meanwhile join the import', async () => {
  const { imports, events, shown, finished } = desk()
  imports.add(files({ 'a.txt': talks }))
  imports.add(files({ 'b.txt': talksEnd }))
  await finished()
  expect(shown().toSorted()).toEqual(['a.txt: Talks begin', 'b.txt: Talks end'])
  expect(events.filter(({ started }) => started)).toHaveLength(1)
})

it('puts nothing into the project when it is cancelled, and begins anew after that', async () => {
  const { imports, added, events, finished } = desk()
  imports.add(files({ 'a.txt': talks }))
  await finished()
  imports.cancel()
  expect((await imports.finish([0])).ok).toBe(false)
  expect(added).toEqual([])
  imports.add(files({ 'b.txt': talksEnd }))
  await finished()
  expect(events.filter(({ started }) => started)).toHaveLength(2)
})
