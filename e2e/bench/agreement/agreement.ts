import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import { workDocument, type Items } from '../../../data/model/document'
import type { WorkRecord } from '../../../data/model/records'
import { RecordDesk } from '../../../data/record/index/record-desk'
import { encodeDocument } from '../../../data/store/encode-document'
import { nodeFolder } from '../../../data/store/files/node-folder'
import { paths } from '../../../data/store/paths'
import { articleText } from '../workload/article-text'
import { annotators, plainFolder, writeArticle, writeProject } from '../workload/write-workload'
import type { Bench } from '../suites/suite'
import { measureWindow, type WindowFigures } from './measure-window'
import { worksOn, type AgreementWorkload } from './agreement-workload'

/** How long agreement over a whole project takes, in milliseconds but for those that say otherwise. */
export interface AgreementFigures extends AgreementWorkload {
  readonly suite: 'agreement'
  /** Tags of all annotators together. */
  readonly allTags: number
  /** From the files to the record of everything, which is made once. */
  readonly recordMs: number
  /** The first answer after that, with the words of all articles read and cut, and every further one. */
  readonly firstMs: number
  readonly againMs: readonly number[]
  /** Of two of the people alone. */
  readonly pairMs: number
  /** The longest time in which no other question could be answered. */
  readonly longestStepMs: number
  /** From being stopped to the end. */
  readonly stopMs: number
  readonly answerMb: number
  readonly memoryMb: number
  /** The same in the built app. */
  readonly window: WindowFigures
}

/** Twenty people, a thousand articles, fifty tags each; a tenth of the articles with `isQuick`. */
export async function measureAgreement(bench: Bench, isQuick: boolean): Promise<AgreementFigures> {
  const workload: AgreementWorkload = {
    seed: bench.seed,
    articles: isQuick ? 100 : 1_000,
    annotators: 20,
    tags: 50,
    words: 600,
  }
  const root = join(bench.folder, 'agreement')
  bench.say(`agreement: writing ${workload.articles} articles by ${workload.annotators} annotators`)
  const { project, articles } = await write(root, workload)
  const people = annotators(workload.annotators).map(({ id }) => id)
  let [longest, began] = [0, 0]
  const desk = await RecordDesk.open({
    folder: nodeFolder(root),
    vault: null,
    project,
    me: people[0]!,
    codebook: builtInCodebook,
    registry: [],
    articles,
    told: () => {},
    pause: async () => {
      longest = Math.max(longest, performance.now() - began)
      await new Promise((resolve) => setImmediate(resolve))
      began = performance.now()
    },
  })
  bench.say('agreement: making the record')
  const [recordMs] = await timed(() => desk.make())
  const query = { annotators: people, articles: null, labels: null, threshold: 0.5 }
  // What was answered before is known; another threshold, be it by a hair, is another question.
  const ask = (threshold: number) => {
    began = performance.now()
    return timed(() => desk.review.figures({ ...query, threshold }))
  }
  bench.say('agreement: asking')
  longest = 0
  const [firstMs, first] = await ask(0.5)
  if (first?.articles !== workload.articles) throw new Error('Not all articles were compared')
  const againMs: number[] = []
  for (let i = 0; i < Math.min(3, bench.repetitions); i++) againMs.push((await ask(0.5 - (i + 1) / 1e9))[0])
  const longestStepMs = longest
  const [pairMs] = await timed(() => desk.review.figures({ ...query, annotators: people.slice(0, 2) }))
  const stopMs = await timeToStop(desk, { ...query, threshold: 0.4 })
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  bench.say(`agreement: answered after ${[firstMs, ...againMs].map(Math.round).join(', ')} ms; the window`)
  const home = join(bench.folder, 'agreement-home')
  const inWindow = await measureWindow(root, home, query)
  rmSync(root, { recursive: true, force: true, maxRetries: 5 })
  return {
    suite: 'agreement',
    ...workload,
    allTags: workload.articles * workload.annotators * workload.tags,
    recordMs: Math.round(recordMs),
    firstMs: Math.round(firstMs),
    againMs: againMs.map(Math.round),
    pairMs: Math.round(pairMs),
    longestStepMs: Math.round(longestStepMs),
    stopMs: Math.round(stopMs),
    answerMb: JSON.stringify(first).length / 1e6,
    memoryMb: Math.round((heapUsed + arrayBuffers) / 1024 / 1024),
    window: inWindow,
  }
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const from = performance.now()
  const value = await work()
  return [performance.now() - from, value]
}

async function timeToStop(
  desk: RecordDesk,
  query: Parameters<RecordDesk['review']['figures']>[0],
): Promise<number> {
  const answer = desk.review.figures(query)
  let stopped = 0
  setTimeout(() => {
    stopped = performance.now()
    desk.review.stop()
  }, 300)
  await answer
  return performance.now() - stopped
}

async function write(root: string, workload: AgreementWorkload) {
  const people = annotators(workload.annotators)
  const folder = plainFolder(root)
  const project = await writeProject(root, { seed: workload.seed, annotators: people }, folder)
  const articles = []
  for (let number = 0; number < workload.articles; number++) {
    const text = articleText(workload.seed, number, workload.words)
    const article = await writeArticle(folder, text, number)
    const works = worksOn(workload, number, article.id, text)
    for (const [i, { id, device }] of people.entries()) {
      const items: Items<WorkRecord> = Object.fromEntries(
        works[i]!.map((record) => [record.id, { rev: [1, device] as const, record }]),
      )
      const where = { project, annotator: id, device, article: article.id }
      await folder.replace(paths.work(id, device, article.id), encodeDocument(workDocument(where, items)))
    }
    articles.push({ id: article.id, title: text.title, outlet: null, day: article.published })
  }
  return { project, articles }
}
