import { setIn, tagsIn } from './sets'
import { expect, test, type Workbench } from './workbench'

const press = async (parley: Workbench, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await parley.page.keyboard.press(key)
}

/** Carries out a command of the palette by its name. */
async function command(parley: Workbench, name: string): Promise<void> {
  await press(parley, 'Control+k')
  await parley.page.keyboard.type(name)
  await expect(parley.page.getByRole('option', { name }).first()).toHaveAttribute('aria-selected', 'true')
  await press(parley, 'Enter')
}

/** Three tags of actors in the order of the text. */
async function startWithTags(parley: Workbench): Promise<void> {
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Ferry crews')
  await parley.tag('Actor', 'the island council')
  await parley.tag('Actor', 'Dorian Pell')
}

const row = (parley: Workbench, words: string) => parley.tags.filter({ hasText: words }).getByRole('button')

test('several tags get another label, by keys, and one undo gives theirs back', async ({ parley }) => {
  await startWithTags(parley)
  await row(parley, 'Ferry crews').focus()
  await press(parley, 'Home', 'Shift+ArrowDown')
  const bar = parley.page.getByRole('group', { name: 'Picked tags' })
  await expect(bar).toContainText('2 tags picked')
  await expect(row(parley, 'the island council')).toHaveAttribute('aria-pressed', 'true')
  await expect(row(parley, 'Dorian Pell')).toHaveAttribute('aria-pressed', 'false')

  await bar.getByRole('button', { name: 'Change the picked tags' }).click()
  await parley.page.getByRole('menuitem', { name: 'Change their label…' }).click()
  const dialog = parley.dialog('Change 2 tags')
  await dialog.getByRole('combobox', { name: 'New label' }).selectOption('Claim')
  await press(parley, 'Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(parley.notice('Changed 2 tags to claim.')).toBeVisible()
  expect(tagsIn(setIn(await parley.exportAs('parley', { file: 'claims' })))).toEqual([
    'claim “Ferry crews”',
    'claim “the island council”',
    'actor “Dorian Pell”',
  ])
  await parley.undo()
  expect(tagsIn(setIn(await parley.exportAs('parley', { file: 'actors' })))).toEqual([
    'actor “Ferry crews”',
    'actor “the island council”',
    'actor “Dorian Pell”',
  ])
})

test('several tags are deleted at once, and come back with their links', async ({ parley }) => {
  await startWithTags(parley)
  await parley.tag('Claim', 'a gun on the breakfast table')
  await press(parley, 'w', 'Enter')
  await expect(parley.reader.linkWords).toHaveText([/made by/])
  await row(parley, 'Ferry crews').click()
  await row(parley, 'a gun on the breakfast table').click({ modifiers: ['ControlOrMeta'] })
  await row(parley, 'the island council').click({ modifiers: ['ControlOrMeta'] })
  await expect(parley.page.getByRole('group', { name: 'Picked tags' })).toContainText('2 tags picked')
  await command(parley, 'Delete the picked tags')
  await expect(parley.notice(/^Deleted 2 tags/)).toBeVisible()
  await expect(parley.tags).toHaveCount(2)
  await parley.undo()
  await expect(parley.tags).toHaveCount(4)
  const { links } = setIn(await parley.exportAs('parley', { file: 'back' }))
  expect(links).toHaveLength(1)
})

test('all tags of an article are given one meaning, and one undo takes it back', async ({ parley }) => {
  await startWithTags(parley)
  await row(parley, 'Ferry crews').focus()
  await press(parley, 'Control+a')
  await command(parley, 'Say what the picked tags mean…')
  const dialog = parley.dialog('Change 3 tags')
  await dialog.getByRole('combobox', { name: 'New meaning' }).fill('Crews of Port Alder')
  await press(parley, 'Enter', 'Control+Enter')
  await expect(parley.notice('3 tags mean Crews of Port Alder now.')).toBeVisible()
  const meant = async (file: string) => {
    const { annotations, actors } = setIn(await parley.exportAs('parley', { file }))
    return annotations.map(({ means }) => actors.find(({ id }) => id === means)?.name ?? null)
  }
  expect(await meant('meant')).toEqual(Array.from({ length: 3 }, () => 'Crews of Port Alder'))
  await parley.undo()
  expect(await meant('undone')).toEqual([null, null, null])
})

test('an attribute is set on all tags that have it, and the others are told and left', async ({ parley }) => {
  await startWithTags(parley)
  await parley.tag('Claim', 'the timetable would stand')
  await row(parley, 'Ferry crews').focus()
  await press(parley, 'Control+a')
  await command(parley, 'Set an attribute of the picked tags…')
  const dialog = parley.dialog('Change 4 tags')
  await dialog.getByRole('combobox', { name: 'Attribute' }).selectOption('Speech')
  await dialog.getByRole('combobox', { name: 'Speech' }).selectOption('Indirect')
  await expect(dialog.getByText('3 tags stay: this is not for tags with their label.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Change 1 tag' }).click()
  await expect(parley.notice('Set Speech of 1 tag.')).toBeVisible()
  await parley.tags.filter({ hasText: 'the timetable would stand' }).click()
  await expect(parley.selectedTag.getByRole('combobox', { name: 'Speech' })).toHaveValue('indirect')
})
