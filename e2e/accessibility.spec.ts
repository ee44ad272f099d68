import { faultsOnScreen } from './axe'
import { setIn, tagsIn } from './sets'
import { expect, ownArticle, test } from './workbench'

for (const theme of ['Light', 'Dark'] as const)
  test(`every screen meets WCAG 2.2 AA as far as axe can tell (${theme.toLowerCase()})`, async ({
    parley,
  }) => {
    parley.desk.write('holiday/plan.txt', 'two weeks by the sea')
    await parley.start(parley.desk.path('holiday'))
    const { page, reader } = parley
    await parley.setTheme(theme)
    await test.step('first run', async () => expect(await faultsOnScreen(parley)).toEqual([]))

    await page.getByRole('button', { name: 'Open the sample project' }).click()
    await expect(parley.articles).toHaveCount(10)
    await parley.openArticle('Two ministers, one customs house')
    await test.step('reader', async () => expect(await faultsOnScreen(parley)).toEqual([]))

    await parley.tag('Claim', 'not with a pistol on the table')
    await reader.drag('Bo Raskelund')
    await test.step('selected tag and words', async () => expect(await faultsOnScreen(parley)).toEqual([]))

    await page.getByRole('button', { name: 'Export…' }).click()
    await expect(parley.dialog('Export')).toBeVisible()
    await test.step('export', async () => expect(await faultsOnScreen(parley)).toEqual([]))
    await page.keyboard.press('Escape')

    await parley.chooseFiles(ownArticle('ferry-strike.txt'), ownArticle('quota-vote.txt'))
    await expect(parley.importRows).toHaveCount(2)
    await test.step('import', async () => expect(await faultsOnScreen(parley)).toEqual([]))
  })

test('the whole job is done by key alone', async ({ parley }) => {
  await parley.start(parley.desk.path('project'))
  const { page, reader } = parley
  await test.step('import', async () => {
    await parley.chooseFiles(ownArticle('ferry-strike.txt'))
    await expect(parley.importRows).toHaveCount(1)
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
