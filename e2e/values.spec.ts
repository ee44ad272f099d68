import { builtInCodebook } from '../data/model/built-in-codebook'
import { codebookFile } from '../data/model/codebook-file'
import type { Attribute, Codebook as Book } from '../data/model/codebook'
import { Codebook } from './codebook'
import { Registries } from './registry'
import { setIn } from './sets'
import { expect, test, type Workbench } from './workbench'

const claim = 'the timetable would stand'

const base = { labels: ['claim'], definition: '' }
const attributes: readonly Attribute[] = [
  { ...base, id: 'share', name: 'Share', type: 'number', least: 0, most: 100, unit: '%', required: true },
  {
    ...base,
    id: 'themes',
    name: 'Themes',
    type: 'choices',
    options: [
      { value: 'crew', name: 'Crew' },
      { value: 'fares', name: 'Fares' },
      { value: 'safety', name: 'Safety' },
    ],
  },
  { ...base, id: 'rival', name: 'Rival', type: 'entry', of: 'actor' },
  {
    ...base,
    id: 'tone',
    name: 'Tone',
    type: 'choice',
    preset: 'calm',
    options: [
      { value: 'calm', name: 'Calm' },
      { value: 'angry', name: 'Angry' },
    ],
  },
]

/** An article, an actor in the registry, and a codebook that asks for all kinds of values. */
async function startWithValues(parley: Workbench): Promise<void> {
  await parley.startReading('ferry-strike.txt')
  await new Registries(parley).addActor('Renée Ästrand')
  const book: Book = {
    ...builtInCodebook,
    attributes: [...builtInCodebook.attributes.map((each) => ({ ...each, labels: [] })), ...attributes],
  }
  const codebook = new Codebook(parley)
  await codebook.open()
  await parley.answerOpen(parley.desk.write('values.json', codebookFile(book)))
  await codebook.parts.getByRole('button', { name: 'Import…' }).click()
  await parley.dialog('Compare the codebooks').getByRole('button', { name: 'Take it as the draft' }).click()
  await codebook.putInForce('Attribute “Share” added')
  await codebook.leave()
}

const press = async (parley: Workbench, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await parley.page.keyboard.press(key)
}

const question = (parley: Workbench, name: string) =>
  parley.page.getByRole('combobox', { name: `${name}?`, exact: true })

test('a number, several choices and an entry are set by key, and exported', async ({ parley }) => {
  await startWithValues(parley)
  await parley.tag('Claim', claim)
  const { selectedTag } = parley
  await expect(selectedTag.getByRole('combobox', { name: 'Tone' })).toHaveValue('calm')
  await expect(selectedTag.getByRole('img', { name: 'needed' })).toHaveCount(1)

  await press(parley, 'q')
  await question(parley, 'Share').fill('140')
  await press(parley, 'Enter')
  await expect(parley.page.getByRole('alert')).toHaveText(/^A number from 0 to 100 is needed, in %/)
  await question(parley, 'Share').fill('12.5 %')
  await press(parley, 'Enter')

  await expect(question(parley, 'Themes')).toBeFocused()
  await press(parley, 's', 'c')
  await expect(parley.page.getByRole('option', { name: 'Crew, set now' })).toBeVisible()
  await press(parley, 'f', 'f', 'Enter')

  await question(parley, 'Rival').fill('astr')
  await press(parley, 'Enter')
  await press(parley, 'Escape')

  await expect(selectedTag.getByRole('textbox', { name: 'Share, in %' })).toHaveValue('12.5')
  await expect(selectedTag.getByRole('img', { name: 'needed' })).toHaveCount(0)
  await expect(selectedTag.getByRole('checkbox', { name: 'Safety' })).toBeChecked()
  await expect(selectedTag.getByRole('checkbox', { name: 'Fares' })).not.toBeChecked()
  await expect(selectedTag.getByRole('combobox', { name: 'Rival' })).toHaveValue('Renée Ästrand')

  await parley.saved()
  const { annotations, actors } = setIn(await parley.exportAs('parley'))
  expect(annotations[0]?.attributes).toEqual({
    tone: 'calm',
    share: 12.5,
    themes: ['crew', 'safety'],
    rival: actors[0]?.id,
  })
})

