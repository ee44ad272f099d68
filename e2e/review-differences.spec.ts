import { passes } from './axe'
import { Differences } from './differences'
import { expect, test } from './workbench'

const article = 'Two ministers, one customs house'

test('a reviewer decides on every difference by key alone, takes one back, and finds all of it after a restart', async ({
  parley,
}) => {
  await parley.start()
  const differences = new Differences(parley)
  const { press, rows, at, count, detail } = bound(differences)
  await differences.open(article)
  await expect(count).toHaveText('6 open of 6')
  await expect(at).toHaveAccessibleName(/^1, Only Ines, Actor, “The gentleman, .*open$/)

  await press('1')
  await expect(at).toHaveAccessibleName(/^2, Link: makes, .*open$/)
  await press('0')
  await expect(at).toHaveAccessibleName(/^3, Only Ines, .*open$/)
  // The two tags of one minister become one.
  await press('Shift+ArrowDown', '4')
  await passes(parley, 'differences, merging two')
  await press('Control+Enter')
  await expect(count).toHaveText('2 open of 6')
  await expect(at).toHaveAccessibleName(/^5, Only Tobias, .*open$/)
  await press('n')
  await parley.page.keyboard.type('A word on a banner.')
  await press('Enter', '0')

  await expect(at).toHaveAccessibleName(/^6, Boundary, .*open$/)
  await expect(detail).toContainText('overlap')
  await press('6', 'Control+Enter')
  await expect(detail).toContainText('Nothing left to decide.')
  expect(await differences.became()).toEqual([
    'Accepted',
    'Rejected',
    'Merged',
    'Merged',
    'Rejected',
    'Split',
  ])
  await press('Control+z')
  await expect(at).toHaveAccessibleName(/^6, .*open$/)
  await press('5')
  await expect(rows.last()).toContainText('Contested')
  await press('Control+z', '2')
  await expect(rows.last()).toContainText('Tobias’s')

  // What was accepted is changed after all: its label by key, and which position it is by the first of the project's.
  await press('j', '3', '2')
  const change = parley.page.getByRole('region', { name: 'Change to' })
  await expect(change.getByRole('radio', { name: 'Position' })).toBeChecked()
  await press('p')
  const choices = parley.page.getByRole('listbox', { name: 'Which position is it?' })
  await expect(choices.getByRole('option').first()).toBeVisible()
  const name = await choices.getByRole('option').first().getAttribute('aria-label')
  await press('1')
  await expect(choices).toBeHidden()
  const means = change.getByRole('button', { name: /^Means: / })
  await expect(means).toBeFocused()
  expect(name).toContain((await means.getAttribute('aria-label'))!.replace('Means: ', ''))
  // Or a position that the project does not have yet, which is made with the decision, and goes with it.
  await press('p')
  await parley.page.keyboard.type('Zigzag by barge')
  await press('Enter')
  const issues = parley.page.getByRole('listbox', { name: 'Which issue does it answer?' })
  await parley.page.keyboard.type('Quayside quibbles?')
  await expect(issues.getByRole('option')).toHaveText([/^New issue “Quayside quibbles\?”/])
  await press('Enter')
  await expect(means).toBeFocused()
  await expect(means).toHaveAccessibleName('Means: Zigzag by barge, a new position')
  // One decides so from the note as well.
  await press('n')
  await parley.page.keyboard.type('Said twice.')
  await press('Control+Enter')
  await expect(rows.first()).toContainText('Changed')
  await expect(detail).toContainText('Zigzag by barge')
  await expect(detail).toContainText('Said twice.')
  await press('Control+z')
  await expect(rows.first()).not.toContainText('Changed')
  await press('Control+Shift+z')
  await expect(rows.first()).toContainText('Changed')
  await parley.saved()
  await parley.restart()
  await differences.open(article)
  await expect(differences.count).toHaveText('0 open of 6')
  expect(await differences.became()).toEqual([
    'Changed',
    'Rejected',
    'Merged',
    'Merged',
    'Rejected',
    'Tobias’s',
  ])
  await press('k', 'k')
  await expect(differences.detail).toContainText('A word on a banner.')
})

