import type { Page } from '@playwright/test'
import type { ReviewQuery } from '../../../data/review/agreement'
import { framesWhile, scroll, type Frames } from '../window/frames'
import { openParley } from '../window/parley'
import { untilRecordIsMade } from '../window/record-made'

/** What agreement over all takes in the real window, in milliseconds, and how smooth the window stays. */
export interface WindowFigures {
  /** From the click on Compare to the figures on the screen; words of articles are read and cut meanwhile. */
  readonly figuresMs: number
  /** The frames in that time, and as many seconds of the same screen at rest after it. */
  readonly whileComparing: Frames
  readonly atRest: Frames
  /** From the click on Cancel to the word that it has stopped. */
  readonly cancelMs: number
  /** Another question of the same size, while the list of articles is scrolled; and the frames of that, and of the same without a question. */
  readonly againMs: number
  readonly scrollWhileComparing: Frames
  readonly scrollAtRest: Frames
}

/** Asks for the Agreement tab, cancels, asks again; and then once more while the list of articles is scrolled. */
export async function measureWindow(
  project: string,
  home: string,
  query: ReviewQuery,
): Promise<WindowFigures> {
  const parley = await openParley(project, home)
  const { page } = parley
  try {
    await untilRecordIsMade(page)
    const modes = page.getByRole('navigation', { name: 'Modes' })
    await modes.getByRole('button', { name: 'Review', exact: true }).click()
    await page.getByRole('tab', { name: 'Agreement', exact: true }).click()
    const cancel = page.getByRole('button', { name: 'Cancel', exact: true })
    await cancel.hover()
    const cancelMs = await timed(async () => {
      await cancel.click()
      await page.getByRole('status').filter({ hasText: 'Stopped' }).waitFor()
    })
    const figures = page.getByRole('grid', { name: 'Agreement by layer' })
    let figuresMs = 0
    const whileComparing = await framesWhile(page, async () => {
      figuresMs = await timed(async () => {
        await page.getByRole('button', { name: 'Compare', exact: true }).click()
        await figures.waitFor({ timeout: 300_000 })
      })
    })
    const atRest = await framesWhile(page, () => page.waitForTimeout(figuresMs))

    await modes.getByRole('button', { name: 'Read', exact: true }).click()
    const list = page.getByRole('listbox', { name: 'Articles' })
    await list.getByRole('option').nth(10).waitFor()
    const scrollAtRest = await framesWhile(page, () => scroll(list))
    let againMs = 0
    const scrollWhileComparing = await framesWhile(page, () =>
      scroll(
        list,
        timed(() => ask(page, { ...query, threshold: 0.45 })).then((ms) => (againMs = ms)),
      ),
    )
    return { figuresMs, whileComparing, atRest, cancelMs, againMs, scrollWhileComparing, scrollAtRest }
  } finally {
    await parley.close()
  }
}

const ask = (page: Page, query: ReviewQuery): Promise<boolean> =>
  page.evaluate(async (wanted) => (await window.workbench.reviewFigures(wanted)).ok, query)

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return Math.round(performance.now() - from)
}
