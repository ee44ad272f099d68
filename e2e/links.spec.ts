import { setIn } from './sets'
import { expect, test, type Workbench } from './workbench'

const claim = 'the timetable would stand'

/** Two actors and a claim between them, the claim selected. */
async function startWithClaim(parley: Workbench): Promise<void> {
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.tag('Actor', 'Ferry crews')
  await parley.tag('Claim', claim)
}

/** The field in which the tag at the other end of a link is chosen. */
const choice = (parley: Workbench, phrase: string) =>
  parley.selectedTag.getByRole('combobox', { name: `${phrase}: choose a tag` })

/** A linked tag in the inspector, which a click selects. */
const linked = (parley: Workbench, words: string) =>
  parley.selectedTag.getByRole('button', { name: words }).and(parley.page.locator('[title]')).first()

test('by mouse, a claim gets its actor and whom it addresses, drawn beside the text', async ({ parley }) => {
  await startWithClaim(parley)
  const { page } = parley
  await parley.selectedTag.getByRole('button', { name: 'made by: choose a tag' }).click()
  await page.getByRole('option', { name: 'Dorian Pell' }).click()
  await expect(linked(parley, 'Dorian Pell')).toBeVisible()
  await parley.selectedTag.getByRole('button', { name: 'addressed to: choose a tag' }).click()
  await page
    .getByRole('listbox', { name: 'addressed to: choose a tag' })
    .getByRole('option', { name: 'Ferry crews' })
    .click()
  await expect(linked(parley, 'Ferry crews')).toBeVisible()

  await expect(parley.reader.linkWords).toHaveText([/made by/, /addressed to/])
  await expect(parley.tags.filter({ hasText: claim })).toHaveAccessibleName(
    `Claim: ${claim}, made by Dorian Pell`,
  )
  await parley.saved()
  const { links, annotations } = setIn(await parley.exportAs('parley'))
  const quote = (id: string) => annotations.find((tag) => tag.id === id)?.target[0]?.quote
  expect(links.map(({ type, from, to }) => [quote(from), type, quote(to)])).toEqual([
    ['Dorian Pell', 'makes', claim],
    [claim, 'addresses', 'Ferry crews'],
  ])

  await linked(parley, 'Dorian Pell').click()
  await expect(parley.selectedTag.getByRole('heading')).toHaveText('Actor')
  await expect(parley.reader.linkWords).toHaveText([/makes/])
})

test('by key, a claim gets its actor and whom it addresses; undo takes them back', async ({ parley }) => {
  await startWithClaim(parley)
  const { page } = parley
  for (const [phrase, words] of [
    ['made by', 'Dorian'],
    ['addressed to', 'Ferry'],
  ] as const) {
    await parley.selectedTag.getByRole('button', { name: `${phrase}: choose a tag` }).focus()
    await page.keyboard.press('Enter')
    await expect(choice(parley, phrase)).toBeFocused()
    await page.keyboard.type(words)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(linked(parley, words)).toBeVisible()
  }
  await expect(parley.reader.linkWords).toHaveText([/made by/, /addressed to/])

  await parley.undo()
  await expect(parley.reader.linkWords).toHaveText([/made by/])
  await parley.undo()
  await expect(parley.reader.linkWords).toHaveCount(0)
  await parley.redo()
  await expect(parley.reader.linkWords).toHaveText([/made by/])

  await parley.selectedTag.getByRole('button', { name: 'Remove the link made by Dorian Pell' }).click()
  await expect(parley.reader.linkWords).toHaveCount(0)
})

test('deleting a tag takes its links along, and undo brings all of it back', async ({ parley }) => {
  await startWithClaim(parley)
  const { page } = parley
  await parley.selectedTag.getByRole('button', { name: 'made by: choose a tag' }).click()
  await page.getByRole('option', { name: 'Dorian Pell' }).click()
  await linked(parley, 'Dorian Pell').click()
  await expect(parley.selectedTag.getByRole('heading')).toHaveText('Actor')
  await parley.selectedTag.getByRole('button', { name: 'Delete tag' }).click()
  await expect(parley.tags).toHaveCount(2)
  await expect(parley.page.getByText('2 tags · 0 links')).toBeVisible()

  await parley.undo()
  await expect(parley.page.getByText('3 tags · 1 link')).toBeVisible()
})
