import type { Locator } from '@playwright/test'
import { expect, ownArticle, test } from './workbench'

test('a project without articles has nothing to export, which says so and leads to the import', async ({
  parley,
}) => {
  await parley.start(parley.desk.path('project'))
  await expect(parley.page.getByText('No articles yet.').first()).toBeVisible()
  await parley.page.keyboard.press('Control+e')
  const dialog = parley.dialog('Export')
  await expect(dialog).toContainText('There is nothing to export yet: the project has no articles.')
  await expect(dialog.getByRole('radio')).toHaveCount(0)

  await parley.answerOpen(ownArticle('ferry-strike.txt'))
  await expect(dialog.getByRole('button', { name: 'Import files…' })).toBeFocused()
  await parley.page.keyboard.press('Enter')
  await parley.finishImport(1)
  await parley.page.keyboard.press('Control+e')
  await expect(dialog).toContainText('Its one article.')
})

test('what is said at the foot stands below an open dialog, and can be undone there', async ({ parley }) => {
  await parley.startReading('ferry-strike.txt')
  const { page } = parley
  await parley.tag('Claim', 'the timetable would stand')
  await page.keyboard.press('Delete')
  const notice = parley.notice('Deleted the tag on')
  await expect(notice).toBeVisible()

  const undo = page.getByRole('button', { name: 'Undo' }).last()
  for (const [name, open, button] of [
    ['History of', () => page.getByRole('button', { name: 'History of the article' }).click(), 'Close'],
    ['Export', () => page.keyboard.press('Control+e'), 'Export'],
  ] as const) {
    await open()
    const dialog = parley.dialog(name)
    for (const [width, height] of [
      [1280, 840],
      [900, 640],
      [640, 600],
    ] as const) {
      await parley.resize(width, height)
      // What is pointed at does not go by itself.
      await undo.hover()
      await expect(dialog.getByRole('button', { name: button, exact: true }).last()).toBeVisible()
      await expect.poll(async () => (await bottomOf(dialog)) <= (await topOf(undo))).toBe(true)
    }
    if (name === 'History of') await page.keyboard.press('Escape')
  }

  await undo.click()
  await expect(parley.dialog('Export')).toBeVisible()
  await page.keyboard.press('Escape')
  await parley.resize(1280, 840)
  await expect(parley.tags).toHaveCount(1)
})

const boxOf = async (place: Locator) => (await place.boundingBox()) ?? { x: 0, y: NaN, width: 0, height: 0 }
const topOf = async (place: Locator): Promise<number> => (await boxOf(place)).y
const bottomOf = async (place: Locator): Promise<number> => {
  const { y, height } = await boxOf(place)
  return y + height
}
