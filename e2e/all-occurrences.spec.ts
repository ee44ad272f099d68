import type { Locator } from '@playwright/test'
import { setIn, tagsIn } from './sets'
import { expect, test, type Workbench } from './workbench'

const panelOf = (parley: Workbench): Locator => parley.dialog('Tag all occurrences')
const told = (panel: Locator): Locator => panel.getByRole('status', { name: 'What was found' })
const place = (panel: Locator, words: string | RegExp): Locator =>
  panel.getByRole('treeitem', { level: 2 }).filter({ hasText: words })

const press = async (parley: Workbench, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await parley.page.keyboard.press(key)
}

/** The tags of all articles, and the actors that they mean. */
async function inAll(parley: Workbench, file: string): Promise<readonly string[]> {
  const set = setIn(await parley.exportAs('parley', { file, whole: true }))
  const nameOf = new Map(set.actors.map(({ id, name }) => [id, name]))
  return [
    ...tagsIn(set),
    ...new Set(set.annotations.flatMap(({ means }) => (means === null ? [] : (nameOf.get(means) ?? '?')))),
  ]
}

/** Three articles of which the first is open; four places in them name Dorian Pell. */
async function startWithThree(parley: Workbench): Promise<void> {
  await parley.startWith('ferry-strike.txt', 'harbour-report.txt', 'quota-vote.txt')
  await parley.openArticle('Ferry crews')
}

test('words are tagged in all articles but for two of their places, as somebody new, in one step', async ({
  parley,
}) => {
  await startWithThree(parley)
  await parley.reader.drag('Dorian Pell')
  await press(parley, 'Shift+A')
  const panel = panelOf(parley)
  await expect(panel.getByRole('textbox', { name: 'Words' })).toHaveValue('Dorian Pell')
  await expect(told(panel)).toHaveText('2 places · 2 ticked')
  await panel.getByRole('radio', { name: 'All 3 articles' }).check()
  await expect(told(panel)).toHaveText('4 places in 3 articles · 4 ticked')
  await expect(panel.getByRole('treeitem', { level: 1 }).first()).toContainText('Ferry crews')

  await panel.getByRole('combobox', { name: 'Meaning' }).fill('Dorian Pell')
  await expect(panel.getByRole('option', { name: 'New actor “Dorian Pell”, person' })).toBeVisible()
  await press(parley, 'Enter')

  // By key: the second place of the first article, and by mouse the one of the last.
  await panel.getByRole('tree', { name: 'Places' }).focus()
  await press(parley, 'Home', 'ArrowDown', 'ArrowDown', 'Space')
  await expect(place(panel, 'answered with a single')).toHaveAttribute('aria-checked', 'false')
  await place(panel, 'rather close a wall').click()
  await expect(told(panel)).toHaveText('4 places in 3 articles · 2 ticked')
  await expect(panel.getByRole('button', { name: 'Tag 2 in 2 articles' })).toBeVisible()
  await press(parley, 'Control+Enter')

  await expect(panel).toBeHidden()
  await expect(parley.notice('Tagged 2 × “Dorian Pell” as Dorian Pell.')).toBeVisible()
  await expect(parley.tags).toHaveCount(1)
  const both = ['actor “Dorian Pell”', 'actor “Dorian Pell”', 'Dorian Pell']
  expect(await inAll(parley, 'both')).toEqual(both)

  await parley.undo()
  await expect(parley.tags).toHaveCount(0)
  await parley.openArticle('Herring quota')
  await expect(parley.tags).toHaveCount(0)
  await parley.openArticle('Ferry crews')
  await parley.redo()
  await expect(parley.tags).toHaveCount(1)
  await parley.saved()
  await parley.restart()
  await expect(parley.tags).toHaveCount(1)
  expect(await inAll(parley, 'again')).toEqual(both)
})

test('what is tagged already is told and left, overlaps are told, and Escape gives the keyboard back', async ({
  parley,
}) => {
  await startWithThree(parley)
  await parley.tag('Actor', 'Dorian Pell')
  await parley.tag('Claim', 'Dorian Pell answered with a single')
  await parley.tags.filter({ hasText: /^\S*Dorian Pell$/ }).click()
  await parley.reader.focus()
  await press(parley, 'Shift+A')
  const panel = panelOf(parley)
  await expect(place(panel, 'tagged already')).toHaveAttribute('aria-disabled', 'true')
  await expect(place(panel, 'overlaps claim')).toHaveAttribute('aria-checked', 'true')
  await expect(told(panel)).toHaveText('2 places · 1 ticked')

  // Ctrl+A ticks what can be ticked, and again nothing.
  await press(parley, 'Control+a')
  await expect(told(panel)).toHaveText('2 places · 0 ticked')
  await expect(panel.getByRole('button', { name: 'Tag 0' })).toHaveAttribute('aria-disabled', 'true')
  await press(parley, 'Escape')
  await expect(panel).toBeHidden()
  await expect(parley.reader.article.locator('.text')).toBeFocused()
  await expect(parley.tags).toHaveCount(2)
})

