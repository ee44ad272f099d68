import papa from 'papaparse'
import { Statements } from './record'
import { Registries } from './registry'
import { expect, test, type Workbench } from './workbench'

/** The sample project, in which two people have tagged eight articles. */
async function startWithSample(parley: Workbench): Promise<Statements> {
  await parley.start()
  await expect(parley.articles).toHaveCount(10)
  const statements = new Statements(parley)
  await statements.show()
  await expect(statements.lines.first()).toBeVisible()
  return statements
}

test('statements are read off, sorted, filtered and grouped by key, and are so after a restart', async ({
  parley,
}) => {
  const statements = await startWithSample(parley)
  await expect(statements.count).toHaveText(/^\d+ statements$/)
  await expect(statements.head('Said on')).toHaveAttribute('aria-sort', 'descending')

  await statements.filter('Actor', 'Helen Marchbane')
  await expect(statements.count).toHaveText(/^\d+ of \d+ statements$/)
  await expect(parley.page.getByRole('button', { name: 'Actor: Helen Marchbane' })).toBeVisible()
  await expect
    .poll(async () => new Set(await statements.column('Actor')))
    .toEqual(new Set(['Helen Marchbane']))

  await statements.head('Answer').focus()
  await statements.press('Enter')
  await expect(statements.head('Answer')).toHaveAttribute('aria-sort', 'ascending')
  const found = Number((await statements.count.textContent())!.split(' ')[0])
  await expect(statements.table).toHaveAttribute('aria-rowcount', String(found + 1))
  const letters = (words: string) => words.toLowerCase().replace(/[^a-z ]/g, '')
  const answers = (await statements.column('Answer')).filter(Boolean).map(letters)
  expect(new Set(answers).size).toBeGreaterThan(2)
  expect(answers).toEqual(answers.toSorted())
  await statements.press('Enter')
  await expect(statements.head('Answer')).toHaveAttribute('aria-sort', 'descending')

  await parley.page.getByRole('combobox', { name: 'Group' }).selectOption('issue')
  await expect(statements.groups).toBeVisible()
  const heads = statements.groups.getByRole('row', { expanded: true })
  await expect(heads.first()).toContainText(
    'Must Marenzan troops leave the Tesk valley before talks on its status?',
  )
  await statements.groups.focus()
  await statements.press('Home')
  await expect(statements.reached).toHaveAttribute('aria-expanded', 'true')
  await statements.press('ArrowLeft')
  await expect(statements.reached).toHaveAttribute('aria-expanded', 'false')
  await statements.press('ArrowDown', 'ArrowDown')
  const name = await statements.reached.getAttribute('aria-label')
  expect(name).toMatch(/^Helen Marchbane, /)
  await parley.saved()

  await parley.restart()
  await expect(parley.articles).toHaveCount(10)
  await statements.show()
  await expect(parley.page.getByRole('button', { name: 'Actor: Helen Marchbane' })).toBeVisible()
  await expect(statements.head('Answer')).toHaveAttribute('aria-sort', 'descending')
  await expect(statements.groups.getByRole('row', { expanded: false })).toHaveCount(1)
  await expect(statements.reached).toHaveAttribute('aria-label', name!)
  await statements.press('Shift+F')
  await expect(statements.count).toHaveText(/^\d+ statements$/)
  await expect(statements.lines.first()).toBeVisible()
})

test('who said what, in whose report, with which words: a row opens its words in their place, and one comes back to it', async ({
  parley,
}) => {
  const statements = await startWithSample(parley)
  const { reached, preview, page } = statements
  await statements.press('/')
  await expect(page.getByRole('searchbox', { name: 'Find in quotes' })).toBeFocused()
  await page.keyboard.type('anyone, though')
  await expect(statements.count).toHaveText(/^[12] of \d+ statements$/)
  await statements.press('Enter')
  await expect(statements.table).toBeFocused()
  await expect(preview.locator('strong')).toContainText('not with a pistol on the table')
  await expect(preview).toContainText(/Halsund Observer, .*¶ \d+\. Tagged by/)
  const name = await reached.getAttribute('aria-label')

  await statements.press('Enter')
  await expect(parley.selectedTag).toContainText('not with a pistol on the table')
  await expect(parley.selectedTag.getByRole('heading', { name: 'Claim' })).toBeVisible()
  await expect(parley.reader.article.locator('.text')).toBeFocused()
  await statements.show()
  await expect(reached).toHaveAttribute('aria-label', name!)

  await statements.press('Space')
  await expect(preview).toBeHidden()
  await statements.press('Space')
  await expect(preview).toBeVisible()
  await statements.press('Escape')
  await expect(parley.reader.article).toBeVisible()
  await expect(statements.table).toHaveCount(0)
})

test('one narrows to the actor and the issue of a row by key, or in its menu', async ({ parley }) => {
  const statements = await startWithSample(parley)
  const { page } = statements
  await statements.filter('Issue', 'Must Marenzan troops')
  await statements.press('Home', 'a')
  const chips = page.getByRole('group', { name: 'What the table shows' })
  await expect(chips.getByRole('button', { name: /^Actor: / })).toBeVisible()
  await expect(chips.getByRole('button', { name: /^Issue: Must Marenzan/ })).toBeVisible()
  await expect.poll(async () => new Set(await statements.column('Actor'))).toHaveProperty('size', 1)
  await expect.poll(async () => new Set(await statements.column('Issue'))).toHaveProperty('size', 1)

  await statements.press('Shift+F10')
  await page.getByRole('menuitem', { name: /^Only this article/ }).click()
  await expect(chips.getByRole('button', { name: /^Article: / })).toBeVisible()
  await expect(statements.table).toBeFocused()

  await chips.getByRole('button', { name: 'No filter for Actor' }).click()
  await expect(chips.getByRole('button', { name: /^Actor: / })).toBeHidden()
  await statements.press('/')
  await page.keyboard.type('zebra')
  await expect(page.getByText('No statement is left by these filters.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all statements' }).click()
  await expect(statements.count).toHaveText(/^\d+ statements$/)
})

