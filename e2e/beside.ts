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

/** Who works at one desk also works at another, which is a computer of its own. The other has not been started yet. */
export function takeIdentity(from: Workbench, to: Workbench): void {
  const settings: Record<string, unknown> = JSON.parse(from.desk.read('home', 'settings.json'))
  to.desk.write('home/settings.json', JSON.stringify({ ...settings, device: 'laptoplapt' }))
}

/**
 * Tags words at one desk, and gives how many milliseconds passed from the instant at which the status there read
 * "Saved" to that at which the tag was on the page of the other, both by the clock of this computer.
 */
export async function delayOf(writer: Workbench, reader: Workbench, words: string): Promise<number> {
  const shown = reader.page.evaluate(whenShown, `Claim: ${words}`)
  // A virtual display's own pointer stands over the middle of the window, and where another window opens or closes
  // it may be taken for the one that drags.
  await expect(async () => {
    await writer.reader.drag(words)
    expect(await writer.reader.selected()).toBe(words)
  }).toPass()
  const saved = writer.page.evaluate(whenSaved)
  await writer.tagByKey('Claim')
  return (await shown) - (await saved)
}

/** When something on the page first has the name of this tag, in milliseconds since 1970. Runs in the page. */
function whenShown(name: string): Promise<number> {
  return new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      if (!document.querySelector(`[aria-label^="${name}"]`)) return
      watch.disconnect()
      resolve(Date.now())
    })
    watch.observe(document, { subtree: true, childList: true, attributes: true })
  })
}

/** When the status reads "Saved" after it read something else, in milliseconds since 1970. Runs in the page. */
function whenSaved(): Promise<number> {
  return new Promise((resolve) => {
    let wasUnsaved = false
    const watch = new MutationObserver(() => {
      const isSaved = document.querySelector('footer [role=status]')?.textContent === 'Saved'
      wasUnsaved ||= !isSaved
      if (!isSaved || !wasUnsaved) return
      watch.disconnect()
      resolve(Date.now())
    })
    watch.observe(document, { subtree: true, childList: true, characterData: true })
  })
}
