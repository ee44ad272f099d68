import type { Page } from '@playwright/test'

/** How smoothly something was drawn. */
export interface Frames {
  readonly frames: number
  /** Frames for which at least one other was left out: more than one and a half times as long as one at 60 Hz. */
  readonly late: number
  /** Milliseconds. */
  readonly longest: number
}

/** Milliseconds of a frame at 60 Hz, and half of another. */
const LATE = (1_000 / 60) * 1.5

/** Counts the window's frames while something is done, and half a second longer. */
export async function framesWhile(page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const times: number[] = []
    const next = (time: number) => {
      times.push(time)
      if (times.length > 0 && Reflect.get(window, 'benchFrames') === times) requestAnimationFrame(next)
    }
    Reflect.set(window, 'benchFrames', times)
    requestAnimationFrame(next)
  })
  await act()
  await page.waitForTimeout(500)
  const times = await page.evaluate(() => {
    const found: unknown = Reflect.get(window, 'benchFrames')
    Reflect.set(window, 'benchFrames', null)
    return Array.isArray(found) ? found.map(Number) : []
  })
  const lengths = times.slice(1).map((time, i) => time - times[i]!)
  return {
    frames: lengths.length,
    late: lengths.filter((length) => length > LATE).length,
    longest: Math.round(Math.max(0, ...lengths)),
  }
}

export interface ListFrames {
  /** While nothing happens: what the machine itself leaves out. */
  readonly rest: Frames
  /** 120 CSS pixels a frame, for three seconds. */
  readonly scroll: Frames
  /** Six letters typed, eight in a second, and taken away again. */
  readonly filter: Frames
  /** By title, by tags, by date. */
  readonly sort: Frames
}

/** How smoothly the list of articles is scrolled, narrowed and put in another order. */
export async function listFrames(page: Page): Promise<ListFrames> {
  const list = page.getByRole('listbox', { name: 'Articles' })
  const find = page.getByRole('searchbox', { name: 'Find in titles' })
  const order = page.getByRole('combobox', { name: 'Order of the articles' })
  const rest = await framesWhile(page, () => page.waitForTimeout(1_500))
  const scroll = await framesWhile(page, () =>
    list.evaluate(
      (element) =>
        new Promise<void>((resolve) => {
          let left = 180
          const step = () => {
            element.scrollTop += 120
            if (--left > 0) requestAnimationFrame(step)
            else resolve()
          }
          step()
        }),
    ),
  )
  await list.evaluate((element) => element.scrollTo(0, 0))
  await find.focus()
  const filter = await framesWhile(page, async () => {
    await page.keyboard.type('treaty', { delay: 125 })
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press('Backspace')
      await page.waitForTimeout(125)
    }
  })
  const sort = await framesWhile(page, async () => {
    for (const name of ['Title', 'Most tags', 'Newest']) {
      await order.selectOption(name)
      await page.waitForTimeout(600)
    }
  })
  return { rest, scroll, filter, sort }
}