test('what one actor says on one issue is two clicks from the registry, and Esc leads back there', async ({
  parley,
}) => {
  await parley.start()
  await expect(parley.articles).toHaveCount(10)
  const registries = new Registries(parley)
  const statements = new Statements(parley)
  const { page } = parley
  await registries.open()
  await registries.look('Davor Kelemin')
  await registries.page('Davor Kelemin').getByRole('button', { name: 'Statements' }).click()
  const chips = page.getByRole('group', { name: 'What the table shows' })
  await expect(chips.getByRole('button', { name: 'Actor: Davor Kelemin' })).toBeVisible()
  await statements.lines.filter({ hasText: 'Must Marenzan troops' }).first().click({ button: 'right' })
  await page.getByRole('menuitem', { name: /^Only this issue/ }).click()
  await expect.poll(async () => new Set(await statements.column('Issue'))).toHaveProperty('size', 1)
  await expect(statements.count).toHaveText(/ of /)
  await expect(statements.table).toBeFocused()
  await statements.press('Escape')
  await expect(registries.page('Davor Kelemin')).toBeVisible()
})

test('days are typed, whole months too', async ({ parley }) => {
  const statements = await startWithSample(parley)
  const { page } = statements
  await statements.press('f')
  await page.keyboard.type('Said on')
  await statements.press('Enter')
  const from = page.getByRole('textbox', { name: 'From' })
  await from.fill('yesterday')
  await statements.press('Enter')
  await expect(page.getByRole('alert')).toContainText('2031-03-12')
  await from.fill('2031-11')
  await statements.press('Enter')
  await page.getByRole('textbox', { name: 'To' }).fill('2031-11')
  await statements.press('Enter', 'Escape')
  await expect(page.getByRole('button', { name: 'Said on: 1 Nov – 30 Nov' })).toBeVisible()
  await expect
    .poll(async () => (await statements.column('Said on')).every((day) => day.endsWith(' Nov')))
    .toBe(true)
})

test('columns are moved, made wider and hidden by key, and stay so', async ({ parley }) => {
  const statements = await startWithSample(parley)
  const before = await statements.heads()
  expect(before.slice(0, 4)).toEqual(['Said on', 'Actor', 'Quoted by', 'Type'])
  const width = async (name: string) => (await statements.head(name).boundingBox())!.width
  const wide = await width('Actor')

  await statements.head('Said on').focus()
  await statements.press('ArrowRight')
  await expect(statements.head('Actor')).toBeFocused()
  await statements.press('Shift+ArrowRight', 'Alt+ArrowLeft')
  await expect(statements.head('Actor')).toBeFocused()
  await statements.head('Quoted by').focus()
  await statements.press('Delete')
  await expect(statements.head('Type')).toBeFocused()
  const after = ['Actor', 'Said on', 'Type', ...before.slice(4)]
  expect(await statements.heads()).toEqual(after)
  expect(await width('Actor')).toBe(wide + 16)

  await parley.restart()
  await expect(parley.articles).toHaveCount(10)
  await statements.show()
  await expect(statements.head('Actor')).toBeVisible()
  expect(await statements.heads()).toEqual(after)
  expect(await width('Actor')).toBe(wide + 16)
  await statements.press('c')
  const columns = parley.dialog('Columns')
  await columns.getByRole('checkbox', { name: 'Quoted by' }).check()
  await columns.getByRole('button', { name: 'As delivered' }).click()
  await statements.press('Escape')
  expect(await statements.heads()).toEqual(before)
})

test('the table is exported as it is shown, with all its rows', async ({ parley }) => {
  const statements = await startWithSample(parley)
  await statements.filter('Actor', 'Davor Kelemin')
  await expect(statements.count).toHaveText(/ of /)
  const found = Number((await statements.count.textContent())!.split(' ')[0])
  const file = parley.desk.path('kelemin.csv')
  await parley.answerSave(file)
  await parley.page.getByRole('button', { name: 'Export table…' }).click()
  await expect(parley.notice(`Exported ${found} statements to kelemin.csv.`)).toBeVisible()

  const text = parley.desk.read('kelemin.csv')
  expect(text).toMatch(/^"said","day","actor",[^\n]*\r\n/)
  const { data, errors } = papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  expect(errors).toEqual([])
  expect(data).toHaveLength(found)
  expect(new Set(data.map((row) => row['actor']))).toEqual(new Set(['Davor Kelemin']))
  for (const row of data) expect(Number(row['end_u16'])).toBeGreaterThan(Number(row['start_u16']))
})

test('without a statement, the table says what to do; a claim with its actor is one', async ({ parley }) => {
  await parley.startReading('ferry-strike.txt')
  const statements = new Statements(parley)
  await parley.page.keyboard.press('Control+4')
  await expect(parley.page.getByText('No statements yet. A claim with its actor is one:')).toBeVisible()
  await parley.page.getByRole('button', { name: 'Read an article' }).click()
  await parley.tag('Actor', 'Dorian Pell')
  await parley.tag('Claim', 'the timetable would stand')
  await statements.press('w', 'Enter')
  await expect(parley.reader.linkWords).toHaveText([/made by/])
  await statements.show()
  await expect(statements.count).toHaveText('1 statement')
  await expect(statements.reached).toHaveAttribute('aria-label', /^Dorian Pell.*“the timetable would stand”/)

  await parley.undo()
  await expect(statements.reached).toHaveAttribute('aria-label', /^Nobody named.*“the timetable would stand”/)
})
