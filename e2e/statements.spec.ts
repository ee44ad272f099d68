import type { Locator } from '@playwright/test'
import { setIn } from './sets'
import { expect, test, type Workbench } from './workbench'

const claim = 'the timetable would stand'
const position = 'takes back its new timetable'

/** Two actors and a position before the words of a claim, which are selected by key. */
async function startBeforeClaim(parley: Workbench): Promise<void> {
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'the island council')
  await parley.tag('Position', position)
  await parley.tag('Actor', 'Dorian Pell')
  await parley.reader.selectByKey(claim)
}

/** The field of the question that is asked under the selected tag. */
const question = (parley: Workbench, words: string | RegExp): Locator =>
  parley.page.getByRole('combobox', { name: words, exact: true })

const press = async (parley: Workbench, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await parley.page.keyboard.press(key)
}

/** Counts the keys that reach the window from now on; held ones that make no sign alone do not count. */
async function countKeys(parley: Workbench): Promise<() => Promise<number>> {
  const counter = await parley.page.evaluateHandle(() => {
    const counted = { keys: 0 }
    const isHeld = (key: string) => ['Shift', 'Control', 'Alt', 'Meta'].includes(key)
    addEventListener('keydown', ({ key }) => void (counted.keys += isHeld(key) ? 0 : 1), true)
    return counted
  })
  return () => counter.evaluate(({ keys }) => keys)
}

/** The links of the exported set: "Dorian Pell makes the timetable would stand". */
async function statements(parley: Workbench): Promise<readonly string[]> {
  const { links, annotations } = setIn(await parley.exportAs('parley'))
  const quote = (id: string) => annotations.find((tag) => tag.id === id)?.target[0]?.quote ?? id
  return links.map(({ type, from, to }) => `${quote(from)} ${type} ${quote(to)}`)
}

test('a complete statement takes six keys at most after its words are selected', async ({ parley }) => {
  await startBeforeClaim(parley)
  const keys = await countKeys(parley)

  // The claim; who; the nearest before it, who says it; the nearest position; against.
  await press(parley, '3', 'w', 'Enter', 'Enter', 'o')
  await expect(parley.notice('Made by “Dorian Pell”; opposes')).toBeVisible()
  expect(await keys()).toBeLessThanOrEqual(6)

  await expect(parley.reader.linkWords).toHaveText([/made by/, /opposes/], { useInnerText: true })
  await expect(parley.reader.article.locator('.text')).toBeFocused()
  await parley.saved()
  const { annotations } = setIn(await parley.exportAs('parley', { file: 'tags' }))
  expect(annotations.map(({ label, target }) => [label, target[0]?.quote])).toContainEqual(['claim', claim])
  expect(await statements(parley)).toEqual([`Dorian Pell makes ${claim}`, `${claim} opposes ${position}`])
})

test('a position gets its holder and its stance in four keys, and each is undone for itself', async ({
  parley,
}) => {
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.reader.selectByKey(claim)
  await press(parley, '2', 'w', 'Enter', '5')
  await expect(parley.selectedTag.getByRole('combobox', { name: 'Stance' })).toHaveValue('2')
  await expect(parley.reader.linkWords).toHaveText([/held by/])

  await parley.undo()
  await expect(parley.selectedTag.getByRole('combobox', { name: 'Stance' })).toHaveValue('')
  await expect(parley.reader.linkWords).toHaveText([/held by/])
  await parley.undo()
  await expect(parley.reader.linkWords).toHaveCount(0)
  await parley.undo()
  await expect(parley.tags).toHaveCount(1)
  await parley.undo()
  await expect(parley.tags).toHaveCount(0)
})