test('values are written and turned on in the inspector, and one that does not fit says why', async ({
  parley,
}) => {
  await startWithValues(parley)
  await parley.tag('Claim', claim)
  const { selectedTag } = parley
  const share = selectedTag.getByRole('textbox', { name: 'Share, in %' })
  await share.fill('-1')
  await expect(selectedTag.getByRole('alert')).toHaveText(/^A number from 0 to 100 is needed, in %/)
  await share.press('Escape')
  await expect(share).toHaveValue('')
  await share.fill('40')
  await share.press('Enter')
  await selectedTag.getByRole('checkbox', { name: 'Fares' }).press('Space')

  const rival = selectedTag.getByRole('combobox', { name: 'Rival' })
  await rival.fill('Mira Oak')
  await parley.page.getByRole('option', { name: /^New actor “Mira Oak”/ }).click()
  await expect(rival).toHaveValue('Mira Oak')
  await expect(selectedTag.getByRole('checkbox', { name: 'Fares' })).toBeChecked()
  await expect(share).toHaveValue('40')
  // In the field, undo would be the field's own.
  await parley.tags.first().getByRole('button').focus()
  await parley.undo()
  await expect(rival).toHaveValue('')
})

test('a chain of three sources is read, reordered, and shortened, each as one step', async ({ parley }) => {
  await parley.startReading('ferry-strike.txt')
  for (const actor of ['Dorian Pell', 'Northsea Wire', 'Mediators']) await parley.tag('Actor', actor)
  await parley.tag('Claim', claim)
  const { selectedTag, page } = parley
  const steps = selectedTag.getByRole('list', { name: 'Chain of sources' }).getByRole('button')
  const chain = async (...names: readonly string[]) => expect(steps).toHaveText([...names, 'this claim', ''])

  await selectedTag.getByRole('button', { name: 'made by: choose a tag' }).click()
  await page.getByRole('option', { name: 'Dorian Pell' }).click()
  await chain('ADorian Pell')

  await test.step('sources are put before the maker by key', async () => {
    await steps.first().focus()
    await press(parley, 'b')
    await page.getByRole('combobox', { name: 'source before Dorian Pell: choose a tag' }).fill('wire')
    await press(parley, 'ArrowDown', 'Enter')
    await chain('ANorthsea Wire', 'ADorian Pell')
    await steps.first().focus()
    await press(parley, 'a')
    await page.getByRole('combobox', { name: 'source after Northsea Wire: choose a tag' }).fill('med')
    await press(parley, 'ArrowDown', 'Enter')
    await chain('ANorthsea Wire', 'AMediators', 'ADorian Pell')
  })

  await test.step('and change places, in one step', async () => {
    await steps.first().focus()
    await press(parley, 'Alt+ArrowRight')
    await chain('AMediators', 'ANorthsea Wire', 'ADorian Pell')
    await parley.undo()
    await chain('ANorthsea Wire', 'AMediators', 'ADorian Pell')
  })

  await test.step('each opens its tag', async () => {
    await steps.nth(1).click()
    await expect(selectedTag.getByRole('heading', { name: 'Actor' })).toBeVisible()
    await expect(steps).toHaveText(['ANorthsea Wire', 'AMediators', 'ADorian Pell', ''])
  })

  await test.step('one that is taken out leaves its neighbours linked', async () => {
    await parley.tags.filter({ hasText: claim }).click()
    await chain('ANorthsea Wire', 'AMediators', 'ADorian Pell')
    await steps.nth(1).focus()
    await press(parley, 'Delete')
    await chain('ANorthsea Wire', 'ADorian Pell')
    await parley.undo()
    await chain('ANorthsea Wire', 'AMediators', 'ADorian Pell')
  })
})
