import { passes } from './axe'
import { Backups } from './backups'
import { banner, openHistory, tagHistory, writeHistory } from './histories'
import { claim, press, select, startWithStatement } from './with-statement'
import { expect, ownArticle, test } from './workbench'

test.describe('axe finds nothing before the first article and in dialogs, light or dark', () => {
  test('without a project, and in one without articles', async ({ parley }) => {
    parley.desk.write('holiday/plan.txt', 'two weeks by the sea')
    await parley.start(parley.desk.path('holiday'))
    await passes(parley, 'first run, with a message')

    await parley.answerSave(parley.desk.path('new-project'))
    await press(parley, 'Control+n')
    await expect(parley.page.getByText('No articles yet.')).toBeVisible()
    await passes(parley, 'an empty project')

    await parley.chooseFiles(
      ownArticle('ferry-strike.txt'),
      ownArticle('quota-vote.txt'),
      parley.desk.write('empty.txt', ''),
    )
    await expect(parley.importRows).toHaveCount(3)
    await passes(parley, 'importing')
    await press(parley, 'Escape')

    await parley.page.getByRole('button', { name: 'Paste text…' }).click()
    await expect(parley.page.getByRole('dialog')).toBeVisible()
    await passes(parley, 'pasting a text')
  })

  test('in the dialogs', async ({ parley }) => {
    await startWithStatement(parley)
    const { page } = parley
    for (const [keys, typed] of [
      ['Control+k', 'tag'],
      ['Control+p', 'ferry'],
    ] as const) {
      await press(parley, keys)
      const found = page.getByRole('listbox', { name: 'What was found' })
      await expect(found.getByRole('option').first()).toBeVisible()
      await passes(parley, `${keys}, nothing typed`)
      await page.keyboard.type(typed)
      await passes(parley, `${keys}, what fits`)
      await page.keyboard.type('zzzzzz')
      await expect(found.getByRole('option')).toHaveCount(0)
      await passes(parley, `${keys}, nothing found`)
      await press(parley, 'Escape')
    }

    await press(parley, 'F1')
    const keysDialog = parley.dialog('Keys')
    await expect(keysDialog).toBeVisible()
    await passes(parley, 'keys')
    await keysDialog.getByRole('button', { name: 'Export…: Ctrl+E' }).click()
    await passes(parley, 'new keys')
    await press(parley, 'Control+o')
    await passes(parley, 'a clash of keys')
    await press(parley, 'Escape', 'Escape')
    await expect(keysDialog).toBeHidden()

    await press(parley, 'Control+z', 'Control+Alt+z')
    await expect(parley.dialog('What you did')).toBeVisible()
    await passes(parley, 'what I did')
    await press(parley, 'Escape', 'Control+e')
    await expect(parley.dialog('Export')).toBeVisible()
    await passes(parley, 'export')
    await press(parley, 'Escape', 'Control+Shift+p')
    await expect(parley.dialog('Print')).toBeVisible()
    await passes(parley, 'print')
    await press(parley, 'Escape')
    await page.getByTitle('Change the name').click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await passes(parley, 'my name')
    await press(parley, 'Escape')

    const backups = new Backups(parley)
    await parley.saved()
    await backups.open()
    await passes(parley, 'no backups')
    await backups.backUp()
    await backups.close()
    await parley.tag('Actor', 'hung a banner')
    await parley.saved()
    await backups.open()
    await backups.detail.getByRole('button', { expanded: false }).click()
    await expect(backups.detail.getByRole('region', { name: 'My tags' })).toBeVisible()
    await passes(parley, 'a backup, and what would come back')
  })

  test('in the histories', async ({ parley }) => {
    await startWithStatement(parley)
    await parley.selectedTag.getByRole('radio', { name: 'Position' }).click()
    await parley.selectedTag.getByRole('textbox', { name: 'Note' }).fill('Said on the quay.')
    await press(parley, 'Control+Enter')
    await parley.saved()
    await parley.quit()
    writeHistory(parley, 'Jonas Reed', 'Ferry crews will stop', 300)
    await parley.startAgain()
    await expect(parley.reader.article).toBeVisible()
    await select(parley, claim)
    await expect(await tagHistory(parley)).not.toHaveCount(0)
    await passes(parley, 'of a tag')

    const { dialog, steps } = await openHistory(parley)
    await passes(parley, 'of an article')
    await steps.filter({ hasText: 'Tagged as claim' }).first().getByRole('button').click()
    await dialog.getByRole('button', { name: 'Before this step' }).click()
    await expect(banner(parley)).toBeVisible()
    await passes(parley, 'the article as it was')

    await banner(parley).getByRole('button', { name: 'Bring back my tags…' }).click()
    await expect(parley.dialog('Bring back my tags')).toBeVisible()
    await passes(parley, 'bringing tags back')
  })
})