test('whole words, capitals and accents count as one says', async ({ parley }) => {
  await startWithThree(parley)
  await parley.reader.drag('The council’s', { to: 'The council', alt: true })
  await press(parley, 'Shift+A')
  const panel = panelOf(parley)
  const words = panel.getByRole('textbox', { name: 'Words' })
  await words.fill('the council')
  await expect(told(panel)).toHaveText('2 places · 2 ticked')
  await panel.getByRole('checkbox', { name: 'Capitals as typed' }).check()
  await expect(panel.getByText('This article does not have “the council”.')).toBeVisible()
  await panel.getByRole('radio', { name: 'All 3 articles' }).check()
  await expect(told(panel)).toHaveText('2 places in 2 articles · 2 ticked')
  await words.fill('renee')
  await expect(panel.getByText('No article has “renee”.')).toBeVisible()
  await panel.getByRole('checkbox', { name: 'Capitals as typed' }).uncheck()
  await expect(told(panel)).toHaveText('2 places in 1 article · 2 ticked')
  await panel.getByRole('checkbox', { name: 'Accents as typed' }).check()
  await expect(panel.getByText('No article has “renee”.')).toBeVisible()
  await words.fill('wall')
  await expect(told(panel)).toHaveText(/^\d+ places in 1 article/)
  await panel.getByRole('checkbox', { name: 'Whole words' }).uncheck()
  await words.fill('breakf')
  await expect(told(panel)).toHaveText('1 place in 1 article · 1 ticked')
})

test('who is meant is somebody new, and all that say the same in the article mean them too', async ({
  parley,
}) => {
  await startWithThree(parley)
  await parley.tag('Actor', 'Dorian Pell')
  await press(parley, 'w')
  const { page } = parley
  await expect(page.getByRole('combobox', { name: 'Who is “Dorian Pell”?' })).toBeFocused()
  await page.keyboard.type('Pell, chair')
  await expect(page.getByRole('option', { name: 'New actor “Pell, chair”, person' })).toBeVisible()
  await expect(page.getByText('tag all 2')).toBeVisible()
  await press(parley, 'Alt+Enter')
  await expect(parley.notice('Tagged 2 × “Dorian Pell” as Pell, chair.')).toBeVisible()
  await expect(parley.tags).toHaveCount(2)
  await expect(parley.selectedTag.getByText('Pell, chair')).toBeVisible()

  await parley.undo()
  await expect(parley.tags).toHaveCount(1)
  await expect(parley.selectedTag.getByText('Pell, chair')).toBeHidden()
  expect(await inAll(parley, 'undone')).toEqual(['actor “Dorian Pell”'])

  // The words themselves are a name; Shift+Enter calls somebody so besides.
  await parley.tags.first().click()
  await press(parley, 'w')
  await page.keyboard.type('D. Pell')
  await expect(page.getByText('also called so')).toBeVisible()
  await press(parley, 'Shift+Enter')
  await expect(parley.notice(/^Means D\. Pell, a new actor: person/)).toBeVisible()
  const { actors } = setIn(await parley.exportAs('parley', { file: 'called' }))
  expect(actors.map(({ name, aliases }) => [name, aliases])).toEqual([['D. Pell', ['Dorian Pell']]])
})

test('a position is new, with the issue that it answers, in one step', async ({ parley }) => {
  await startWithThree(parley)
  await parley.tag('Position', 'the timetable would stand')
  await press(parley, 'p')
  const { page } = parley
  await expect(page.getByRole('combobox', { name: 'Which position is it?' })).toBeFocused()
  await expect(page.getByRole('option', { name: 'Cannot tell which is meant' })).toBeVisible()
  await page.keyboard.type('It stays')
  await press(parley, 'Enter')
  await expect(page.getByRole('combobox', { name: 'Which issue does it answer?' })).toBeFocused()
  await page.keyboard.type('Must the timetable go?')
  await press(parley, 'Enter')
  await expect(page.getByRole('combobox', { name: 'Stance?' })).toBeFocused()
  await press(parley, 'Escape')
  await expect(parley.selectedTag.getByText('It stays')).toBeVisible()
  const { issues, positions } = setIn(await parley.exportAs('parley', { file: 'made' }))
  expect([...issues.map(({ question }) => question), ...positions.map(({ answer }) => answer)]).toEqual([
    'Must the timetable go?',
    'It stays',
  ])
  await parley.undo()
  await expect(parley.selectedTag.getByText('It stays')).toBeHidden()
  const undone = setIn(await parley.exportAs('parley', { file: 'unmade' }))
  expect([...undone.issues, ...undone.positions]).toEqual([])
  await expect(parley.tags).toHaveCount(1)
})
