import type { Locator } from '@playwright/test'
import { expect, test, type Workbench } from './workbench'

/** The row of a command in the dialog "Keys", with the keys that it has: "Export…: Ctrl+E". */
const row = (parley: Workbench, name: string): Locator =>
  parley.dialog('Keys').getByRole('button', { name, exact: true })

const newKeysFor = (parley: Workbench, command: string): Locator =>
  parley.dialog('Keys').getByRole('textbox', { name: `New keys for ${command}` })

const results = (parley: Workbench): Locator =>
  parley.page.getByRole('listbox', { name: 'What was found' }).getByRole('option')

async function openSample(parley: Workbench): Promise<void> {
  await parley.start(parley.desk.path('project'))
  await parley.chooseInMenu('Open Sample Project')
  await expect(parley.articles).toHaveCount(10)
  await expect(parley.reader.article).toBeVisible()
}

test('a key is changed, works at once and after a restart, and goes back to what it was', async ({
  parley,
}) => {
  await parley.startReading('ferry-strike.txt')
  const { page } = parley
  const library = page.getByRole('complementary', { name: 'Library' })

  await test.step('give the library F4', async () => {
    await page.keyboard.press('F1')
    await row(parley, 'Show or hide the library: Ctrl+B').click()
    await page.keyboard.press('F4')
    await expect(row(parley, 'Show or hide the library: F4')).toBeFocused()
    await expect(parley.dialog('Keys').getByText('“Show or hide the library” is F4 now.')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(parley.dialog('Keys')).toBeHidden()
  })
  const works = async () => {
    await page.keyboard.press('Control+b')
    await expect(library).toBeVisible()
    await page.keyboard.press('F4')
    await expect(library).toBeHidden()
    await page.keyboard.press('F4')
    await expect(library).toBeVisible()
    await expect(page.getByRole('button', { name: 'Library' })).toHaveAttribute('aria-keyshortcuts', 'F4')
    await expect.poll(() => parley.program.keysInMenu('Library')).toBe('F4')
  }
  await works()
  await parley.saved()
  await parley.quit()
  await parley.startAgain()
  await expect(parley.reader.article).toBeVisible()
  await test.step('after a restart', async () => {
    await parley.page.keyboard.press('F4')
    await expect(parley.page.getByRole('complementary', { name: 'Library' })).toBeHidden()
    await expect.poll(() => parley.program.keysInMenu('Library')).toBe('F4')
  })
  await test.step('back to all as delivered', async () => {
    await parley.page.keyboard.press('F1')
    await parley.dialog('Keys').getByRole('button', { name: 'Restore all keys' }).click()
    await expect(row(parley, 'Show or hide the library: Ctrl+B')).toBeVisible()
    await parley.page.keyboard.press('Escape')
    await parley.page.keyboard.press('Control+b')
    await expect(parley.page.getByRole('complementary', { name: 'Library' })).toBeVisible()
  })
})

test('a clash is named with a way out, and keys that are needed are refused with the reason', async ({
  parley,
}) => {
  await parley.startReading('ferry-strike.txt')
  const { page } = parley
  await page.keyboard.press('F1')
  const dialog = parley.dialog('Keys')

  await test.step('find a command by pressing its keys', async () => {
    await expect(dialog.getByRole('searchbox')).toBeFocused()
    await page.keyboard.press('Control+o')
    await expect(dialog.getByRole('listitem')).toHaveText([/Open a project…/])
    await row(parley, 'Open a project…: Ctrl+O').click()
  })
  await test.step('refused', async () => {
    await page.keyboard.press('Control+c')
    await expect(dialog.getByText('Ctrl+C copies. Press others.')).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(dialog.getByText('Enter is needed in lists, buttons and fields.')).toBeVisible()
  })
  await test.step('taken over', async () => {
    await newKeysFor(parley, 'Open a project…').press('Control+e')
    await expect(dialog.getByText('Ctrl+E is “Export…”. Use it here instead?')).toBeVisible()
    await dialog.getByRole('button', { name: 'Use it here' }).click()
    await dialog.getByRole('button', { name: 'Show all commands' }).click()
    await expect(row(parley, 'Open a project…: Ctrl+E')).toBeVisible()
    await expect(row(parley, 'Export…: no key')).toBeVisible()
  })
  await test.step('a second key, one removed, and back', async () => {
    await row(parley, 'Export…: no key').click()
    await page.keyboard.press('Control+j')
    await row(parley, 'Export…: Ctrl+J').click()
    await dialog.getByRole('button', { name: 'Add a second key' }).click()
    await newKeysFor(parley, 'Export…').press('F7')
    await row(parley, 'Export…: Ctrl+J or F7').click()
    await dialog.getByRole('button', { name: 'Remove Ctrl+J' }).click()
    await row(parley, 'Export…: F7').click()
    await dialog.getByRole('button', { name: 'Back to Ctrl+E' }).click()
    await expect(row(parley, 'Export…: Ctrl+E')).toBeVisible()
    await expect(row(parley, 'Open a project…: no key')).toBeVisible()
  })
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+e')
  await expect(parley.dialog('Export')).toBeVisible()
})

test('keys of one letter can be switched off, but for those that tag selected words', async ({ parley }) => {
  await parley.startReading('ferry-strike.txt')
  const { page, reader } = parley
  await parley.tag('Actor', 'Dorian Pell')
  await page.keyboard.press('Escape')
  await expect(parley.selectedTag).toBeHidden()
  await page.keyboard.press('J')
  await expect(parley.selectedTag).toBeVisible()

  await page.keyboard.press('F1')
  await parley
    .dialog('Keys')
    .getByRole('checkbox', { name: /Keys of one letter/ })
    .uncheck()
  await page.keyboard.press('Escape')
  await reader.focus()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(parley.selectedTag).toBeHidden()
  await page.keyboard.press('J')
  await expect(parley.selectedTag).toBeHidden()
  await parley.tag('Claim', 'the timetable would stand')
  await expect(reader.tag('Claim: the timetable would stand')).toBeVisible()
})

test('the palette finds a command in spite of a typo, shows its key, and does it where the focus was', async ({
  parley,
}) => {
  await parley.startReading('ferry-strike.txt')
  const { page, reader } = parley
  await page.keyboard.press('Control+k')
  const box = page.getByRole('combobox', { name: 'Search and commands' })
  await expect(box).toBeFocused()
  await page.keyboard.type('exprot')
  await expect(results(parley).first()).toHaveText(/Export….*Ctrl.*E/)
  await expect(results(parley).first()).toHaveAttribute('aria-keyshortcuts', 'Control+E')
  await expect(results(parley).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Enter')
  await expect(parley.dialog('Export')).toBeVisible()
  await page.keyboard.press('Escape')

  await test.step('in the article, on the words that are selected', async () => {
    await reader.selectByKey('Dorian Pell')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('grow the')
    await page.keyboard.press('Enter')
    await expect(reader.article.locator('.text')).toBeFocused()
    await expect.poll(() => reader.selected()).toMatch(/Dorian Pell.+/)
  })
  await test.step('Escape gives the words back, and nothing else has happened', async () => {
    const words = await reader.selected()
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Escape')
    await expect(reader.article.locator('.text')).toBeFocused()
    expect(await reader.selected()).toBe(words)
  })
  await test.step('what was used last comes first, what cannot be done last', async () => {
    await page.keyboard.press('Control+k')
    await expect(results(parley).first()).toHaveText(/Grow/)
    await page.keyboard.type('delete the selected')
    await expect(results(parley).first()).toHaveAttribute('aria-disabled', 'true')
    await page.keyboard.press('Enter')
    await expect(box).toBeVisible()
  })
})

test('an article is opened by a few letters, and an actor leads to a tag, or to the registries without one', async ({
  parley,
}) => {
  await openSample(parley)
  const { page } = parley
  await page.keyboard.press('Control+p')
  await page.keyboard.type('two min')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: /^Two ministers, one customs house/ })).toBeVisible()

  await page.getByRole('button', { name: 'Search and commands' }).click()
  await page.keyboard.type('brennaker')
  await expect(results(parley).first()).toHaveText(/Brenna\u030aker/)
  await page.keyboard.press('Enter')
  await expect(parley.selectedTag.getByRole('heading', { name: 'Actor' })).toBeVisible()
  await expect(parley.selectedTag).toContainText('Brenna\u030aker')

  await page.keyboard.press('Control+p')
  await page.keyboard.type('ganley')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Rufus Ganley-Voss' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Registry', exact: true })).toHaveAttribute(
    'aria-current',
    'page',
  )
})
