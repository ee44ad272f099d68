import { appendFileSync, readdirSync } from 'node:fs'
import { banner, openHistory, tagHistory, writeHistory } from './histories'
import { expect, test, type Workbench } from './workbench'

const claim = 'the timetable would stand'

/** A claim that became a position with a note, and an actor. */
async function startWithWork(parley: Workbench): Promise<void> {
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.tag('Claim', claim)
  await parley.selectedTag.getByRole('radio', { name: 'Position' }).click()
  await expect(parley.selectedTag.getByRole('heading', { name: 'Position' })).toBeVisible()
  await parley.selectedTag.getByRole('textbox', { name: 'Note' }).fill('Said on the quay.')
  await parley.page.keyboard.press('Control+Enter')
  await parley.saved()
}

test('what happened to a tag can be read, seen as it was, and brought back; all of it outlives a restart', async ({
  parley,
}) => {
  await startWithWork(parley)
  const { page, reader } = parley
  await parley.rename('Ada Quill')
  await parley.selectedTag.getByRole('button', { name: 'Delete tag' }).click()
  await expect(parley.tags).toHaveCount(1)
  await parley.undo()
  await expect(parley.tags).toHaveCount(2)

  const told = [
    /Undone.*There again, as position.*Ada Quill.*today \d\d:\d\d/s,
    /Deleted.*Ada Quill/s,
    /Note: none → “Said on the quay\.”/,
    /Label: claim → position/,
    /Tagged as claim/,
  ]
  await test.step('the history of the tag says who, when, from what', async () => {
    const steps = await tagHistory(parley)
    await expect(steps).toHaveText(told)
    await expect(steps.first().locator('time')).toHaveAttribute(
      'title',
      /^\w+day \d+ \w+ \d{4}, \d\d:\d\d:\d\d$/,
    )
  })

  await test.step('as it was before the label changed', async () => {
    const steps = await tagHistory(parley)
    await steps.filter({ hasText: 'Tagged as claim' }).getByRole('button').click()
    await expect(banner(parley)).toContainText(/As it was on \d+ \w+ \d{4}, \d\d:\d\d/)
    await expect(banner(parley)).toContainText('2 tags then, 2 now: 1 changed')
    await expect(reader.tag(`Claim: ${claim}`)).toBeVisible()
    await expect(parley.tags.filter({ hasText: claim })).toHaveAccessibleName(
      `Claim: ${claim}, changed since`,
    )
    await expect(parley.selectedTag.getByRole('textbox')).toHaveCount(0)
  })

  await test.step('brought back, taken back, and brought back again', async () => {
    await banner(parley).getByRole('button', { name: 'Bring back my tags…' }).click()
    const dialog = parley.dialog('Bring back my tags')
    await expect(dialog.getByRole('group', { name: 'Change 1' })).toContainText(
      'Label: position → claimNote: “Said on the quay.” → none',
    )
    await dialog.getByRole('button', { name: 'Bring back' }).click()
    await expect(parley.notice(/^Brought back from .*: 1 tag changed\.$/)).toBeVisible()
    await expect(banner(parley)).toBeHidden()
    await expect(reader.tag(`Claim: ${claim}`)).toBeVisible()
    await page.locator('[aria-live]').getByRole('button', { name: /^Undo/ }).click()
    await expect(reader.tag(`Position: ${claim}`)).toBeVisible()
    await parley.redo()
    await expect(reader.tag(`Claim: ${claim}`)).toBeVisible()
    await parley.saved()
  })

  await test.step('after a restart', async () => {
    await parley.restart()
    await expect(reader.tag(`Claim: ${claim}`)).toBeVisible()
    await parley.tags.filter({ hasText: claim }).click()
    await expect(await tagHistory(parley)).toHaveText([
      /Done again.*Label: position → claim/s,
      /Undone.*Label: claim → position/s,
      /Brought back.*Label: position → claim.*Note: “Said on the quay\.” → none/s,
      ...told,
    ])
  })
})

