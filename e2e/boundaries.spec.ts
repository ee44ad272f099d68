import { setIn } from './sets'
import { expect, test, type Workbench } from './workbench'

/** The words of each part of the only tag, as the project has them. */
async function partsOf(parley: Workbench): Promise<readonly string[]> {
  await parley.saved()
  const [tag] = setIn(await parley.exportAs('parley')).annotations
  return tag!.target.map(({ quote }) => quote)
}

test('by key, a tag gets other boundaries, a further part, loses words, and all of that is undone', async ({
  parley,
}) => {
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  await reader.selectByKey('a gun on the breakfast')
  await page.keyboard.press('3')
  await expect(reader.tag('Claim: a gun on the breakfast')).toBeVisible()

  await test.step('E takes its words, any unit extends them, X moves the other end, Enter sets them', async () => {
    await page.keyboard.press('e')
    await expect(page.getByRole('status', { name: 'What selecting does' })).toContainText('New boundaries')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('x')
    await page.keyboard.press('Shift+ArrowLeft')
    await page.keyboard.press('Enter')
    await expect(reader.tag('Claim: demand “a gun on the breakfast table')).toBeVisible()
    await expect(reader.toolbar).toBeHidden()
  })
  await test.step('Escape leaves them as they are', async () => {
    await page.keyboard.press('e')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('status', { name: 'What selecting does' })).toBeEmpty()
    await expect(reader.tag('Claim: demand “a gun on the breakfast table')).toBeVisible()
  })
  await test.step('+ adds words as a part, - takes words out of the middle', async () => {
    await reader.selectByKey('would stand')
    await page.keyboard.press('+')
    await expect(reader.tag('Claim: demand “a gun on the breakfast table … would stand')).toBeVisible()
    await reader.selectByKey('gun on the')
    await page.keyboard.press('-')
    await expect(reader.tag('Claim: demand “a … breakfast table … would stand')).toBeVisible()
  })
  await test.step('E goes from part to part', async () => {
    await reader.walkTo('would stand')
    await page.keyboard.press('e')
    expect(await reader.selected()).toBe('would stand')
    await page.keyboard.press('e')
    expect(await reader.selected()).toBe('demand “a')
    await page.keyboard.press('Escape')
  })
  await test.step('nothing is left to take', async () => {
    await reader.selectByKey('demand “a gun on the breakfast table” and said that the timetable would stand')
    await page.keyboard.press('-')
    await expect(parley.notice('Nothing would be left of the tag, so it stays as it is.')).toBeVisible()
    await page.keyboard.press('Escape')
  })
  expect(await partsOf(parley)).toEqual(['demand “a', 'breakfast table', 'would stand'])
  await test.step('and each was one step', async () => {
    await reader.focus()
    for (const _ of ['-', '+', 'Enter']) await parley.undo()
    await expect(reader.tag('Claim: a gun on the breakfast')).toBeVisible()
    for (const _ of ['Enter', '+', '-']) await parley.redo()
    await expect(reader.tag('Claim: demand “a … breakfast table … would stand')).toBeVisible()
  })
})

test('the ends of the selected tag are dragged by words, with Alt by characters, and Escape leaves them', async ({
  parley,
}) => {
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'council’s chair')
  const grips = page.locator('.grip')
  await expect(grips).toHaveCount(2)
  for (const grip of await grips.all()) {
    const { width, height } = (await grip.boundingBox())!
    expect(Math.min(width, height)).toBeGreaterThanOrEqual(24)
  }
  /** Drags a grip over to the end of some words, and lets it go there unless it is said otherwise. */
  const drag = async (
    grip: 0 | 1,
    words: string,
    { letGo = true, edge = 'right' }: { letGo?: boolean; edge?: 'left' | 'right' } = {},
  ) => {
    const to = (await reader.boxesOf(words))[0]!
    const from = (await grips.nth(grip).boundingBox())!
    const [x, y] = [from.x + from.width / 2, from.y + from.height / 2 + 4]
    await page.mouse.move(x, y)
    await page.mouse.down()
    await page.mouse.move(to[edge] + (edge === 'right' ? -2 : 2), y, { steps: 4 })
    if (letGo) await page.mouse.up()
  }

  await drag(1, 'Dorian Pell, called')
  await expect(reader.tag('Actor: council’s chair, Dorian Pell, called')).toBeVisible()
  await drag(0, 'The council’s chair', { edge: 'left' })
  await expect(reader.tag('Actor: The council’s chair, Dorian Pell, called')).toBeVisible()

  await test.step('what it would be is drawn before it is so', async () => {
    await drag(1, 'Dorian', { letGo: false })
    await expect(reader.tag('Actor: The council’s chair, Dorian')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(reader.tag('Actor: The council’s chair, Dorian Pell, called')).toBeVisible()
    await page.mouse.up()
    await expect(reader.tag('Actor: The council’s chair, Dorian Pell, called')).toBeVisible()
  })
  await test.step('with Alt, single characters', async () => {
    await page.keyboard.down('Alt')
    await drag(1, 'The council’s chair, Dorian Pe')
    await page.keyboard.up('Alt')
    await expect(reader.tag('Actor: The council’s chair, Dorian Pe')).toBeVisible()
  })
  await test.step('a click on a grip is one on the text', async () => {
    const box = (await grips.nth(1).boundingBox())!
    await page.mouse.click(box.x + 12, box.y + 12)
    await expect(reader.tag('Actor: The council’s chair, Dorian Pe')).toBeVisible()
  })
  await reader.focus()
  for (let drags = 0; drags < 3; drags++) await parley.undo()
  await expect(reader.tag('Actor: council’s chair')).toBeVisible()
})

test('the boundaries of a tag that is deleted are not asked for any more, until it is there again', async ({
  parley,
}) => {
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  const mode = page.getByRole('status', { name: 'What selecting does' })
  await reader.selectByKey('Dorian')
  await parley.tagByKey('Actor')
  await page.keyboard.press('e')
  await page.keyboard.press('Shift+ArrowRight')
  await expect(mode).toHaveText('New boundaries · Enter or Esc')
  await page.keyboard.press('Delete')
  await expect(mode).toBeEmpty()
  await parley.undo()
  await expect(mode).toHaveText('New boundaries · Enter or Esc')
  await page.keyboard.press('Enter')
  await expect(reader.tag('Actor: Dorian Pell')).toBeVisible()
})