test('Esc leaves at every question, keeps what was said and gives the keyboard back', async ({ parley }) => {
  await startBeforeClaim(parley)
  const text = parley.reader.article.locator('.text')
  const left = async (links: readonly RegExp[]) => {
    await press(parley, 'Escape')
    await expect(parley.page.getByRole('listbox', { name: /\?$/ })).toHaveCount(0)
    await expect(text).toBeFocused()
    await expect(parley.reader.linkWords).toHaveText([...links])
    await expect(parley.selectedTag.getByRole('heading', { name: 'Claim' })).toBeVisible()
  }
  await press(parley, '3', 'w')
  await expect(question(parley, 'Made by whom?')).toBeFocused()
  await left([])

  await press(parley, 'w', 'Enter')
  await expect(question(parley, 'Supports or opposes what?')).toBeFocused()
  await left([/made by/])

  await press(parley, 'p', 'Enter')
  await expect(question(parley, 'How are they linked?')).toBeFocused()
  await left([/made by/])

  await press(parley, 'q', 'd')
  await expect(question(parley, 'Type?')).toBeFocused()
  await left([/made by/])
  await expect(parley.selectedTag.getByRole('combobox', { name: 'Speech' })).toHaveValue('direct')

  await press(parley, 'f')
  await expect(parley.page.getByRole('listbox', { name: 'Tags in view', exact: true })).toBeFocused()
  await left([/made by/])
})

test('letters select a tag in view, and link the selected one where the codebook allows it', async ({
  parley,
}) => {
  await startBeforeClaim(parley)
  await press(parley, '3')
  await expect(parley.tags).toHaveCount(4)
  const { page } = parley
  const letters = async (name: RegExp) => {
    const said = await page.getByRole('option', { name }).getAttribute('aria-label')
    return said!.slice(0, said!.indexOf(':')).split(' ')
  }

  await press(parley, 'f')
  const hints = page.getByRole('listbox', { name: 'Tags in view', exact: true }).getByRole('option')
  await expect(hints).toHaveCount(4)
  await press(parley, ...(await letters(/: Position: takes back/)))
  await expect(parley.selectedTag.getByRole('heading', { name: 'Position' })).toBeVisible()
  await expect(hints).toHaveCount(0)

  // A position is held by actors, and supported or opposed by claims: not linked with itself.
  await press(parley, 'Shift+F')
  await expect(hints).toHaveCount(0)
  const linkable = page.getByRole('listbox', { name: 'Tags in view that can be linked' })
  await expect(linkable.getByRole('option')).toHaveCount(3)
  await press(parley, ...(await letters(/: Actor: the island council/)))
  await expect(parley.reader.linkWords).toHaveText([/held by/])

  await press(parley, 'Shift+F')
  await press(parley, ...(await letters(/: Claim:/)))
  await expect(question(parley, 'How are they linked?')).toBeFocused()
  const ways = page.getByRole('listbox', { name: 'How are they linked?' })
  await expect(ways.getByRole('option')).toHaveCount(2)
  await press(parley, '2')
  await expect
    .poll(() => statements(parley))
    .toEqual([`the island council holds ${position}`, `${claim} opposes ${position}`])

  // Now that the two are linked with it, only the other ways to link them are left.
  await press(parley, 'Shift+F')
  await expect(linkable.getByRole('option')).toHaveCount(2)
})

test('an actor of the project is found by an alias with a typo, and is what the tag means', async ({
  parley,
}) => {
  await parley.start()
  await parley.openArticle('Marchbane')
  await parley.tag('Actor', 'its')
  await press(parley, 'w')
  await expect(question(parley, 'Who is “its”?')).toBeFocused()
  await parley.page.keyboard.type('guards comander')
  const found = parley.page.getByRole('option', {
    name: /Idra Sennat, also “the Guard’s commander”/,
  })
  await expect(found).toHaveAttribute('aria-selected', 'true')
  await press(parley, 'Enter')

  await expect(parley.selectedTag.getByText('means', { exact: true })).toBeVisible()
  await expect(parley.selectedTag.getByText('Idra Sennat')).toBeVisible()
  await parley.undo()
  await expect(parley.selectedTag.getByText('means', { exact: true })).toBeHidden()
  await parley.redo()
  await expect(parley.selectedTag.getByText('means', { exact: true })).toBeVisible()
  const { annotations, actors } = setIn(await parley.exportAs('parley'))
  const mine = annotations.find(({ target }) => target[0]?.quote === 'its')
  const meant = actors.find(({ id }) => id === mine?.means)
  expect(meant?.name).toBe('Idra Sennat')
})

