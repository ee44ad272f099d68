import { Registries } from './registry'
import { expect, test, type Workbench } from './workbench'

const press = async (parley: Workbench, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await parley.page.keyboard.press(key)
}

/** Tags words as an actor and says by key who it is. */
async function tagActor(parley: Workbench, words: string, name: string): Promise<void> {
  await parley.tag('Actor', words)
  await press(parley, 'w')
  await parley.page.getByRole('combobox', { name: `Who is “${words}”?` }).fill(name)
  await press(parley, 'Enter')
  await expect(parley.selectedTag.getByTitle(name, { exact: true })).toBeVisible()
}

test('an actor is made, renamed and given roles, and its tags follow', async ({ parley }) => {
  await parley.startReading('ferry-strike.txt')
  const registry = new Registries(parley)
  await registry.open()
  await expect(parley.page.getByText('No actors yet')).toBeVisible()
  await registry.addActor('Dorian Pel')

  await registry.leave()
  await tagActor(parley, 'Dorian Pell', 'Dorian Pel')

  await registry.open()
  await press(parley, 'e')
  await parley.page.keyboard.press('Control+a')
  await parley.page.keyboard.type('Dorian Pell')
  await press(parley, 'Enter')
  await expect(registry.page('Dorian Pell')).toBeVisible()
  await registry.write('Dorian Pell', 'Country', 'Ormland')
  const roles = registry.part('Dorian Pell', 'Roles')
  for (const title of ['Harbour master', 'Chair of the island council']) {
    await roles.getByRole('button', { name: 'Add a role' }).click()
    await registry.write('Dorian Pell', 'New role', title)
    await expect(roles.getByRole('textbox', { name: `${title}: from` })).toBeVisible()
  }
  await registry.write('Dorian Pell', 'Harbour master: from', '2024')
  await registry.write('Dorian Pell', 'Harbour master: to', '2029-06')
  await registry.write('Dorian Pell', 'Chair of the island council: from', '2029-07')
  await expect(registry.row('Dorian Pell')).toContainText('Chair of the island council, Ormland')

  await roles.getByRole('textbox', { name: 'Chair of the island council: to' }).fill('next year')
  await expect(roles.getByRole('textbox', { name: 'Chair of the island council: to' })).toHaveAttribute(
    'aria-invalid',
    'true',
  )
  await press(parley, 'Escape')

  await expect(roles.getByRole('textbox', { name: 'Harbour master: to' })).toHaveValue('2029-06')

  await registry.leave()
  await expect(parley.selectedTag.getByTitle('Dorian Pell', { exact: true })).toBeVisible()
  await parley.saved()
  await parley.restart()
  await registry.open()
  await registry.look('Dorian Pell')
  await expect(
    registry.part('Dorian Pell', 'Roles').getByRole('textbox', { name: 'Harbour master: to' }),
  ).toHaveValue('2029-06')
  await expect(
    registry.part('Dorian Pell', 'Called').getByRole('button', { name: '“Dorian Pell”, 1 time' }),
  ).toBeVisible()
})

