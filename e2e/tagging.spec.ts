import type { Locator } from '@playwright/test'
import { setIn } from './sets'
import { expect, test, type Workbench } from './workbench'

/** The selected tag as the inspector shows it: "Actor breakfast table". */
async function expectSelected(parley: Workbench, label: string, words: string): Promise<void> {
  await expect(parley.selectedTag.getByRole('heading')).toHaveText(label)
  await expect(parley.selectedTag.getByRole('paragraph').first()).toHaveText(words)
}

/** How the entries of the list "Tags" are named. */
const names = (tags: Locator) => tags.evaluateAll((items) => items.map(({ ariaLabel }) => ariaLabel))

test('tags that overlap, nest and coincide are all drawn, and each is reached by clicks and keys', async ({
  parley,
}) => {
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  const demand = 'called the demand “a gun on the breakfast table”'
  await parley.tag('Claim', demand)
  await parley.tag('Position', '“a gun on the breakfast table”')
  await parley.tag('Actor', 'breakfast table')
  await parley.tag('Position', 'breakfast table')
  await parley.tag('Claim', 'Dorian Pell, called')
  await expect(reader.tags).toHaveCount(5)
  expect(await reader.misplacedTags()).toEqual([])
  await page.keyboard.press('Escape')
  await expect(parley.selectedTag).toBeHidden()

  await test.step('each click on the same word goes one tag outward, and then begins again', async () => {
    const outward = [
      ['Actor', 'breakfast table'],
      ['Position', 'breakfast table'],
      ['Position', '“a gun on the breakfast table”'],
      ['Claim', demand],
      ['Actor', 'breakfast table'],
    ] as const
    for (const [label, words] of outward) {
      await reader.click('breakfast')
      await expectSelected(parley, label, words)
    }
  })
  await test.step('J and K go through them in text order', async () => {
    await page.keyboard.press('K')
    await expectSelected(parley, 'Position', '“a gun on the breakfast table”')
    await page.keyboard.press('K')
    await expectSelected(parley, 'Claim', demand)
    await page.keyboard.press('K')
    await expectSelected(parley, 'Claim', 'Dorian Pell, called')
    await page.keyboard.press('J')
    await expectSelected(parley, 'Claim', demand)
  })
  await test.step('Enter on a tag that has the focus selects it', async () => {
    await reader.tag('Actor: breakfast table').focus()
    await page.keyboard.press('Enter')
    await expectSelected(parley, 'Actor', 'breakfast table')
  })
})

test('a tag gets another label and a note, is deleted, and all of that is undone and redone', async ({
  parley,
}) => {
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.selectedTag.getByRole('radio', { name: 'Claim' }).click()
  await expect(reader.tag('Claim: Dorian Pell')).toBeVisible()

  await parley.selectedTag.getByRole('textbox', { name: 'Note' }).fill('Chairs the council.')
  await page.keyboard.press('Control+Enter')
  await parley.saved()

  await reader.click('council’s chair')
  await page.keyboard.press('Escape')
  await reader.click('Dorian')
  await page.keyboard.press('Delete')
  await expect(reader.tags).toHaveCount(0)
  await expect(parley.tags).toHaveCount(0)

  await parley.undo()
  await expect(reader.tag('Claim: Dorian Pell')).toBeVisible()
  await expect(parley.selectedTag.getByRole('textbox', { name: 'Note' })).toHaveValue('Chairs the council.')
  await parley.undo()
  await expect(parley.selectedTag.getByRole('textbox', { name: 'Note' })).toHaveValue('')
  await parley.undo()
  await expect(reader.tag('Actor: Dorian Pell')).toBeVisible()
  await parley.undo()
  await expect(reader.tags).toHaveCount(0)

  for (const _ of 'four') await parley.redo()
  await expect(parley.tags).toHaveCount(0)
  await parley.undo()
  await expect(parley.selectedTag.getByRole('textbox', { name: 'Note' })).toHaveValue('Chairs the council.')
})

test('a claim’s attributes are set, found again after a restart, and exported', async ({ parley }) => {
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Claim', 'the timetable would stand')
  const field = (name: string) => parley.selectedTag.getByLabel(name, { exact: true })
  await field('Speech').selectOption('Indirect')
  await field('Type').selectOption('Promise')
  await field('Speaker is').selectOption('Certain')
  await field('You are').selectOption('Fairly sure')
  await field('Said on').fill('2031-05')
  await parley.page.keyboard.press('Enter')
  await expect(field('Said on')).toHaveValue('2031-05')
  await parley.saved()

  await parley.restart()
  await parley.reader.click('would stand')
  await expect(field('Speech')).toHaveValue('indirect')
  const [tag] = setIn(await parley.exportAs('parley')).annotations
  expect(tag?.attributes).toEqual({
    speech: 'indirect',
    type: 'promise',
    certainty: 'certain',
    confidence: 3,
    said: '2031-05',
  })
})

