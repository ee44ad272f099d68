import type { Locator } from '@playwright/test'
import { passes } from './axe'
import { Backups } from './backups'
import { Codebook } from './codebook'
import { banner, openHistory, tagHistory, writeHistory } from './histories'
import { Registries } from './registry'
import { Statements } from './record'
import { expect, ownArticle, test, type Workbench } from './workbench'

const claim = 'the timetable would stand'

/** Tags of every kind in one article; the claim is selected, and an actor makes it. */
async function startWithStatement(parley: Workbench): Promise<void> {
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'the island council')
  await parley.tag('Position', 'takes back its new timetable')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.tag('Claim', claim)
  await press(parley, 'w', 'Enter', 'Escape')
  await expect(parley.reader.linkWords).toHaveText([/made by/])
}

const press = async (parley: Workbench, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await parley.page.keyboard.press(key)
}

/** A question under the selected tag. */
const question = (parley: Workbench, words: string): Locator =>
  parley.page.getByRole('combobox', { name: words, exact: true })

/** Selects a tag in the list of tags. */
async function select(parley: Workbench, tag: string): Promise<void> {
  await parley.tags.filter({ hasText: tag }).click()
  await expect(parley.selectedTag).toBeVisible()
}

test.describe('axe finds nothing, light or dark', () => {
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

  test('in the library and beside an article', async ({ parley }) => {
    await parley.start()
    const { page, reader } = parley
    await parley.openArticle('Two ministers, one customs house')
    await passes(parley, 'an article at rest')

    const order = page.getByRole('combobox', { name: 'Order of the articles' })
    for (const name of await order.getByRole('option').allTextContents()) {
      await order.selectOption(name)
      await expect(parley.articles).toHaveCount(10)
      await passes(parley, `the library: ${name}`)
    }
    await press(parley, '/')
    await page.keyboard.type('zebra')
    await expect(page.getByText('No title or outlet has “zebra”.')).toBeVisible()
    await passes(parley, 'no article found')
    await press(parley, 'Escape')

    await page.getByRole('combobox', { name: 'Tags shown beside mine' }).selectOption({ index: 1 })
    await parley.tags.last().click()
    await expect(parley.selectedTag).toBeVisible()
    await passes(parley, 'tags of somebody else beside mine')

    await reader.focus()
    await press(parley, 'Shift+1', 'd')
    await expect(page.getByRole('button', { name: 'Done', exact: true })).toHaveAttribute(
      'aria-pressed',
      'true',
    )
    await passes(parley, 'a label hidden, the article done')

    await page.getByRole('button', { name: 'Reading' }).click()
    await expect(parley.dialog('Reading')).toBeVisible()
    await passes(parley, 'the reading settings')
    await press(parley, 'Escape')

    await press(parley, 'Control+f')
    await page.keyboard.type('customs')
    await expect(page.getByRole('search')).toContainText('3 of 3')
    await passes(parley, 'words found')
    await page.keyboard.type('zebra')
    await expect(page.getByRole('search')).not.toContainText('3 of 3')
    await passes(parley, 'no words found')
    await press(parley, 'Escape')

    await parley.resize(900, 700)
    await passes(parley, 'a narrow window')
    for (const pane of ['Library', 'Inspector']) {
      await page.getByRole('banner').getByRole('button', { name: pane, exact: true }).click()
      await passes(parley, `a narrow window with the ${pane.toLowerCase()}`)
    }
  })

  test('while one reads, tags and says what a statement says', async ({ parley }) => {
    await startWithStatement(parley)
    const { page, reader } = parley
    for (const tag of ['the island council', 'takes back', claim]) {
      await select(parley, tag)
      await passes(parley, `the selected tag “${tag}”`)
    }
    await press(parley, 'f')
    await expect(page.getByRole('listbox', { name: 'Tags in view', exact: true })).toBeFocused()
    await passes(parley, 'letters at the tags')
    await press(parley, 'Escape', 'Shift+F')
    await expect(page.getByRole('listbox', { name: 'Tags in view that can be linked' })).toBeFocused()
    await passes(parley, 'letters at the tags that can be linked')
    await press(parley, 'Escape', 'w')
    await expect(question(parley, 'Made by whom?')).toBeFocused()
    await passes(parley, 'who')
    await press(parley, 'Escape', 'p')
    await expect(question(parley, 'Supports or opposes what?')).toBeFocused()
    await passes(parley, 'for or against what')
    await press(parley, 'Enter')
    await expect(question(parley, 'How are they linked?')).toBeFocused()
    await passes(parley, 'how two are linked')
    await press(parley, 'Escape', 'q')
    await expect(question(parley, 'Speech?')).toBeFocused()
    await passes(parley, 'the values')
    await press(parley, 'Escape')

    await parley.selectedTag.getByRole('button', { name: 'Link to…' }).click()
    await expect(page.getByRole('menu', { name: 'Link to…' })).toBeVisible()
    await passes(parley, 'ways to link')
    await press(parley, 'Escape')
    await parley.selectedTag.getByRole('button', { name: 'addressed to: choose a tag' }).click()
    await passes(parley, 'a tag to link to')
    await press(parley, 'Escape')

    await reader.click(claim, { button: 'right' })
    await expect(page.getByRole('menu', { name: 'Tag' })).toBeVisible()
    await passes(parley, 'the menu of a tag')
    await press(parley, 'Escape')
    await expect(page.getByRole('menu')).toBeHidden()
    const hasFocus = (element: Element) => element.contains(document.activeElement)
    await expect.poll(() => parley.reader.article.evaluate(hasFocus)).toBe(true)
    await press(parley, 'e')
    await expect(page.getByRole('status', { name: 'What selecting does' })).not.toBeEmpty()
    await passes(parley, 'new boundaries')
    await press(parley, 'Escape')

    await reader.drag('reporters on the quay')
    await passes(parley, 'words selected')
    await reader.click('reporters on the quay', { button: 'right' })
    await expect(page.getByRole('menu', { name: 'Selected words' })).toBeVisible()
    await passes(parley, 'the menu of words')
    await press(parley, 'Escape', 'Escape', 'Alt+1')
    await expect(page.getByRole('status', { name: 'What selecting does' })).toHaveText(/Tagging: Actor/)
    await passes(parley, 'a sticky label')
  })

  test('in what is worth another look, and in the chain of sources', async ({ parley }) => {
    await startWithStatement(parley)
    const { page, selectedTag } = parley
    await parley.tag('Actor', 'Northsea Wire')
    await select(parley, claim)
    await selectedTag
      .getByRole('list', { name: 'Chain of sources' })
      .getByRole('button', { name: 'Dorian Pell', exact: true })
      .focus()
    await press(parley, 'b')
    await expect(page.getByRole('combobox', { name: /^source before Dorian Pell/ })).toBeFocused()
    await passes(parley, 'a source to be chosen')
    await press(parley, 'ArrowDown', 'Enter')
    await passes(parley, 'a chain of sources')

    await page.getByRole('button', { name: 'Worth another look' }).click()
    const rows = page.getByRole('list', { name: 'Worth another look' })
    await rows.getByRole('button', { name: /is tagged elsewhere/ }).click()
    await expect(rows.getByRole('button', { name: 'Tag as actor' })).toBeVisible()
    await passes(parley, 'worth another look')
    await press(parley, 'Delete')
    await page.getByRole('button', { name: /^Show dismissed/ }).click()
    await expect(page.getByRole('list', { name: 'Dismissed' })).toBeVisible()
    await passes(parley, 'what was dismissed')
  })

  test('where words are tagged everywhere, many tags are changed, and entries are made', async ({
    parley,
  }) => {
    await parley.start()
    const { page, reader } = parley
    await parley.openArticle('‘Not with a gun on the table’')
    await parley.tag('Actor', 'the Highland Guard')
    await press(parley, 'w')
    await expect(question(parley, 'Who is “the Highland Guard”?')).toBeFocused()
    await passes(parley, 'who is meant')
    await page.keyboard.type('gua')
    await expect(page.getByRole('option', { name: 'New actor “gua”, person' })).toBeVisible()
    await passes(parley, 'somebody new')
    await press(parley, 'Escape')
    await parley.tag('Position', 'a seat')
    await press(parley, 'p', 'ArrowUp')
    await page.keyboard.type('It gets one')
    await press(parley, 'Enter')
    await expect(question(parley, 'Which issue does it answer?')).toBeFocused()
    await passes(parley, 'the issue of a new position')
    await press(parley, 'Escape')

    await reader.drag('Marchbane leaves')
    await page.getByRole('button', { name: 'More for these words' }).click()
    await expect(page.getByRole('menu', { name: 'Selected words' })).toBeVisible()
    await passes(parley, 'more for the selected words')
    await press(parley, 'Escape')
    await reader.drag('Marchbane')
    await press(parley, 'Shift+A')
    const panel = parley.dialog('Tag all occurrences')
    await panel.getByRole('radio', { name: /^All/ }).check()
    await expect(panel.getByRole('treeitem', { level: 1 })).toHaveCount(10)
    await passes(parley, 'all occurrences')
    await panel.getByRole('combobox', { name: 'Meaning' }).fill('gov')
    await expect(panel.getByRole('listbox', { name: 'Meaning' })).toBeVisible()
    await passes(parley, 'what they mean')
    await press(parley, 'Escape')
    await panel.getByRole('textbox', { name: 'Words' }).fill('zebra')
    await expect(panel.getByText('No article has “zebra”.')).toBeVisible()
    await passes(parley, 'no occurrences')
    await press(parley, 'Escape')
    await expect(panel).toBeHidden()

    await parley.tags.filter({ hasText: 'the Highland Guard' }).getByRole('button').last().focus()
    await press(parley, 'Control+a')
    const bar = page.getByRole('group', { name: 'Picked tags' })
    await expect(bar).toBeVisible()
    await passes(parley, 'picked tags')
    await bar.getByRole('button', { name: 'Change the picked tags' }).click()
    await page.getByRole('menuitem', { name: 'Change their label…' }).click()
    const dialog = parley.dialog('Change 2 tags')
    await expect(dialog).toBeVisible()
    for (const name of ['Label', 'Meaning', 'Attribute', 'Delete']) {
      await dialog.getByRole('radio', { name }).check()
      await passes(parley, `many tags: ${name}`)
    }
  })

  test('in the registries', async ({ parley }) => {
    await parley.start()
    const { page } = parley
    const registry = new Registries(parley)
    await registry.open()
    await passes(parley, 'the actors, none chosen')
    await registry.look('Davor Kelemin')
    await expect(registry.part('Davor Kelemin', 'Positions').getByRole('listitem')).not.toHaveCount(0)
    await passes(parley, 'an actor')
    await registry.part('Davor Kelemin', 'Called').getByRole('button').first().click()
    await expect(registry.part('Davor Kelemin', 'Called').getByText('¶').first()).toBeVisible()
    await passes(parley, 'where an actor is called so')
    await page.getByRole('button', { name: 'Show the filters' }).click()
    await page.getByRole('combobox', { name: 'Kind' }).first().selectOption('People')
    await passes(parley, 'the actors, narrowed')
    await registry.search.fill('zebra')
    await passes(parley, 'no actor found')
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByRole('button', { name: 'Show them' }).click()
    await passes(parley, 'those that may be the same')
    await registry.look('Davor Kelemin')
    await press(parley, 'e')
    await passes(parley, 'an actor that is edited')
    await press(parley, 'Escape', 'm')
    await expect(parley.dialog('Merge with which actor?')).toBeVisible()
    await passes(parley, 'what to merge with')
    await press(parley, 'Enter')
    await expect(parley.dialog('Merge two actors')).toBeVisible()
    await passes(parley, 'two beside each other')
    await press(parley, 'Escape', 'Delete')
    await expect(parley.dialog('Delete this actor?')).toBeVisible()
    await passes(parley, 'what becomes of the tags')
    await press(parley, 'Escape', 'n')
    await parley.dialog('New actor').getByRole('textbox', { name: 'Name' }).fill('Kelemin')
    await passes(parley, 'a new actor, who is there already')
    await press(parley, 'Escape')

    await registry.open('Positions')
    await registry.look('No: talks begin without preconditions.')
    await passes(parley, 'a position')
    await press(parley, 'n')
    await passes(parley, 'a new position')
    await press(parley, 'Escape')
    await registry.look('Must Marenzan troops leave')
    await passes(parley, 'an issue')
    await press(parley, 'Delete')
    await expect(parley.dialog('Delete this issue?')).toBeVisible()
    await passes(parley, 'an issue with positions cannot go')
    await press(parley, 'Escape')
    await parley.resize(900, 700)
    await passes(parley, 'the registries in a narrow window')
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

  test('on the screen of the codebook', async ({ parley }) => {
    await startWithStatement(parley)
    const codebook = new Codebook(parley)
    await codebook.open()
    await passes(parley, 'a label')
    await codebook.show('Attributes', 'Speech')
    await passes(parley, 'an attribute with options')
    await codebook.show('Attributes', 'Stance')
    await passes(parley, 'a scale')
    await codebook.show('Links', 'supports')
    await passes(parley, 'a kind of link')
    await press(parley, 'n')
    await expect(parley.dialog('New label')).toBeVisible()
    await passes(parley, 'a new label')
    await press(parley, 'Escape')
    await codebook.addLabel('Threat')
    await codebook.addAttribute('Made to', 'Number')
    await passes(parley, 'a draft')
    await codebook.show('Labels', 'Claim')
    for (const [button, title] of [
      ['Merge…', 'Merge “Claim” into another label'],
      ['Retire…', 'Retire “Claim”'],
      ['Split…', 'Split “Claim”'],
    ] as const) {
      await codebook.page.getByRole('button', { name: button }).click()
      await expect(parley.dialog(title)).toBeVisible()
      if (button === 'Split…') await expect(parley.dialog(title).getByRole('list')).toBeVisible()
      await passes(parley, title)
      await press(parley, 'Escape')
    }
    await codebook.write('Definition', 'What somebody says.')
    await press(parley, 'Control+Enter')
    await passes(parley, 'what a draft touches')
    await press(parley, 'Escape')
    await codebook.putInForce('Label “Threat” added')
    await codebook.revisions.first().getByRole('button').click()
    await passes(parley, 'what a revision changed')
    await parley.resize(900, 700)
    await passes(parley, 'the codebook in a narrow window')
    await parley.resize(1280, 800)
    await codebook.leave()
    await parley.page.getByRole('button', { name: 'Older codebook' }).click()
    await select(parley, claim)
    await press(parley, '?')
    await passes(parley, 'a tag made under an older definition, and when to use its label')
  })

  test('in the table of statements', async ({ parley }) => {
    await parley.start()
    await expect(parley.articles).toHaveCount(10)
    const statements = new Statements(parley)
    const { page } = parley
    await statements.show()
    await expect(statements.preview.getByRole('button')).toBeVisible()
    await passes(parley, 'the table of statements')
    await press(parley, 'f')
    await expect(page.getByRole('combobox', { name: 'Filter by' })).toBeFocused()
    await passes(parley, 'what statements can be filtered by')
    await page.keyboard.type('Actor')
    await press(parley, 'Enter')
    await expect(page.getByRole('option', { name: 'Helen Marchbane' })).toBeVisible()
    await passes(parley, 'the actors to choose from')
    await press(parley, 'Escape', 'f')
    await page.keyboard.type('Said on')
    await press(parley, 'Enter')
    await page.getByRole('textbox', { name: 'From' }).fill('yesterday')
    await press(parley, 'Enter')
    await expect(page.getByRole('alert')).toBeVisible()
    await passes(parley, 'days that are none')
    await press(parley, 'Escape')
    await statements.filter('Issue', 'Must Marenzan troops')
    await press(parley, 'c')
    await expect(parley.dialog('Columns')).toBeVisible()
    await passes(parley, 'the columns of the table')
    await press(parley, 'Escape')
    await page.getByRole('combobox', { name: 'Group' }).selectOption('actor')
    await expect(statements.groups).toBeVisible()
    await passes(parley, 'statements in groups')
    await statements.groups.focus()
    await press(parley, 'ArrowDown', 'Shift+F10')
    await expect(page.getByRole('menu', { name: 'Statement' })).toBeVisible()
    await passes(parley, 'what can be done with a statement')
    await press(parley, 'Escape')
    await parley.resize(900, 700)
    await passes(parley, 'statements in a narrow window')
    await press(parley, '/')
    await page.keyboard.type('zebra')
    await expect(page.getByText('No statement is left by these filters.')).toBeVisible()
    await passes(parley, 'no statement left')
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
