import { expect, type Workbench } from './workbench'

/** Shows somebody's tags beside mine. */
export async function showBeside({ page }: Workbench, name: string): Promise<void> {
  const whose = page.getByRole('combobox', { name: 'Tags shown beside mine' })
  await whose.selectOption({ label: `with ${name}’s` })
}

/** Takes the tag with these words and deletes it. */
export async function deleteTag(
  { page, reader, selectedTag, tags }: Workbench,
  words: string,
): Promise<void> {
  const count = await tags.count()
  await reader.click(words)
  await expect(selectedTag).toContainText(words)
  await page.keyboard.press('Delete')
  await expect(tags).toHaveCount(count - 1)
}

/** What would disturb a reader if it changed by itself. */
export interface Whereabouts {
  /** The words that are selected. */
  readonly selected: string
  /** How far the article is scrolled, in CSS pixels. */
  readonly scrolled: number
  /** What has the keyboard: its element's role or tag, and its name. */
  readonly focus: string
}

export const whereabouts = async ({ page, reader }: Workbench): Promise<Whereabouts> => ({
  selected: await reader.selected(),
  ...(await page.evaluate(() => {
    const focus = document.activeElement
    let scrolled = 0
    for (let at = document.querySelector('[role=article]'); at; at = at.parentElement)
      scrolled += at.scrollTop
    return { scrolled, focus: `${focus?.role ?? focus?.tagName} ${focus?.ariaLabel ?? ''}`.trim() }
  })),
})
