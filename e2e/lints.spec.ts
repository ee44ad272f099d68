import type { Locator } from '@playwright/test'
import { expect, test, type Workbench } from './workbench'

const claim = 'the timetable would stand'
const noActor = `Nobody is said to make this claim. ${claim}`

/** The rows of "Worth another look" that begin so. */
const row = (parley: Workbench, sentence: string, list = 'Worth another look'): Locator =>
  parley.page
    .getByRole('list', { name: list })
    .getByRole('button', { name: new RegExp(`^${sentence.replace(/[.?]/gu, '\\$&')}`, 'u') })

const section = (parley: Workbench): Locator =>
  parley.page.getByRole('region', { name: /^Worth another look/ })

/** An actor that is tagged once and named twice, and a claim that nobody makes. */
async function startWithDoubts(parley: Workbench): Promise<void> {
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.tag('Claim', claim)
}

/** Goes on by key until one has come to the row. */
async function goTo(parley: Workbench, target: Locator): Promise<void> {
  await expect(async () => {
    await parley.page.keyboard.press('v')
    await expect(target).toHaveAttribute('aria-current', 'true', { timeout: 300 })
  }).toPass()
}

test('a claim without an actor is found by key, gets one, and loses it again with undo', async ({
  parley,
}) => {
  await startWithDoubts(parley)
  const found = row(parley, noActor)
  await goTo(parley, found)
  await expect(parley.selectedTag.getByText(claim)).toBeVisible()

  await parley.page.keyboard.press('r')
  await expect(parley.page.getByRole('combobox', { name: 'Made by whom?' })).toBeFocused()
  await parley.page.keyboard.press('Enter')
  await expect(parley.tags.filter({ hasText: claim })).toHaveAccessibleName(/made by Dorian Pell/)
  await expect(found).toHaveCount(0)

  await parley.undo()
  await expect(found).toBeVisible()
})

test('what is dismissed stays so after a restart, until it is listed again', async ({ parley }) => {
  await startWithDoubts(parley)
  // Of the window as it is: it is another one after the restart.
  const found = () => row(parley, noActor)
  await goTo(parley, found())
  await found().focus()
  await parley.page.keyboard.press('Delete')
  await expect(found()).toHaveCount(0)
  await parley.undo()
  await expect(found()).toBeVisible()
  await parley.redo()
  await expect(found()).toHaveCount(0)

  await parley.saved()
  await parley.restart()
  await section(parley).getByRole('button', { name: 'Worth another look' }).click()
  await expect(row(parley, '“Dorian Pell” is tagged elsewhere')).toBeVisible()
  await expect(found()).toHaveCount(0)

  await section(parley).getByRole('button', { name: 'Show dismissed (1)' }).click()
  const dismissed = row(parley, noActor, 'Dismissed')
  await dismissed.click()
  await section(parley).getByRole('button', { name: 'List again' }).click()
  await expect(found()).toBeVisible()
})

test('a name that is tagged elsewhere gets its tag in one step, which undo takes back', async ({
  parley,
}) => {
  await startWithDoubts(parley)
  const found = row(parley, '“Dorian Pell” is tagged elsewhere, and not here.')
  await goTo(parley, found)
  expect(await parley.reader.selected()).toBe('Dorian Pell')

  await section(parley).getByRole('button', { name: 'Tag as actor' }).click()
  await expect(parley.tags.filter({ hasText: 'Dorian Pell' })).toHaveCount(2)
  await expect(found).toHaveCount(0)
  await parley.undo()
  await expect(parley.tags.filter({ hasText: 'Dorian Pell' })).toHaveCount(1)
  await expect(found).toBeVisible()
})
