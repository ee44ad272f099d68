import { join } from 'node:path'
import { rowOf, type Row, type Took } from '../result'
import { startElectron } from '../window/electron-process'
import { floorArgs, writeFloorPage } from '../window/floor'
import { applicationFolder, isOpen } from '../window/parley'
import { annotators, writeWorkload, type WrittenArticle } from '../workload/write-workload'
import type { Bench, Suite } from './suite'

const words = 1_000
const tags = 50
const articles = 20
const watch = join(import.meta.dirname, '..', 'window', 'watch-start.cjs')

/** How long it takes until there is something to read. */
export const start: Suite = {
  name: 'start',
  about: `from the start of the program to the newest of ${articles} articles with its tags`,
  async run(bench) {
    const project = join(bench.folder, 'start')
    const written: WrittenArticle[] = []
    const workload = {
      seed: bench.seed,
      articles: Array.from({ length: articles }, () => ({ words, tags })),
      annotators: annotators(1),
    }
    await writeWorkload(project, workload, (article) => written.push(article))
    return [await measureStarts(bench, project, written[0]!)]
  },
}

async function measureStarts(bench: Bench, project: string, first: WrittenArticle): Promise<Row> {
  const { ends, tag } = isOpen(first)
  const hasText = `document.querySelector('[role=article], #text')?.textContent.includes(${JSON.stringify(ends)})`
  const hasTag = `document.querySelector('[data-annotation-id="${tag}"]') !== null`
  const page = join(bench.folder, 'start.html')
  writeFloorPage(page, first)
  const parley = ['.', project, applicationFolder(join(bench.folder, 'start-parley'))]
  const floor = floorArgs(page, join(bench.folder, 'start-floor'))

  bench.say('start: once each, so that the disk has been read')
  await timeToPaint(parley, `${hasTag} && ${hasText}`)
  await timeToPaint(floor, hasText)
  const took: Took[] = []
  const bare: Took[] = []
  for (let i = 0; i < bench.repetitions; i++) {
    took.push(await timeToPaint(parley, `${hasTag} && ${hasText}`))
    bare.push(await timeToPaint(floor, hasText))
    bench.say(`start: ${i + 1} of ${bench.repetitions}`)
  }
  const what = 'start of the program to second frame after the first article and its tags'
  return rowOf({ suite: 'start', what, words, tags }, took, { 'bare window with the same text': bare })
}

/** `ready` is an expression for the page. */
export async function timeToPaint(args: readonly string[], ready: string): Promise<Took> {
  const electron = startElectron(['-r', watch, ...args], { PARLEY_BENCH_READY: ready })
  try {
    return { ms: Number(await electron.said('painted')) - electron.began }
  } finally {
    await electron.close()
  }
}
