import type { Page } from '@playwright/test'
import type { StatementQuery } from '../../../data/record/query'
import { memoryOf } from '../store/memory'
import { framesWhile, scroll, type Frames } from '../window/frames'
import { openParley } from '../window/parley'

/** What the real window takes, in milliseconds. */
export interface WindowFigures {
  /** From the program's start to the record of everything, made from nothing; it waits until the article is there. */
  readonly recordMs: number
  /** The longest answer of the main process while the record is made, and the same at rest. */
  readonly longestAnswerMs: number
  readonly longestAnswerAtRestMs: number
  /** A filter that was not asked before; sixty rows. */
  readonly queryMs: number
  readonly rowsMs: number
  /** Words in all articles: to the first places, to the end, and from stopping to silence. */
  readonly occurrences: {
    readonly firstMs: number
    readonly allMs: number
    readonly places: number
    readonly stopMs: number | null
    /** To the first place of the headline of the oldest article, which stands nowhere else: as the record is just made, and later. */
    readonly firstOfOldestMs: number
    readonly firstOfOldestLaterMs: number
  }
  readonly table: { readonly rest: Frames; readonly scroll: Frames }
  readonly rssMb: number | null
  readonly residentMb: number | null
}

const query: StatementQuery = { sort: { by: 'actor', descending: false }, group: null }

export async function measureWindow(project: string, home: string, oldest: string): Promise<WindowFigures> {
  const began = Date.now()
  const parley = await openParley(project, home)
  const { page } = parley
  try {
    const longestAnswerMs = await longestAnswer(page)
    const recordMs = Date.now() - began
    const longestAnswerAtRestMs = await longestAnswer(page, 1_500)
    const asked = await page.evaluate(async (wanted) => {
      const { workbench } = window
      const timed = async (ask: () => Promise<unknown>) => {
        const from = performance.now()
        await ask()
        return performance.now() - from
      }
      return {
        queryMs: await timed(() => workbench.statementCounts({ ...wanted, stances: [1] })),
        rowsMs: await timed(() => workbench.statements({ ...wanted, stances: [1] }, 5_000, 5_060)),
      }
    }, query)
    const { firstMs: firstOfOldestMs } = await search(page, oldest)
    const found = await search(page, 'secret treaty')
    const table = await scrolled(page)
    await page.waitForTimeout(WORDS_READ)
    const { firstMs: firstOfOldestLaterMs } = await search(page, oldest)
    const occurrences = { ...found, firstOfOldestMs, firstOfOldestLaterMs }
    const memory = memoryOf(parley.pid)
    return {
      recordMs,
      longestAnswerMs,
      longestAnswerAtRestMs,
      ...asked,
      occurrences,
      table,
      rssMb: memory?.rssMb ?? null,
      residentMb: memory?.residentMb ?? null,
    }
  } finally {
    await parley.close()
  }
}

/** Asks the main process again and again, until the record is made or so many milliseconds are over. */
const longestAnswer = (page: Page, most: number | null = null): Promise<number> =>
  page.evaluate(async (limit) => {
    const { workbench } = window
    await new Promise<void>((resolve) => setTimeout(resolve, limit === null ? 1_600 : 0))
    const began = performance.now()
    let longest = 0
    for (;;) {
      const from = performance.now()
      await workbench.exportChoices()
      longest = Math.max(longest, performance.now() - from)
      await new Promise<void>((resolve) => setTimeout(resolve, 5))
      if (limit !== null && performance.now() - began > limit) return longest
      if (limit !== null || Math.random() > 0.05) continue
      const state = await workbench.recordState()
      if (state.ok && state.value.building === null) return longest
    }
  }, most)

/** Milliseconds in which the record has read in which articles which words stand. */
const WORDS_READ = 20_000

type Search = Pick<WindowFigures['occurrences'], 'firstMs' | 'allMs' | 'places' | 'stopMs'>

let searches = 0

const search = (page: Page, words: string): Promise<Search> =>
  page.evaluate(
    async ([wanted, last]) => {
      const { workbench } = window
      const run = (number: number, stopAfter: number | null) =>
        new Promise<Search>((resolve) => {
          const from = performance.now()
          let [firstMs, places, stopped] = [0, 0, 0]
          const done = (stopMs: number | null) => {
            forget()
            resolve({ firstMs, allMs: performance.now() - from, places, stopMs })
          }
          const forget = workbench.listen((event) => {
            if (event.is !== 'occurrences' || event.search !== number) return
            places = event.finding.places
            if (firstMs === 0 && places > 0) firstMs = performance.now() - from
            if (stopped > 0) return
            if (event.finding.isOver) done(null)
            else if (stopAfter !== null && firstMs > 0) {
              stopped = performance.now()
              void (async () => {
                await workbench.stopFinding()
                done(performance.now() - stopped)
              })()
            }
          })
          const sought = { words: wanted, matchCase: false, accents: false, wholeWords: true }
          void workbench.findOccurrences(number, sought, null)
        })
      const whole = await run(last + 1, null)
      const { stopMs } = await run(last + 2, 0)
      return { ...whole, stopMs }
    },
    [words, (searches += 2)] as const,
  )

/** The table of all statements, 120 CSS pixels a frame, for three seconds. */
async function scrolled(page: Page): Promise<WindowFigures['table']> {
  const modes = page.getByRole('navigation', { name: 'Modes' })
  await modes.getByRole('button', { name: 'Statements', exact: true }).click()
  const table = page.getByRole('grid', { name: 'Statements' })
  await table.getByRole('row').nth(20).waitFor()
  const rest = await framesWhile(page, () => page.waitForTimeout(1_500))
  const scrolling = await framesWhile(page, () => scroll(table))
  return { rest, scroll: scrolling }
}
