import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../desk'
import { setIn, tagsIn } from '../sets'
import { expect, formats, ownArticle, test, type Workbench } from '../workbench'

const out = join(repository, 'out', 'demo')
const claim = '“The islands cannot be run from a wheelhouse,”'

test('from an empty folder to tagged, linked and exported', async ({ parley }) => {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const show = pictures(parley)
  const { reader } = parley

  await test.step('open the sample project', async () => {
    await parley.start()
    await expect(reader.article).toBeVisible()
    await parley.resize(1440, 900)
    await show('the sample project')
  })
  await test.step('make a project', async () => {
    await parley.answerSave(parley.desk.path('Ferries'))
    await parley.page.keyboard.press('Control+n')
    await expect(parley.page.getByText('No articles yet.').first()).toBeVisible()
    await show('a new project')
  })
  await test.step('import articles', async () => {
    await parley.chooseFiles(...['ferry-strike.txt', 'quota-vote.txt', 'harbour-report.txt'].map(ownArticle))
    await expect(parley.importRows).toHaveCount(3)
    await show('the import and its guesses')
    await parley.finishImport(3)
    await parley.openArticle('Ferry crews give the islands')
  })
  await test.step('tag by mouse', async () => {
    await reader.drag('Dorian Pell')
    await show('selected words and their toolbar')
    await parley.tagByButton('Actor')
    await parley.tag('Claim', claim)
    await parley.tag('Position', 'The islands cannot be run from a wheelhouse')
    await parley.tag('Actor', 'council’s chair, Dorian Pell')
  })
  await test.step('tag by key', async () => {
    await reader.selectByKey('Ferry crews')
    await parley.tagByKey('Actor')
    await show('tags that lie in one another')
  })
  await test.step('link', async () => {
    await parley.tags.filter({ hasText: claim }).getByRole('button').click()
    for (const [phrase, words] of [
      ['made by', 'Dorian Pell'],
      ['addressed to', 'Ferry crews'],
    ] as const) {
      await parley.selectedTag.getByRole('button', { name: `${phrase}: choose a tag` }).click()
      await parley.page.getByRole('option', { name: words }).first().click()
    }
    await expect(reader.linkWords).toHaveText([/made by/, /addressed to/])
    await parley.saved()
    await show('a claim with its links')
  })
  await test.step('close and open again', async () => {
    await parley.restart()
    await parley.resize(1440, 900)
    await expect(parley.tags).toHaveCount(5)
  })
  await test.step('export', async () => {
    await parley.page.getByRole('button', { name: 'Export…' }).click()
    await expect(parley.dialog('Export').getByRole('radio', { name: formats.parley })).toBeVisible()
    await show('what can be exported')
    await parley.page.keyboard.press('Escape')
    for (const [format, file] of [
      ['parley', 'annotations.json'],
      ['csv', 'annotations.csv'],
      ['w3c', 'annotations.jsonld'],
    ] as const) {
      await parley.exportAs(format, { file })
      copyFileSync(parley.desk.path(file), join(out, file))
    }
    expect(tagsIn(setIn(parley.desk.read('annotations.json')))).toHaveLength(5)
  })
})

/** Takes pictures of the window, numbered in their order, each in light and in dark. */
function pictures(parley: Workbench): (what: string) => Promise<void> {
  let number = 0
  return async (what) => {
    number++
    for (const theme of ['Dark', 'Light'] as const) {
      await parley.setTheme(theme)
      const picture = await parley.page.screenshot({ animations: 'disabled' })
      const name = `${number} ${what}, ${theme.toLowerCase()}.png`.replaceAll(' ', '-').replaceAll(',', '')
      writeFileSync(join(out, name), picture)
    }
  }
}