test('undo and redo go back and forth between articles', async ({ parley }) => {
  await parley.startWith('ferry-strike.txt', 'quota-vote.txt')
  const [ferry, quota] = ['Ferry crews give the islands', 'Herring quota passes by one vote']
  const { reader } = parley
  await parley.openArticle(ferry)
  await parley.tag('Actor', 'Dorian Pell')
  await parley.openArticle(quota)
  await parley.tag('Claim', 'sent its bill')
  await parley.openArticle(ferry)

  await parley.undo()
  await expect(reader.article).toHaveAccessibleName(quota)
  await expect(parley.tags).toHaveCount(0)
  await parley.undo()
  await expect(reader.article).toHaveAccessibleName(/^Ferry crews/)
  await expect(parley.tags).toHaveCount(0)
  await parley.redo()
  await expect(reader.tag('Actor: Dorian Pell')).toBeVisible()
  await parley.redo()
  await expect(reader.article).toHaveAccessibleName(quota)
  await expect(reader.tag('Claim: sent its bill')).toBeVisible()
})

test('a drag takes whole words, with Alt the very characters, and Shift with a click goes on', async ({
  parley,
}) => {
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  await reader.drag('stop sail', { to: 'Friday unl' })
  expect(await reader.selected()).toBe('stop sailing on Friday unless')
  await page.keyboard.press('Escape')

  await reader.drag('op sail', { alt: true })
  expect(await reader.selected()).toBe('op sail')
  await page.keyboard.press('Escape')

  await reader.doubleClick('timetable')
  expect(await reader.selected()).toBe('timetable')
  await reader.shiftClickAfter('their speaker')
  expect(await reader.selected()).toBe('timetable, their speaker')

  await page.keyboard.press('Escape')
  await expect(reader.toolbar).toBeHidden()
  expect(await reader.selected()).toBe('')
})

test('a drag whose end nobody told us of is over, and the pointer selects no more', async ({ parley }) => {
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  const words = (await reader.boxesOf('The crews'))[0]!
  const far = (await reader.boxesOf('not one has signed'))[0]!
  await page.mouse.move(words.left + 1, words.top + 8)
  await page.mouse.down()
  await page.mouse.move(words.right - 1, words.top + 8)
  await expect.poll(() => reader.selected()).toBe('The crews')
  await reader.article.dispatchEvent('mousemove', { clientX: far.right, clientY: far.top + 8, buttons: 0 })
  await page.mouse.move(far.right - 1, far.top + 8)
  expect(await reader.selected()).toBe('The crews')
})

test('by key, a selection grows to sentence and paragraph and back, and goes by characters', async ({
  parley,
}) => {
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  await reader.walkTo('council has not answered')
  await page.keyboard.press('s')
  expect(await reader.selected()).toBe('council')
  await page.keyboard.press('s')
  expect(await reader.selected()).toBe('The council has not answered.')
  await page.keyboard.press('s')
  expect(await reader.selected()).toMatch(/^Mediators .* The council has not answered\.$/)
  await page.keyboard.press('Shift+S')
  expect(await reader.selected()).toBe('The council has not answered.')

  await reader.walkTo('if the timetable')
  await page.keyboard.press('Alt+ArrowLeft')
  await page.keyboard.press('Shift+ArrowRight')
  expect(await reader.selected()).toBe('“if')
})

test('the tags of others stand beside mine, to be read and not to be changed', async ({ parley }) => {
  await parley.start()
  const { reader, page } = parley
  await parley.openArticle('Two ministers, one customs house')
  const beside = page.getByRole('combobox', { name: 'Tags shown beside mine' })
  await beside.selectOption('alone')
  await expect(reader.tags).toHaveCount(0)
  await beside.selectOption('with Ines Holloway’s')
  await expect(reader.tags.first()).toBeVisible()
  expect(await reader.misplacedTags()).toEqual([])
  const [first] = await names(parley.tags)
  expect(first).toMatch(/tag of Ines Holloway$/)

  await parley.tags.first().getByRole('button').click()
  await expect(parley.selectedTag).toContainText('A tag of Ines Holloway. You can read it')
  await expect(parley.selectedTag.getByRole('radio')).toHaveCount(0)
  await expect(parley.selectedTag.getByRole('textbox')).toHaveCount(0)
  const count = await parley.tags.count()
  await page.keyboard.press('Delete')
  await expect(parley.tags).toHaveCount(count)
})

test('a label that is hidden in the legend is hidden in the text, and stays in the list', async ({
  parley,
}) => {
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.tag('Claim', 'the timetable would stand')
  const legend = page.getByRole('group', { name: 'Labels shown' })
  await legend.getByRole('button', { name: 'Actor' }).click()
  await expect(reader.tags).toHaveCount(1)
  await expect(parley.tags).toHaveCount(2)
  await legend.getByRole('button', { name: 'Actor' }).click()
  await expect(reader.tags).toHaveCount(2)

  await page.getByRole('button', { name: 'Only Claim' }).click()
  await expect(parley.tags).toHaveCount(1)
  expect(await names(parley.tags)).toEqual(['Claim: the timetable would stand'])
})

test('the context menu changes and deletes the tag under the pointer', async ({ parley }) => {
  const { reader, page } = await parley.startReading('quota-vote.txt')
  await parley.tag('Actor', 'Netmakers’ Union')
  await reader.click('Netmakers’', { button: 'right' })
  await page.getByRole('menuitem', { name: 'Position' }).click()
  await expect(reader.tag('Position: Netmakers’ Union')).toBeVisible()
  await reader.click('Netmakers’', { button: 'right' })
  await page.getByRole('menuitem', { name: 'Write a note' }).click()
  await expect(parley.selectedTag.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await reader.click('Netmakers’', { button: 'right' })
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await expect(reader.tags).toHaveCount(0)
})
