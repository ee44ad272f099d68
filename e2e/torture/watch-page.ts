import type { Page } from '@playwright/test'

/** What the page showed, in the order in which it did. */
export type Shown = Readonly<
  /** Tags that were not on the screen before. */
  | { is: 'tags'; ids: readonly string[] }
  /** The status has come to read "Saved"; all that was shown before is meant. */
  | { is: 'saved' }
>

/** Takes down what the page shows from now on, as soon as it does: what was told outlives the page. */
export async function watchPage(page: Page, tell: (shown: Shown) => void): Promise<void> {
  await page.exposeFunction('tellTorture', tell)
  await page.evaluate(() => {
    const { tellTorture } = window as unknown as { readonly tellTorture: (shown: Shown) => void }
    const seen = new Set<string>()
    let wasSaved = false
    const look = () => {
      const elements = document.querySelectorAll<HTMLElement>(
        '[role=article] [data-annotation-id], article [data-annotation-id]',
      )
      const ids = [...new Set([...elements].map((element) => element.dataset['annotationId']!))].filter(
        (id) => !seen.has(id),
      )
      for (const id of ids) seen.add(id)
      if (ids.length > 0) tellTorture({ is: 'tags', ids })
      const isSaved = document.querySelector('footer [role=status]')?.textContent?.trim() === 'Saved'
      if (isSaved && !wasSaved) tellTorture({ is: 'saved' })
      // Told again when tags came while it kept reading so.
      wasSaved = isSaved && ids.length === 0
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
