import { setIn, tagsIn } from './sets'
import { expect, ownArticle, test } from './workbench'

test('the whole job is done by key alone', async ({ parley }) => {
  await parley.start(parley.desk.path('project'))
  const { page, reader } = parley
  await test.step('import', async () => {
    await parley.chooseFiles(ownArticle('ferry-strike.txt'))
    await expect(parley.importRows).toHaveCount(1)
    await expect(
      parley.dialog('Import articles').getByRole('button', { name: 'Import 1 article' }),
    ).toBeEnabled()
    await page.keyboard.press('Control+Enter')
    await expect(reader.article).toBeVisible()
  })
  await test.step('read and tag', async () => {
    await page.keyboard.press('/')
    await expect(page.getByRole('searchbox', { name: 'Find in titles' })).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.keyboard.press('F6')
    await expect(reader.article.locator('.text')).toBeFocused()
    await reader.selectByKey('Dorian Pell')
    await page.keyboard.press('1')
    await expect(reader.tag('Actor: Dorian Pell')).toBeVisible()
    await reader.selectByKey('the timetable would stand')
    await page.keyboard.press('3')
    await expect(reader.tag('Claim: the timetable would stand')).toBeVisible()
  })
  await test.step('link', async () => {
    await parley.tabTo(page.getByRole('button', { name: 'made by: choose a tag' }))
    await page.keyboard.press('Enter')
    await page.keyboard.type('Dorian')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(reader.linkWords).toHaveText([/made by/])
    await parley.saved()
  })
  await test.step('export', async () => {
    await parley.answerSave(parley.desk.path('by-key.json'))
    await page.keyboard.press('Control+e')
    await expect(parley.dialog('Export')).toBeVisible()
    await parley.tabTo(parley.dialog('Export').getByRole('button', { name: 'Export', exact: true }))
    await page.keyboard.press('Enter')
    await expect(parley.notice('Exported 2 tags to by-key.json.')).toBeVisible()
  })
  const set = setIn(parley.desk.read('by-key.json'))
  expect(tagsIn(set)).toEqual(['actor “Dorian Pell”', 'claim “the timetable would stand”'])
  expect(set.links).toHaveLength(1)
})