test('an actor of the project makes a claim without a tag yet: the words that name them get one', async ({
  parley,
}) => {
  await parley.start()
  await parley.openArticle('Marchbane')
  await parley.tag('Claim', '“We will talk to anyone, but not with a gun on the table,”')
  const before = await parley.tags.count()
  await press(parley, 'w')
  await expect(parley.page.getByText('No actor is tagged in this article yet.')).toBeVisible()
  await parley.page.keyboard.type('kelemn')
  await expect(parley.page.getByRole('option', { name: /^Davor Kelemin, named here/ })).toBeVisible()
  await press(parley, 'Enter', 'Escape')

  await expect(parley.selectedTag.getByRole('heading', { name: 'Claim' })).toBeVisible()
  await expect(parley.reader.linkWords).toHaveText([/made by/])
  await expect(parley.selectedTag.getByRole('button', { name: 'Actor Davor Kelemin' })).toBeVisible()
  await expect(parley.tags).toHaveCount(before + 1)
  await parley.undo()
  await expect(parley.reader.linkWords).toHaveCount(0)
  await parley.undo()
  await parley.undo()
  await expect(parley.tags).toHaveCount(before)
})

test('a claim is made by a new actor, or by nobody who can be told, and that is not asked again', async ({
  parley,
}) => {
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Claim', claim)
  const { page } = parley
  await press(parley, 'w')
  await page.keyboard.type('Dorian Pell')
  await expect(
    page.getByRole('option', { name: /^New actor “Dorian Pell”, person, named here/ }),
  ).toBeVisible()
  await press(parley, 'Enter')
  await expect(parley.reader.linkWords).toHaveText([/made by/])
  await expect(parley.selectedTag.getByRole('button', { name: 'Actor Dorian Pell' })).toBeVisible()
  await expect(parley.tags).toHaveCount(2)

  await parley.tag('Actor', 'the island council')
  await press(parley, 'w')
  await page.getByRole('option', { name: 'Cannot tell who is meant' }).click()
  await expect(parley.notice('It cannot be told who is meant')).toBeVisible()
  await expect(parley.selectedTag).toContainText('cannot be told')
  await press(parley, 'w')
  await expect(page.getByRole('option', { name: 'Cannot tell who is meant, set now' })).toBeVisible()
  await press(parley, 'Escape')
  await parley.selectedTag.getByRole('button', { name: 'Take back that it cannot be told' }).click()
  await expect(parley.selectedTag).not.toContainText('cannot be told')
})

test('the values of a tag are set one after another by a letter, a digit or in words', async ({ parley }) => {
  await startBeforeClaim(parley)
  await press(parley, '3', 'q')
  await expect(question(parley, 'Speech?')).toBeFocused()
  await press(parley, 'i', '2', 'Enter')
  await expect(question(parley, 'Said on?')).toBeFocused()
  await parley.page.keyboard.type('yesterday')
  await press(parley, 'Enter')
  await expect(parley.page.getByRole('alert')).toContainText('2031-03-12')
  await question(parley, 'Said on?').fill('2031-05-03')
  await press(parley, 'Enter', '4')
  await expect(parley.reader.article.locator('.text')).toBeFocused()

  const { annotations } = setIn(await parley.exportAs('parley'))
  expect(annotations.find(({ label }) => label === 'claim')?.attributes).toEqual({
    speech: 'indirect',
    type: 'demand',
    said: '2031-05-03',
    confidence: 4,
  })
})

test('a key that is held answers one question, and no more', async ({ parley }) => {
  await startBeforeClaim(parley)
  await parley.tagByKey('Claim')
  await press(parley, 'w')
  await expect(question(parley, 'Made by whom?')).toBeFocused()
  for (let times = 0; times < 5; times++) await parley.page.keyboard.down('Enter')
  await parley.page.keyboard.up('Enter')
  await expect(question(parley, 'Supports or opposes what?')).toBeFocused()
  await press(parley, 'Escape')
  expect(await statements(parley)).toHaveLength(1)
})