test('Escape leaves the form of a change from any of its fields, and the keys go on in the list', async ({
  parley,
}) => {
  await parley.start()
  const differences = new Differences(parley)
  const { press, at, count } = bound(differences)
  const { page } = parley
  const form = page.getByRole('region', { name: 'Change to' })
  await differences.open(article)

  await press('j', '3')
  await expect(form.getByRole('combobox', { name: 'Link' })).toBeFocused()
  await press('Escape')
  await expect(form).toBeHidden()
  await expect(at).toBeFocused()

  // A field that is written in is left first, so that a slip takes nothing away.
  await press('k', '3', '2')
  await form.getByRole('textbox', { name: 'Condition' }).focus()
  await page.keyboard.type('if the road opens')
  await press('Escape')
  await expect(form).toBeVisible()
  await expect(at).toBeFocused()
  await press('Escape')
  await expect(form).toBeHidden()
  await press('0')
  await expect(count).toHaveText('5 open of 6')
})

test('a reviewer who tagged the article too is the third that is compared, and their own tag is marked', async ({
  parley,
}) => {
  await parley.start()
  const differences = new Differences(parley)
  const { press, rows, at, count, detail } = bound(differences)
  await parley.openArticle(article)
  await parley.tag('Actor', 'Bo Raskelund')
  await differences.open(article)
  await expect(count).toHaveText('6 open of 6')
  await parley.page.getByRole('button', { name: '2 of 3 compared' }).click()
  await parley.page.getByRole('checkbox').nth(2).check()
  await press('Escape')
  await expect(rows.filter({ hasText: 'Bo Raskelund' })).toBeVisible()
  await rows.filter({ hasText: 'Bo Raskelund' }).click()
  await expect(detail).toContainText('own tag')
  await press('7')
  await expect(rows.filter({ hasText: 'Bo Raskelund' })).toContainText('Accepted')

  await press('f')
  await parley.page.getByRole('combobox', { name: 'State' }).selectOption('Open')
  await parley.page.getByRole('combobox', { name: 'Label' }).selectOption('Position')
  await expect(rows.filter({ hasText: 'Bo Raskelund' })).toHaveCount(0)
  await expect(at).toHaveAccessibleName(/Position/)
  await parley.page.getByRole('button', { name: 'Side by side' }).click()
  await expect(parley.page.getByRole('region', { name: 'Tags of Tobias Varga' })).toBeVisible()
  await passes(parley, 'differences side by side')
})

test('one walks by the numbers in the margin, tags are matched from whichever overlap on, and all articles are in the list', async ({
  parley,
}) => {
  await parley.start()
  const differences = new Differences(parley)
  const { press, rows, at, count } = bound(differences)
  await differences.open(article)
  await passes(parley, 'differences')
  await differences.number(1).focus()
  await press('ArrowDown')
  await expect(at).toHaveAccessibleName(/^3,/)
  await expect(differences.number(3)).toBeFocused()

  const overlap = parley.page.getByRole('combobox', { name: /^Tags are matched/ })
  await overlap.selectOption('any word in common')
  await expect(count).toHaveText('5 open of 5')
  await expect(rows.filter({ hasText: 'Our own foreign minister' })).toContainText('Boundary')
  await press('Control+z')
  await expect(count).toHaveText('6 open of 6')

  await press('a')
  await expect(count).toHaveText(/^\d+ in 8 articles$/)
  const president = rows.getByRole('button', { name: 'President Radim Tessarik' }).first()
  await differences.scrollTo(president)
  await president.click()
  await expect(differences.article('Humanitarian initiative')).toBeVisible()
  await expect(at).toHaveAccessibleName(/^1, Boundary, Actor, “President Radim Tessarik”, open$/)

  // Arrows and their like lead through the articles, of which only what is near the view is drawn.
  const length = await at.locator('..').getAttribute('aria-setsize')
  expect(await rows.count()).toBeLessThan(Number(length))
  await press('l', 'End')
  await expect(at.locator('..')).toHaveAttribute('aria-posinset', length!)
  await expect(at).toBeFocused()
  await press('Home')
  await expect(at.locator('..')).toHaveAttribute('aria-posinset', '2')
  await expect(at).toBeFocused()
})

/** Its parts, as a story calls them. */
const bound = (differences: Differences) => ({
  press: (...keys: readonly string[]) => differences.press(...keys),
  rows: differences.rows,
  at: differences.at,
  count: differences.count,
  detail: differences.detail,
})