test('an article as it was can only be read: keys and menus are refused, and Escape leaves', async ({
  parley,
}) => {
  await startWithWork(parley)
  const { page, reader } = parley
  await parley.selectedTag.getByRole('textbox', { name: 'Note' }).fill('Said on the quay, twice.')
  await parley.chooseInMenu('History of the Article…')
  await parley.dialog('History of').getByRole('button', { name: 'After this step' }).click()
  await expect(banner(parley)).toBeVisible()
  const refused = parley.notice(
    'This is the article as it was. It can be read, not changed. Press Esc to go back to now.',
  )

  for (const refuse of [
    async () => {
      await reader.doubleClick('wheelhouse')
      await page.keyboard.press('1')
    },
    () => parley.undo(),
    async () => {
      await parley.tags.filter({ hasText: claim }).click()
      await page.keyboard.press('Delete')
    },
    () => reader.click('Dorian Pell', { button: 'right' }),
  ]) {
    await refuse()
    await expect(refused).toBeVisible()
    await page.getByRole('button', { name: 'Close this message' }).click()
    await expect(refused).toBeHidden()
  }
  await expect(reader.toolbar).toBeHidden()
  await expect(parley.tags).toHaveCount(2)

  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(banner(parley)).toBeHidden()
  await parley.tags.filter({ hasText: claim }).click()
  await expect(parley.selectedTag.getByRole('textbox', { name: 'Note' })).toHaveValue(
    'Said on the quay, twice.',
  )
  await parley.saved()
})

test('step by step, by button, slider and date, to before the first tag and back', async ({ parley }) => {
  await startWithWork(parley)
  const { page, reader } = parley
  const { dialog } = await openHistory(parley)
  await dialog.getByRole('button', { name: 'Before this step' }).click()
  await expect(banner(parley)).toContainText('Step 3 of 4')
  await expect(reader.tag(`Position: ${claim}`)).toBeVisible()

  const earlier = banner(parley).getByRole('button', { name: 'Earlier step' })
  await earlier.click()
  await expect(banner(parley)).toContainText('Step 2 of 4')
  await earlier.click()
  await expect(parley.tags).toHaveCount(1)
  await earlier.click()
  await expect(banner(parley)).toContainText('Before the first step')
  await expect(parley.tags).toHaveCount(0)
  await expect(earlier).toHaveAttribute('title', 'Nothing was there before.')
  await banner(parley).getByRole('button', { name: 'Later step' }).click()
  await expect(banner(parley)).toContainText('1 tag then, 2 now: 1 new')

  const slider = banner(parley).getByRole('slider', { name: 'Step' })
  await slider.focus()
  await page.keyboard.press('End')
  await expect(banner(parley)).toContainText('Step 4 of 4')
  await expect(banner(parley)).toContainText('2 tags then, 2 now, all the same')
  await page.keyboard.press('Escape')
  await expect(banner(parley)).toBeHidden()

  const again = await openHistory(parley)
  const when = again.dialog.getByLabel('As it was on')
  await when.fill('1/1/2001')
  await when.press('Enter')
  await expect(again.dialog.getByRole('alert')).toHaveText(
    'A date is needed, as 2031-03-12 or 2031-03-12 14:05.',
  )
  await when.fill('2001-01-01 12:00')
  await again.dialog.getByRole('button', { name: 'Show', exact: true }).click()
  await expect(banner(parley)).toContainText('As it was on 1 January 2001, 12:00')
  await expect(parley.tags).toHaveCount(0)
  await banner(parley).getByRole('button', { name: 'Back to now' }).click()
  await expect(parley.tags).toHaveCount(2)
})

