import type { Page } from '@playwright/test'

/** What the page showed, in the order in which it did. */
export type Shown = Readonly<
  /** Tags that were not on the screen before. This computer's disk may not have them yet. */
  | { is: 'drawn'; ids: readonly string[] }
  /** The status is not busy with these any more: the disk has them. */
  | { is: 'safe'; ids: readonly string[] }
  /** The status has come to read "Saved"; all that was safe before is meant. */
  | { is: 'saved' }
>

/** Takes down what the page shows from now on, as soon as it does: what was told outlives the page. */
export async function watchPage(page: Page, tell: (shown: Shown) => void): Promise<void> {
  await page.exposeFunction('tellTorture', tell)
  await page.evaluate(() => {
    const { tellTorture } = window as unknown as { readonly tellTorture: (shown: Shown) => void }
    const seen = new Set<string>()
    let waiting: readonly string[] = []
    let isAsking = false
    let wasSaved = false
    const look = () => {
      const elements = document.querySelectorAll<HTMLElement>(
        '[role=article] [data-annotation-id], article [data-annotation-id]',
      )
      const ids = [...new Set([...elements].map((element) => element.dataset['annotationId']!))].filter(
        (id) => !seen.has(id),
      )
      for (const id of ids) seen.add(id)
      if (ids.length > 0) tellTorture({ is: 'drawn', ids })
      waiting = [...waiting, ...ids]
      if (!isAsking) ask(waiting)
    }
    /** A tag is drawn ahead of its answer; the status is looked at when it has had the time to be drawn as well. */
    const ask = (asked: readonly string[]) => {
      isAsking = true
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          isAsking = false
          const status = document.querySelector('footer [role=status]')
          const isSafe = status?.getAttribute('aria-busy') === 'false'
          const isSaved = isSafe && status?.textContent?.trim() === 'Saved'
          if (isSafe && asked.length > 0) {
            tellTorture({ is: 'safe', ids: asked })
            waiting = waiting.slice(asked.length)
          }
          if (isSaved && (!wasSaved || asked.length > 0)) tellTorture({ is: 'saved' })
          wasSaved = isSaved
          if (isSafe && waiting.length > 0) ask(waiting)
        }),
      )
    }
    const all = { subtree: true, childList: true, characterData: true, attributes: true }
    new MutationObserver(look).observe(document.body, all)
    look()
  })
}

/** Ids of the tags on the screen. */
export const tagsOn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-annotation-id]')].map(
      ({ dataset }) => dataset['annotationId']!,
    ),
  )
