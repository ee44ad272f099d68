import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { median } from '../statistics'
import { openArticle } from '../suites/open'
import { timeToPaint } from '../suites/start'
import type { Bench } from '../suites/suite'
import { root as repository } from '../window/electron-process'
import type { BenchWindow } from '../window/attach'
import { applicationFolder, isOpen, openParley } from '../window/parley'
import { untilRecordIsMade } from '../window/record-made'
import { annotators, plainFolder, writeWorkload, type WrittenArticle } from '../workload/write-workload'
import { listFrames, type ListFrames } from './list-frames'
import { memoryOf } from './memory'
import { compareSaves } from './saves'

const people = 20
const words = 500
/** Of each annotator on each article: a hundred in all. */
const tagsEach = 5

/** One line of the scale table. Times are medians in milliseconds. */
export interface ScaleRow {
  readonly articles: number
  readonly tags: number
  readonly annotators: number
  /** From the start of the program to the second frame after the whole list and an article with its tags are there. */
  readonly openProjectMs: number
  /** The same on a computer that has never opened the project; and until all tags were counted. */
  readonly coldOpenMs: number
  readonly coldCountMs: number
  /** From the click to the second frame after text and tags are there; an article never opened before. */
  readonly openArticleMs: number
  readonly saveMs: number
  readonly acknowledgedMs: number
  /** To a project of ten articles. */
  readonly saveRatio: number
  readonly acknowledgedRatio: number
  /** What the window waits for when it asks what to show. */
  readonly startAnswerMs: number
  /** The sum over all processes, in which shared pages count several times; with the record of all tags made. */
  readonly rssMb: number | null
  /** The same with what the processes share counted once. */
  readonly residentMb: number | null
  /** The most that the latter was while the record was made. */
  readonly largestMb: number | null
  readonly list: ListFrames
  readonly validateMs: number
}

/** Measures one size. The project lies in the bench's folder, and is removed at the end. */
export async function measureScale(bench: Bench, articles: number): Promise<ScaleRow> {
  const { folder, repetitions, say } = bench
  const project = join(folder, `store-${articles}`)
  const first = await write(bench, project, articles)
  const smallProject = join(folder, `store-small-${articles}`)
  const [small] = await write(bench, smallProject, 10)
  const home = join(folder, `home-${articles}`)

  say(`store: ${articles} articles, opening for the first time`)
  const coldOpenMs = await timeToList(project, home, articles, first[0]!)
  rmSync(home, { recursive: true, force: true })
  const began = Date.now()
  const cold = await openParley(project, home)
  await cold.page.getByRole('progressbar', { name: 'Reading the project' }).waitFor({
    state: 'detached',
    timeout: 300_000,
  })
  const coldCountMs = Date.now() - began
  await cold.close()

  const opens: number[] = []
  for (let i = 0; i < repetitions; i++) {
    opens.push(await timeToList(project, home, articles, first[0]!))
    say(`store: ${articles} articles, opened ${i + 1} of ${repetitions}`)
  }

  const parley = await openParley(project, home)
  const articleTimes: number[] = []
  const starts: number[] = []
  for (const article of first.slice(1, repetitions + 1)) {
    articleTimes.push((await openArticle(parley, article)).ms)
    starts.push(
      await parley.page.evaluate(async () => {
        const from = performance.now()
        await window.workbench.start()
        return performance.now() - from
      }),
    )
  }
  const list = await listFrames(parley.page)
  say(`store: ${articles} articles, making the record`)
  const largest = await largestWhile(parley)
  const memory = memoryOf(parley.pid)
  await parley.close()

  say(`store: ${articles} articles, saving`)
  const storeHome = join(folder, `home-store-${articles}`)
  const saves = await compareSaves(
    { project, home: storeHome, article: first[0]! },
    { project: smallProject, home: `${storeHome}-small`, article: small! },
    { times: 10 * repetitions, seed: bench.seed },
  )
  say(`store: ${articles} articles, checking`)
  const validateMs = await timeToValidate(project)
  for (const done of [project, smallProject, home, storeHome, `${storeHome}-small`])
    rmSync(done, { recursive: true, force: true })
  return {
    articles,
    tags: articles * people * tagsEach,
    annotators: people,
    openProjectMs: Math.round(median(opens)),
    coldOpenMs: Math.round(coldOpenMs),
    coldCountMs,
    openArticleMs: median(articleTimes),
    ...saves,
    startAnswerMs: median(starts),
    rssMb: memory?.rssMb ?? null,
    residentMb: memory?.residentMb ?? null,
    largestMb: largest,
    list,
    validateMs: Math.round(validateMs),
  }
}

/** What Parley holds at most until the record of all tags is made, in megabytes. */
async function largestWhile({ page, pid }: BenchWindow): Promise<number | null> {
  let largest: number | null = null
  await untilRecordIsMade(page, () => {
    const now = memoryOf(pid)
    if (now) largest = Math.max(largest ?? 0, now.residentMb)
  })
  return largest
}

/** Gives the newest articles, which stand first in the list. */
async function write({ seed, say }: Bench, project: string, articles: number): Promise<WrittenArticle[]> {
  const first: WrittenArticle[] = []
  let written = 0
  const workload = {
    seed,
    articles: Array.from({ length: articles }, () => ({ words, tags: tagsEach })),
    annotators: annotators(people),
  }
  const take = (article: WrittenArticle) => {
    if (first.length < 20) first.push(article)
    if (++written % 1_000 === 0) say(`store: ${written} of ${articles} articles written`)
  }
  await writeWorkload(project, workload, take, plainFolder(project))
  return first
}

async function timeToList(
  project: string,
  home: string,
  articles: number,
  newest: WrittenArticle,
): Promise<number> {
  const { ends, tag } = isOpen(newest)
  const ready = [
    `document.querySelector('[role=option][aria-setsize="${articles}"]') !== null`,
    `document.querySelector('[role=article]')?.textContent.includes(${JSON.stringify(ends)})`,
    `document.querySelector('[data-annotation-id="${tag}"]') !== null`,
  ]
  const { ms } = await timeToPaint(['.', project, applicationFolder(home)], ready.join(' && '))
  return ms
}

/** `parley validate`, from its start to its end. */
function timeToValidate(project: string): Promise<number> {
  const began = performance.now()
  const parley = join(repository, 'out', 'main', 'cli.js')
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [parley, 'validate', project], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let said = ''
    child.stderr.on('data', (words: Buffer) => (said += words.toString()))
    child.once('error', reject)
    child.once('exit', (code) => {
      if (code === 0) resolve(performance.now() - began)
      else reject(new Error(`parley validate ended with ${code}.\n${said}`))
    })
  })
}
