import { expect, test, type Workbench } from './workbench'

const claim = 'the timetable would stand'

/** A claim with a chain of three sources, in which the middle one is the tag that is shown. */
async function startAtSource(parley: Workbench): Promise<void> {
  await parley.startReading('ferry-strike.txt')
  for (const actor of ['Dorian Pell', 'Northsea Wire', 'Mediators']) await parley.tag('Actor', actor)
  await parley.tag('Claim', claim)
  const { selectedTag, page } = parley
  await selectedTag.getByRole('button', { name: 'made by: choose a tag' }).click()
  await page.getByRole('option', { name: 'Dorian Pell' }).click()
  await expect(stepsOf(parley)).toHaveCount(3)
  for (const [before, source] of [
    ['Dorian Pell', 'Mediators'],
    ['Mediators', 'Northsea Wire'],
  ] as const) {
    await stepsOf(parley).filter({ hasText: before }).focus()
    await page.keyboard.press('b')
    await page.getByRole('combobox', { name: `source before ${before}: choose a tag` }).fill(source)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(stepsOf(parley).first()).toHaveText(`A${source}`)
  }
  await stepsOf(parley).filter({ hasText: 'Mediators' }).click()
  await expect(selectedTag.getByRole('heading', { name: 'Actor' })).toBeVisible()
}

const stepsOf = ({ selectedTag }: Workbench) =>
  selectedTag.getByRole('list', { name: 'Chain of sources' }).getByRole('button')

const rowOf = (parley: Workbench, words: string) =>
  parley.tags.filter({ hasText: words }).first().getByRole('button')

const chainOfClaim = async (parley: Workbench, ...names: readonly string[]) => {
  await parley.reader.tag(`Claim: ${claim}`).click()
  await expect(stepsOf(parley)).toHaveText([...names, 'this claim', ''])
}

test('a step that opens its tag keeps the focus, and Delete takes it out of the chain', async ({
  parley,
}) => {
  await startAtSource(parley)
  await expect(stepsOf(parley).filter({ hasText: 'Mediators' })).toBeFocused()
  await parley.page.keyboard.press('Delete')
  await expect(parley.notice(/^Deleted/)).toBeHidden()
  await expect(parley.tags).toHaveCount(4)
  await chainOfClaim(parley, 'ANorthsea Wire', 'ADorian Pell')
})

test('Delete at a step means the step, though another tag was chosen just before', async ({ parley }) => {
  await startAtSource(parley)
  // Quicker than hands are: before the inspector shows the claim, one is at a step of the chain.
  await rowOf(parley, claim).evaluate((row: HTMLElement) => {
    row.click()
    document.querySelector<HTMLElement>('[aria-label="Chain of sources"] button')!.focus()
  })
  await expect(stepsOf(parley)).toHaveText(['ANorthsea Wire', 'AMediators', 'ADorian Pell', 'this claim', ''])
  await parley.page.keyboard.press('Delete')
  await expect(stepsOf(parley)).toHaveText(['AMediators', 'ADorian Pell', 'this claim', ''])
  await expect(parley.tags).toHaveCount(4)
})

test('the button of a card deletes the tag that the card shows', async ({ parley }) => {
  await startAtSource(parley)
  await rowOf(parley, claim).evaluate((row: HTMLElement) => {
    row.click()
    document.querySelector<HTMLElement>('[aria-label="Delete tag"]')!.click()
  })
  await expect(parley.notice('Deleted the tag on “Mediators” and its 2 links.')).toBeVisible()
  await expect(rowOf(parley, claim)).toBeVisible()
})

test('the button that shows the next tag is there to be pressed again', async ({ parley }) => {
  await startAtSource(parley)
  const next = parley.selectedTag.getByRole('button', { name: 'Next tag' })
  const place = (await parley.selectedTag.getByText(/^\d of 4$/).textContent())!
  await next.focus()
  for (let i = 0; i < 4; i++) {
    const before = await parley.selectedTag.getByText(/^\d of 4$/).textContent()
    await parley.page.keyboard.press('Enter')
    await expect(parley.selectedTag.getByText(/^\d of 4$/)).not.toHaveText(before!)
    await expect(next).toBeFocused()
  }
  await expect(parley.selectedTag.getByText(/^\d of 4$/)).toHaveText(place)
})

test('in the list a key means what was chosen last, and the focus goes there', async ({ parley }) => {
  await startAtSource(parley)
  const rows = parley.tags.getByRole('button')
  await rows.first().click()
  await expect(parley.selectedTag.getByText('1 of 4')).toBeVisible()
  const second = (await rows.nth(1).locator('[title]').first().getAttribute('title'))!

  await test.step('the next tag by key, and Delete at once', async () => {
    await parley.page.keyboard.press('j')
    await parley.page.keyboard.press('Delete')
    await expect(parley.notice(new RegExp(`^Deleted the tag on “${second}”`))).toBeVisible()
    await expect(parley.tags).toHaveCount(3)
  })

  await test.step('undo leads to the row of the tag that is there again', async () => {
    await parley.undo()
    await expect(rows.nth(1)).toBeFocused()
  })
})
