import { statSync } from 'node:fs'
import { join } from 'node:path'
import { paths } from '../../../data/store/paths'
import { appendAndFlush, replaceAndFlush } from '../disk-floor'
import { rowOf, type Cell, type Row, type Took } from '../result'
import type { BenchWindow } from '../window/attach'
import type { Until } from '../window/bench-clock'
import { openFloor } from '../window/floor'
import { openParley } from '../window/parley'
import { randomOf } from '../workload/random'
import { spotsIn } from '../workload/scatter-tags'
import { annotators } from '../workload/write-workload'
import { cells, writeCell } from './cells'
import { openArticle, openOnFloor } from './open'
import type { Bench, Suite } from './suite'

/** How long it takes to see a new tag, and to know that it is safe. */
export const tag: Suite = {
  name: 'tag',
  about: 'from the key 1 on selected words to the new tag, and to “Saved”',
  async run(bench) {
    const rows: Row[] = []
    for (const cell of cells) rows.push(...(await measureCell(bench, cell)))
    return rows
  },
}

/** Bytes of a line of the journal for one tag. */
const LINE = 700

async function measureCell(bench: Bench, cell: Cell): Promise<readonly Row[]> {
  const { project, articles } = await writeCell(bench, 'tag', cell, 1)
  const article = articles[0]!
  const parley = await openParley(project, join(bench.folder, `tag-parley-${cell.words}`))
  const floor = await openFloor(join(bench.folder, `tag-floor-${cell.words}`))
  try {
    await openArticle(parley, article)
    await openOnFloor(floor, article)
    const { id, device } = annotators(1)[0]!
    const work = join(project, paths.work(id, device, article.id))
    const took = { painted: [] as Took[], saved: [] as Took[] }
    const bare = { page: [] as Took[], append: [] as Took[], replace: [] as Took[] }
    const spots = spotsIn(randomOf(bench.seed, 'spots'), article, bench.repetitions + 1)
    for (const [i, { start, end }] of spots.entries()) {
      const words = article.text.slice(start, end)
      const [painted, saved] = await tagWords(parley, words, [{ is: 'new-tag' }, { is: 'saved' }])
      const [page] = await tagWords(floor, words, [{ is: 'handled' }])
      const append = await appendAndFlush(join(bench.folder, 'append'), LINE)
      const replace = await replaceAndFlush(join(bench.folder, 'replace'), statSync(work).size)
      // The first one finds code that has never run.
      if (i === 0) continue
      took.painted.push(painted!)
      took.saved.push(saved!)
      bare.page.push(page!)
      bare.append.push(append)
      bare.replace.push(replace)
      bench.say(`tag: ${cell.words} words, ${cell.tags} tags, ${i} of ${bench.repetitions}`)
    }
    const to = (what: string) => ({ suite: 'tag', what: `key 1 on selected words to ${what}`, ...cell })
    const { page, append, replace } = bare
    return [
      rowOf(to('second frame after the tag is there'), took.painted, {
        'one more highlight in a bare page': page,
        'append and flush in Node': append,
      }),
      rowOf(to('second frame after the status reads “Saved”'), took.saved, {
        'append and flush in Node': append,
        'replace a file of the same size in Node': replace,
      }),
    ]
  } finally {
    await floor.close()
    await parley.close()
  }
}

async function tagWords(
  tagging: BenchWindow,
  words: string,
  untils: readonly Until[],
): Promise<readonly Took[]> {
  await tagging.page.evaluate((wanted) => window.benchClock.select(wanted), words)
  await tagging.quiet()
  return tagging.measure('keydown', untils, () => tagging.page.keyboard.press('1'))
}
