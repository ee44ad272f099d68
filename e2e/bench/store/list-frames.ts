import type { Page } from '@playwright/test'
import { framesWhile, scroll, type Frames } from '../window/frames'

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
  const scrolling = await framesWhile(page, () => scroll(list))
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
  return { rest, scroll: scrolling, filter, sort }
}
