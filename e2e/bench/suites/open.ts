import { join } from 'node:path'
import { rowOf, type Cell, type Row, type Took } from '../result'
import type { BenchWindow } from '../window/attach'
import { openFloor, putOnFloor } from '../window/floor'
import { clickInList, isOpen, openParley } from '../window/parley'
import type { WrittenArticle } from '../workload/write-workload'
import { cells, writeCell } from './cells'
import type { Bench, Suite } from './suite'

/** How long it takes to open an article from the list. */
export const open: Suite = {
  name: 'open',
  about: 'from a click in the list to the article with the tags in view, for the first time and again',
  async run(bench) {
    const rows: Row[] = []
    for (const cell of cells) rows.push(...(await measureCell(bench, cell)))
    return rows
  },
}

async function measureCell(bench: Bench, cell: Cell): Promise<readonly Row[]> {
  const { project, resting, articles } = await writeCell(bench, 'open', cell, bench.repetitions)
  const parley = await openParley(project, join(bench.folder, `open-parley-${cell.words}`))
  const floor = await openFloor(join(bench.folder, `open-floor-${cell.words}`))
  try {
    const first: Took[] = []
    const again: Took[] = []
    const bare: Took[] = []
    for (const [i, article] of articles.entries()) {
      await openArticle(parley, resting)
      first.push(await openArticle(parley, article))
      await openArticle(parley, resting)
      again.push(await openArticle(parley, article))
      bare.push(await openOnFloor(floor, article))
      bench.say(`open: ${cell.words} words, ${cell.tags} tags, ${i + 1} of ${articles.length}`)
    }
    const what = 'to second frame after the text and the tags in view'
    const floors = { 'same text and tags in a bare page': bare }
    return [
      rowOf({ suite: 'open', what: `first click on an article ${what}`, ...cell }, first, floors),
      rowOf({ suite: 'open', what: `click on an article opened before ${what}`, ...cell }, again, floors),
    ]
  } finally {
    await floor.close()
    await parley.close()
  }
}

/** Opens it from the list and waits until the window rests. */
export async function openArticle(parley: BenchWindow, article: WrittenArticle): Promise<Took> {
  const click = await clickInList(parley, article)
  await parley.quiet()
  const [took] = await parley.measure('click', [isOpen(article)], click)
  await parley.quiet()
  return took!
}

export async function openOnFloor(floor: BenchWindow, article: WrittenArticle): Promise<Took> {
  await floor.page.evaluate(() => document.querySelector('#text')!.replaceChildren())
  await putOnFloor(floor, article)
  await floor.page.getByRole('button', { name: 'Open' }).hover()
  await floor.quiet()
  const [took] = await floor.measure('click', [{ is: 'handled' }], async () => {
    await floor.page.mouse.down()
    await floor.page.mouse.up()
  })
  await floor.quiet()
  return took!
}
