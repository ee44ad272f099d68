import { passes } from './axe'
import { expect, ownArticle, test } from './workbench'

const tabs = ['Differences', 'Agreement', 'Agreed set', 'Progress', 'Definitions'] as const

test('review says what it is for and what comes first, in a project without articles and in one without tags', async ({
  parley,
}) => {
  await parley.start(parley.desk.path('project'))
  const { page } = parley
  const panel = page.getByRole('tabpanel')
  await page.keyboard.press('Control+5')
  for (const name of tabs) {
    await page.getByRole('tab', { name }).click()
    await expect(page.getByRole('tabpanel', { name })).toContainText('No articles yet.')
    await expect(panel.getByRole('button', { name: 'Import files…' })).toBeVisible()
  }
  await passes(parley, 'review without articles')
  await parley.answerOpen(ownArticle('ferry-strike.txt'))
  await panel.getByRole('button', { name: 'Import files…' }).click()
  await parley.finishImport(1)

  await page.getByRole('tab', { name: 'Definitions' }).click()
  await expect(panel).toContainText('A definition is disputed where two people')
  await page.getByRole('tab', { name: 'Agreed set' }).click()
  const said = await panel.getByText('Nobody has tagged').boundingBox()
  const over = await panel.getByText('What is in the agreed set').boundingBox()
  expect(said!.x).toBe(over!.x)
})
