import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import { noRecord, type RecordState, type StatementQuery } from '../../../data/record/query'
import { RecordDesk } from '../../../data/record/index/record-desk'
import type { RegistryRecord } from '../../../data/model/records'
import { nodeFolder, ownFolder } from '../../../data/store/files/node-folder'
import { paths } from '../../../data/store/paths'
import { makeRoot } from '../../../data/store/files/node-folder'
import { summaryOf, type Summary } from '../statistics'
import { annotators } from '../workload/write-workload'
import type { TaggedArticle } from './registry-workload'

/** Milliseconds, but for those that say otherwise. */
export interface IndexFigures {
  /** From nothing, and from what was kept the last time, to the record of everything. */
  readonly buildMs: number
  readonly againMs: number
  /** The floor of the first: reading the same files and parsing their JSON, nothing else. */
  readonly readAndParseMs: number
  readonly buildRatio: number
  /** The longest time between two pauses while it is made. */
  readonly longestStepMs: number
  /** One changed tag to the record that has it. */
  readonly changeMs: Summary
  /** Merging an actor with tags, and taking the merge back. */
  readonly mergeMs: Summary
  /** A filter that was never asked before: counts and groups. Sorted by names, then with words in it. */
  readonly queryMs: Summary
  readonly textQueryMs: Summary
  /** Sixty rows somewhere in what was found, with their paragraphs. */
  readonly rowsMs: Summary
  readonly evidenceMs: Summary
  readonly entryCountsMs: Summary
  readonly learntNamesMs: Summary
  readonly learntNamesKb: number
  readonly statements: number
  /** What making it adds to the heap and to typed arrays, after a collection where there is one. */
  readonly memoryMb: number
}

interface Given {
  readonly root: string
  readonly vault: string
  readonly articles: readonly TaggedArticle[]
  readonly registry: readonly RegistryRecord[]
  readonly project: string
  readonly repetitions: number
}

const timed = async <T>(work: () => T | Promise<T>): Promise<[number, T]> => {
  const from = performance.now()
  const value = await work()
  return [performance.now() - from, value]
}

const heap = (): number => {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1024 / 1024
}

/** Measures the record in this process, as its thread has it. */
export async function measureIndex({
  root,
  vault,
  articles,
  registry,
  project,
  repetitions,
}: Given): Promise<IndexFigures> {
  await makeRoot(vault)
  const me = annotators(1)[0]!
  let state: RecordState = noRecord
  let [longest, began] = [0, 0]
  const ports = {
    folder: nodeFolder(root),
    vault: ownFolder(vault),
    project,
    me: me.id,
    codebook: builtInCodebook,
    registry,
    articles: articles.map(({ id, title }, i) => ({
      id,
      title,
      outlet: `Outlet ${i % 12}`,
      day: new Date(Date.UTC(2031, 10, 20) - i * 86_400_000).toISOString().slice(0, 10),
    })),
    told: (now: RecordState) => void (state = now),
    pause: async () => {
      longest = Math.max(longest, performance.now() - began)
      await new Promise((resolve) => setImmediate(resolve))
      began = performance.now()
    },
  }
  const before = heap()
  const [buildMs, desk] = await timed(async () => {
    began = performance.now()
    const made = await RecordDesk.open(ports)
    began = performance.now()
    await made.make()
    return made
  })
  const memoryMb = heap() - before
  const [readAndParseMs] = await timed(async () => {
    for (const { id } of articles)
      for (const person of annotators(2))
        JSON.parse(readFileSync(join(root, paths.work(person.id, person.device, id)), 'utf8'))
  })
  const [againMs] = await timed(async () => (await RecordDesk.open(ports)).make())

  const times = {
    change: [] as number[],
    merge: [] as number[],
    query: [] as number[],
    text: [] as number[],
    rows: [] as number[],
    evidence: [] as number[],
    counts: [] as number[],
    learnt: [] as number[],
  }
  const actors = registry.filter(({ is }) => is === 'actor')
  const all: StatementQuery = { sort: { by: 'actor', descending: false }, group: 'position' }
  let learntNamesKb = 0
  for (let i = 0; i < repetitions; i++) {
    const article = articles[(i * 37) % articles.length]!
    times.change.push(
      (await timed(() => desk.changed([{ article: article.id, id: article.tag, after: null }])))[0],
    )
    const merged = { ...actors[i]!, into: actors[i + 50]!.id }
    times.merge.push((await timed(() => desk.changeEntries([{ id: merged.id, after: merged }])))[0])
    times.merge.push((await timed(() => desk.changeEntries([{ id: merged.id, after: actors[i]! }])))[0])
    times.query.push((await timed(() => desk.answers.statementCounts({ ...all, stances: [1, -1] })))[0])
    times.text.push((await timed(() => desk.answers.statementCounts({ ...all, text: `the ${i}` })))[0])
    const { found } = desk.answers.statementCounts(all)
    const from = Math.floor((found / (repetitions + 1)) * i)
    times.rows.push((await timed(() => desk.statements(all, from, from + 60)))[0])
    const entries = [actors[i]!.id]
    times.evidence.push((await timed(() => desk.evidence({ entries, sort: 'newest' }, 0, 50)))[0])
    times.counts.push((await timed(() => desk.answers.entryCounts()))[0])
    const [ms, names] = await timed(() => JSON.stringify(desk.answers.learntNames()))
    times.learnt.push(ms)
    learntNamesKb = Math.round(names.length / 1024)
  }
  if (state.building) throw new Error('The record was not made to its end')
  return {
    buildMs,
    againMs,
    readAndParseMs,
    buildRatio: buildMs / readAndParseMs,
    longestStepMs: longest,
    changeMs: summaryOf(times.change),
    mergeMs: summaryOf(times.merge),
    queryMs: summaryOf(times.query),
    textQueryMs: summaryOf(times.text),
    rowsMs: summaryOf(times.rows),
    evidenceMs: summaryOf(times.evidence),
    entryCountsMs: summaryOf(times.counts),
    learntNamesMs: summaryOf(times.learnt),
    learntNamesKb,
    statements: desk.answers.statementCounts(all).all,
    memoryMb,
  }
}
