import type { Page } from '@playwright/test'
import { expect, ownArticle, test } from './workbench'

const steps = (page: Page) => page.getByRole('dialog', { name: 'What you did' })
const rows = (page: Page) => steps(page).getByRole('list', { name: 'What you did' }).getByRole('listitem')

test('what I did on all articles stands in one list, and leads back and forward, after a restart too', async ({
  parley,
}) => {
  const { reader } = await parley.startReading('ferry-strike.txt')
  await parley.importFiles(ownArticle('quota-vote.txt'))
  await parley.openArticle('Ferry crews')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.tag('Claim', 'the timetable would stand')
  await parley.openArticle('Herring quota')
  await parley.tag('Actor', 'Marit Oslund')

  await parley.page.keyboard.press('Control+Alt+z')
  await expect(rows(parley.page)).toHaveCount(4)
  await expect(rows(parley.page).first()).toHaveAccessibleName(
    /Tagged as actor, “Marit Oslund”, in Herring quota.*where you are$/,
  )
  await expect(rows(parley.page).last()).toHaveAccessibleName('Before all of these')

  await test.step('by key to before all of it, which shows the article of the last step', async () => {
    await parley.page.keyboard.press('End')
    await expect(steps(parley.page).getByRole('button', { name: 'Go back 3 steps' })).toBeVisible()
    await parley.page.keyboard.press('Enter')
    await expect(rows(parley.page).last()).toHaveAccessibleName('Before all of these, where you are')
    await expect(rows(parley.page).first()).toHaveAccessibleName(/taken back$/)
    await parley.page.keyboard.press('Escape')
    await expect(parley.page.getByRole('article', { name: /^Ferry crews/ })).toBeVisible()
    await expect(parley.tags).toHaveCount(0)
  })
  await parley.saved()
  await parley.restart()

  await test.step('and forward again to the second', async () => {
    await parley.page.keyboard.press('Control+Alt+z')
    await rows(parley.page).filter({ hasText: 'the timetable would stand' }).dblclick()
    await expect(rows(parley.page).nth(1)).toHaveAccessibleName(/the timetable would stand.*where you are$/)
    await parley.page.keyboard.press('Escape')
    await expect(parley.tags).toHaveCount(2)
    expect(await reader.misplacedTags()).toEqual([])
  })
})
