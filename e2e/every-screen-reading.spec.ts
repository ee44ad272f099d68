import type { Locator } from '@playwright/test'
import { passes } from './axe'
import { claim, press, select, startWithStatement } from './with-statement'
import { expect, test, type Workbench } from './workbench'

/** A question under the selected tag. */
const question = (parley: Workbench, words: string): Locator =>
  parley.page.getByRole('combobox', { name: words, exact: true })

test.describe('axe finds nothing where one reads and tags, light or dark', () => {
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
})
