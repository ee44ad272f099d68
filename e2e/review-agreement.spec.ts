import { passes } from './axe'
import { Codebook } from './codebook'
import { expect, test, type Workbench } from './workbench'

/** The sample project, in which two people have tagged eight articles, on a tab of review. */
async function startOn(parley: Workbench, tab: 'Agreement' | 'Definitions'): Promise<void> {
  await parley.start()
  await expect(parley.articles).toHaveCount(10)
  await parley.page.keyboard.press('Control+5')
  await parley.page.getByRole('tab', { name: tab }).click()
}

const press = async ({ page }: Workbench, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

test('two people’s agreement, layer by layer and by key: why a figure is not defined, and the tags behind a number', async ({
  parley,
}) => {
  await startOn(parley, 'Agreement')
  const { page } = parley
  const layers = page.getByRole('grid', { name: 'Agreement by layer' })
  const row = (name: string) =>
    layers.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) })
  await expect(page.getByRole('heading', { name: 'Ines Holloway and Tobias Varga' })).toBeVisible()
  await expect(row('Label').getByRole('img', { name: /^α \.\d\d, interval \.\d\d – .*; AC1 / })).toBeVisible()
  await expect(row('Label')).not.toContainText('not defined')

  await parley.answerSave(parley.desk.path('agreement.csv'))
  await page.getByRole('button', { name: 'Figures as CSV…' }).click()
  await expect(page.getByText(/^Exported [\d,]+ figures to agreement\.csv\.$/)).toBeVisible()
  expect(parley.desk.read('agreement.csv')).toMatch(/\r\n"all",,,"label",\d+,0\.\d+,"alpha",0\.\d+,0\.\d+,/)

  // A point of a week opens what differs in that week.
  await layers.getByRole('button', { name: 'Stretches of text', exact: true }).click()
  const stretches = page.getByRole('complementary', { name: 'Stretches of text' })
  await expect(stretches.getByRole('row').filter({ hasText: 'γ' })).toBeVisible()
  await page.getByRole('combobox', { name: 'Told apart by' }).selectOption('over time')
  const weeks = page.getByRole('listbox', { name: 'Stretches of text, over time' })
  await expect(weeks.getByRole('option').first()).toHaveAccessibleName(/^Week of .*: α for units /)
  await layers.getByRole('button', { name: 'Finding a tag', exact: true }).click()
  const found = page.getByRole('listbox', { name: 'Finding a tag, over time' })
  const week = /^Week of [^:]*/.exec(
    (await found.getByRole('option').first().getAttribute('aria-label'))!,
  )![0]
  await found.focus()
  await press(parley, 'Enter')
  await expect(page.getByText(`Finding a tag: ${week}`)).toBeVisible()
  await expect(page.getByRole('list', { name: 'Differences' }).getByRole('listitem').first()).toBeVisible()
  await page.getByRole('tab', { name: 'Agreement' }).click()
  await page.getByRole('button', { name: 'Close the layer' }).click()

  // With one label there is nothing that labels could be told apart by.
  await page.getByRole('button', { name: 'Change what is compared…' }).click()
  await page.getByRole('checkbox', { name: 'Actor' }).uncheck()
  await page.getByRole('checkbox', { name: 'Position' }).uncheck()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await expect(row('Label')).toContainText(/not defined: both chose “Claim” for all \d+ matched tags/)
  await layers.getByRole('button', { name: 'Finding a tag', exact: true }).focus()
  await press(parley, 'ArrowDown', 'ArrowDown', 'ArrowDown')
  await expect(layers.getByRole('button', { name: 'Label', exact: true })).toBeFocused()
  await press(parley, 'Enter')
  const label = page.getByRole('complementary', { name: 'Label' })
  await expect(label.getByRole('heading', { name: 'Why α is not defined' })).toBeVisible()
  await expect(label).toContainText('α becomes 0 divided by 0')
  await passes(parley, 'agreement')

  const cells = page.getByRole('grid', { name: 'Labels, tag by tag' })
  await cells.getByRole('button').first().focus()
  await press(parley, 'ArrowRight')
  const missed = cells.getByRole('button', { name: /^Ines Claim, Tobias no tag: [1-9]/ })
  await expect(missed).toBeFocused()
  const told = await missed.getAttribute('aria-label')
  await press(parley, 'Enter')
  await expect(page.getByRole('tab', { name: 'Differences' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByText(`Label: ${told}`)).toBeVisible()
})

test('quotes on which a definition is disputed become examples in the draft of the codebook', async ({
  parley,
}) => {
  await startOn(parley, 'Definitions')
  const { page } = parley
  const disputed = page.getByRole('grid', { name: 'Disputed definitions' })
  await page.getByRole('combobox', { name: 'Told apart by' }).selectOption('By how they differ')
  const cell = disputed.getByRole('button', { name: /^Claim, missed by one: [1-9]\d* of \d+ disputed/ })
  await cell.focus()
  await press(parley, 'Enter')
  const quotes = page.getByRole('complementary', { name: 'Claim' })
  await expect(quotes.getByRole('heading', { name: 'The definition in force' })).toBeVisible()
  const quote = quotes.getByRole('listitem').first()
  await expect(quote).toContainText(/Ines.*Tobias/)
  await expect(quote).toContainText('no tag')
  const words = await quote.locator('strong').textContent()
  await quote.getByRole('radio', { name: 'Leave' }).focus()
  await press(parley, 'ArrowRight')
  await expect(quote.getByRole('radio', { name: 'Include' })).toBeChecked()
  await quotes.getByRole('button', { name: 'Propose a codebook amendment' }).click()

  const codebook = new Codebook(parley)
  await expect(codebook.form).toHaveAccessibleName('Claim')
  await expect(codebook.field('Include')).toHaveValue(new RegExp(escaped(words!)))
  await expect(codebook.page.getByRole('status')).toContainText('Drafted, not in force yet.')
})

const escaped = (words: string): string => words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