test('two records of one man are seen, compared and merged; undo and “Take apart” give both back', async ({
  parley,
}) => {
  await parley.start()
  const registry = new Registries(parley)
  await registry.open()
  await expect(registry.rows).toHaveCount(23)
  const tags = async () =>
    Number((await registry.row('Davor Kelemin').innerText()).split('\n').at(-1)?.replace(/\D/g, ''))
  await expect.poll(tags).toBeGreaterThan(30)
  const before = await tags()

  await parley.page.getByRole('button', { name: 'Show them' }).click()
  await expect(registry.rows).toHaveCount(2)
  await registry.look('Davor Kelemin')
  await registry
    .part('Davor Kelemin', 'Perhaps the same')
    .getByRole('button', { name: 'Compare with Kelemin…' })
    .click()
  const dialog = parley.dialog('Merge two actors')
  await expect(dialog.getByRole('radio', { name: 'Davor Kelemin stays' })).toBeChecked()
  await expect(dialog).toContainText('Director, Upper Tesk dam 2016 – 2022')
  await dialog.getByRole('button', { name: /^Merge into/ }).click()
  await expect(dialog).toBeHidden()
  await expect(registry.rows).toHaveCount(22)
  await expect.poll(tags).toBe(before + 6)
  await expect(registry.part('Davor Kelemin', 'Perhaps the same')).toHaveCount(0)

  await parley.undo()
  await expect(registry.rows).toHaveCount(23)
  await expect.poll(tags).toBe(before)
  await parley.redo()
  await expect(registry.rows).toHaveCount(22)

  await parley.saved()
  await parley.restart()
  await registry.open()
  await registry.look('Davor Kelemin')
  await registry
    .part('Davor Kelemin', 'Merged into this one')
    .getByRole('button', { name: 'Take apart Kelemin' })
    .click()
  await expect(registry.rows).toHaveCount(23)
  await expect.poll(tags).toBe(before)
  await expect(registry.row(/^Kelemin/)).toContainText('6')
})

test('two that are not the same are not suggested again, and the registry opens where one was', async ({
  parley,
}) => {
  await parley.start()
  const registry = new Registries(parley)
  await registry.open()
  await registry.look('Davor Kelemin')
  const suggested = registry.part('Davor Kelemin', 'Perhaps the same')
  await suggested.getByRole('button', { name: 'Kelemin is not the same' }).click()
  await expect(suggested).toHaveCount(0)
  await expect(parley.notice('“Davor Kelemin” and “Kelemin” stay two.')).toBeVisible()
  await parley.saved()
  await parley.restart()
  await registry.open()
  await expect(registry.row('Davor Kelemin')).toHaveAttribute('aria-selected', 'true')
  await expect(registry.part('Davor Kelemin', 'Perhaps the same')).toHaveCount(0)
  await parley.undo()
  await expect(registry.part('Davor Kelemin', 'Perhaps the same')).toBeVisible()
})

test('deleting an actor asks what becomes of its tags', async ({ parley }) => {
  await parley.startReading('ferry-strike.txt')
  const registry = new Registries(parley)
  await registry.addActor('Dorian Pell')
  await registry.addActor('The island council')
  await registry.leave()
  await tagActor(parley, 'Dorian Pell', 'Dorian Pell')
  await registry.open()
  await registry.look('Dorian Pell')
  await expect(
    registry.part('Dorian Pell', 'Called').getByRole('button', { name: '“Dorian Pell”, 1 time' }),
  ).toBeVisible()

  await registry.row('Dorian Pell').click()
  await press(parley, 'Delete')
  const dialog = parley.dialog('Delete this actor?')
  await expect(dialog).toContainText('1 tag means Dorian Pell')
  await dialog.getByRole('button', { name: 'Keep it' }).click()
  await expect(dialog).toBeHidden()
  await expect(registry.rows).toHaveCount(2)

  await press(parley, 'Delete')
  await dialog.getByRole('combobox').fill('council')
  await press(parley, 'Enter')
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(registry.rows).toHaveText([/The island council/])
  await registry.leave()
  await expect(parley.selectedTag.getByTitle('The island council', { exact: true })).toBeVisible()

  await parley.undo()
  await expect(parley.selectedTag.getByTitle('Dorian Pell', { exact: true })).toBeVisible()
  await registry.open()
  await expect(registry.rows).toHaveCount(2)

  await registry.row('Dorian Pell').click()
  await press(parley, 'Delete')
  await dialog.getByRole('radio', { name: 'Leave my tags without a meaning' }).check()
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect(registry.rows).toHaveText([/The island council/])
  await registry.leave()
  await expect(parley.selectedTag.getByText('an entry that the registries do not have')).toBeVisible()

  // Nothing means the council: it goes at once, and undo brings it back.
  await registry.open()
  await registry.row('The island council').click()
  await press(parley, 'Delete')
  await expect(parley.page.getByText('No actors yet')).toBeVisible()
  await parley.undo()
  await expect(registry.rows).toHaveText([/The island council/])
})