test('of what was deleted one tag is brought back with its link, and another is not', async ({ parley }) => {
  await startWithWork(parley)
  const { page, reader } = parley
  await parley.tag('Actor', 'Ferry crews')
  await parley.tags.filter({ hasText: claim }).click()
  await parley.selectedTag.getByRole('button', { name: 'held by: choose a tag' }).click()
  await page.getByRole('option', { name: 'Dorian Pell' }).click()
  await expect(page.getByText('3 tags · 1 link')).toBeVisible()
  await page.keyboard.press('Escape')
  for (const words of ['Ferry crews', claim]) {
    await parley.tags.filter({ hasText: words }).click()
    await parley.selectedTag.getByRole('button', { name: 'Delete tag' }).click()
  }
  await expect(parley.tags).toHaveCount(1)

  const { dialog, steps, step } = await openHistory(parley)
  await steps.filter({ hasText: 'Deleted, with 1 link' }).getByRole('button').click()
  await expect(step).toContainText('This tag is not there any more.')
  await steps.filter({ hasText: 'Linked: holds' }).getByRole('button').click()
  await dialog.getByRole('button', { name: 'After this step' }).click()
  await expect(parley.tags.filter({ hasText: 'gone' })).toHaveCount(2)

  await banner(parley).getByRole('button', { name: 'Bring back my tags…' }).click()
  const preview = parley.dialog('Bring back my tags').getByRole('group', { name: 'Come back 2' })
  await expect(preview.getByRole('checkbox')).toHaveCount(2)
  await preview.getByRole('checkbox', { name: 'Ferry crews' }).click()
  await page.getByRole('button', { name: 'Bring back 1 of 2' }).click()
  await expect(parley.notice(/: 1 tag came back\.$/)).toBeVisible()
  await expect(page.getByText('2 tags · 1 link')).toBeVisible()
  await expect(reader.tag(`Position: ${claim}`)).toBeVisible()
  await parley.undo()
  await expect(page.getByText('1 tag · 0 links')).toBeVisible()
})

test('the history of an article tells everybody’s steps, however many there are', async ({ parley }) => {
  await startWithWork(parley)
  await parley.quit()
  writeHistory(parley, 'Jonas Reed', 'Ferry crews will stop', 5000)
  await parley.startAgain()
  const { page, reader } = parley
  await expect(reader.article).toBeVisible()

  const { dialog, steps, step } = await openHistory(parley)
  await expect(dialog).toContainText('5,004 steps')
  expect(await steps.count(), 'rows that are drawn').toBeLessThan(120)
  await page.keyboard.press('End')
  await expect(step).toContainText('Tagged as claim')
  await expect(steps.filter({ hasText: 'Tagged as claim' }).first().getByRole('button')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(step).toContainText('Note: none → “Reading 2”')

  await dialog.getByRole('combobox', { name: 'Whose steps' }).selectOption('Jonas Reed’s steps')
  await expect(step).toContainText('Note: none → “Reading 2”')
  await steps.getByRole('button').and(page.locator('[tabindex="0"]')).focus()
  await page.keyboard.press('Home')
  await expect(step).toContainText('Note: “Reading 4999” → “Reading 5000”')
  await step.getByRole('button', { name: 'Go to the tag' }).click()
  await expect(dialog).toBeHidden()
  await expect(parley.selectedTag).toContainText('A tag of Jonas Reed')
  await expect(reader.tag('Claim: Ferry crews will stop')).toBeVisible()
})

test('lines that cannot be read are counted, and the rest is told', async ({ parley }) => {
  await startWithWork(parley)
  await parley.quit()
  const log = readdirSync(parley.desk.path('project', 'work'), { recursive: true, encoding: 'utf8' }).find(
    (file) => file.endsWith('.log'),
  )!
  appendFileSync(parley.desk.path('project', 'work', log), 'not a step\n')
  await parley.startAgain()
  await expect(parley.reader.article).toBeVisible()
  const { dialog, steps } = await openHistory(parley)
  await expect(dialog).toContainText(
    'One step could not be read and is missing here. The tags themselves are safe.',
  )
  await expect(steps).toHaveCount(4)
})