test('positions stand under their issues, oppose each other, and their quotes open in their place', async ({
  parley,
}) => {
  await parley.start()
  const registry = new Registries(parley)
  await registry.open('Positions')
  await press(parley, '/')
  await parley.page.keyboard.type('troops out first')
  await expect(registry.rows.first()).toContainText('Must Marenzan troops leave')
  await registry.look('Yes: all troops must be out first.')
  const yes = 'Yes: all troops must be out first.'
  await expect(registry.part(yes, 'Opposes')).toContainText('No: talks begin without preconditions.')
  const holders = registry.part(yes, 'Held by')
  await expect(holders.getByRole('button', { name: 'Helen Marchbane' })).toBeVisible()
  const quote = holders.getByRole('listitem').first().getByRole('button')
  const words = (await quote.innerText()).split('\n')[0]!
  await quote.click()
  await expect(parley.reader.article).toBeVisible()
  await expect(parley.selectedTag).toContainText(words.slice(0, 40))

  await registry.open('Positions')
  await press(parley, 'n')
  const dialog = parley.dialog('New position')
  await dialog.getByRole('textbox', { name: 'Answer' }).fill('Only from the three villages.')
  await press(parley, 'Enter')
  await expect(dialog).toBeHidden()
  const mine = 'Only from the three villages.'
  await registry
    .part(mine, 'Opposes')
    .getByRole('button', { name: 'Add a position that this one opposes' })
    .click()
  await registry.part(mine, 'Opposes').getByRole('combobox').fill('all troops')
  await press(parley, 'Enter')
  await expect(registry.part(mine, 'Opposes')).toContainText(yes)
  await parley.saved()
  await parley.restart()
  await registry.open('Positions')
  await registry.look(mine)
  await expect(registry.part(mine, 'Opposes')).toContainText(yes)
})

test('everything on the screen of the registries is done by key', async ({ parley }) => {
  await parley.start()
  const registry = new Registries(parley)
  await press(parley, 'Control+2')
  await expect(registry.rows.first()).toHaveAttribute('aria-selected', 'true')
  await press(parley, '/')
  await expect(registry.search).toBeFocused()
  await parley.page.keyboard.type('marchb')
  await expect(registry.rows).toHaveCount(1)
  await press(parley, 'ArrowDown')
  await expect(registry.page('Helen Marchbane')).toBeVisible()
  await press(parley, 'Control+1')
  await expect(parley.reader.article).toBeVisible()
  await press(parley, 'Control+2')
  await expect(registry.page('Helen Marchbane')).toBeVisible()
  await press(parley, '/')
  await expect(registry.search).toBeFocused()
  await registry.search.fill('kelemin')
  await expect(registry.rows).toHaveCount(2)
  await press(parley, 'ArrowDown')
  await expect(registry.page('Davor Kelemin')).toBeVisible()
  await press(parley, 'End')
  await expect(registry.page('Kelemin')).toBeVisible()
  await press(parley, 'Home')
  await expect(registry.page('Davor Kelemin')).toBeVisible()
  await press(parley, 'Enter')
  await expect(registry.page('Davor Kelemin').getByRole('textbox', { name: 'Name' })).toBeFocused()
  await press(parley, 'Escape', 'm')
  await expect(parley.dialog('Merge with which actor?')).toBeVisible()
  await press(parley, 'Enter')
  const dialog = parley.dialog('Merge two actors')
  await expect(dialog.getByRole('radio', { name: 'Davor Kelemin stays' })).toBeFocused()
  await press(parley, 'Enter')
  await expect(dialog).toBeHidden()
  await expect(registry.rows).toHaveCount(22)
  await press(parley, 'p')
  await expect(parley.page.getByRole('tab', { name: 'Positions' })).toHaveAttribute('aria-selected', 'true')
  await press(parley, 'a', 'Delete')
  await expect(parley.dialog('Delete this actor?')).toBeVisible()
  await press(parley, 'Escape')
})
