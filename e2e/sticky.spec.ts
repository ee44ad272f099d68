import { expect, test } from './workbench'

test('with a sticky label every selection is tagged until Escape, in the next article too', async ({
  parley,
}) => {
  await parley.startWith('ferry-strike.txt', 'quota-vote.txt')
  const { reader, page } = parley
  const mode = page.getByRole('status', { name: 'What selecting does' })
  await parley.openArticle('Ferry crews give the islands')
  await reader.focus()
  await page.keyboard.press('Alt+1')
  await expect(mode).toHaveText(/Tagging: Actor · Esc ends it$/)

  await test.step('by mouse at once', async () => {
    await reader.dragOnly('Dorian Pell')
    await expect(reader.tag('Actor: Dorian Pell')).toBeVisible()
    await reader.doubleClick('mainland')
    await expect(reader.tag('Actor: mainland')).toBeVisible()
  })
  await test.step('a whole paragraph by three clicks, and not its word first', async () => {
    const before = await parley.tags.count()
    await reader.click('lighthouse', { times: 3 })
    await expect(reader.tag(/^Actor: .{40}/)).toBeVisible()
    await expect(parley.tags).toHaveCount(before + 1)
    await parley.undo()
    await expect(parley.tags).toHaveCount(before)
  })
  await test.step('by key when Enter says so, and not while one only extends', async () => {
    await reader.selectByKey('The crews')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Shift+ArrowLeft')
    await expect(parley.tags).toHaveCount(2)
    await page.keyboard.press('Enter')
    await expect(reader.tag('Actor: The crews')).toBeVisible()
  })
  await test.step('in another article as well', async () => {
    await parley.openArticle('Herring quota passes by one vote')
    await expect(mode).toHaveText(/Tagging: Actor/)
    await reader.dragOnly('Netmakers’ Union')
    await expect(reader.tag('Actor: Netmakers’ Union')).toBeVisible()
  })
  await test.step('until Escape', async () => {
    await page.keyboard.press('Escape')
    await expect(mode).toBeEmpty()
    await reader.drag('sent its bill')
    await expect(parley.tags).toHaveCount(1)
    await page.keyboard.press('Escape')
  })
  await test.step('and another label in its place', async () => {
    await page.keyboard.press('Alt+1')
    await page.keyboard.press('Alt+3')
    await expect(mode).toHaveText(/Tagging: Claim/)
    await reader.dragOnly('sent its bill')
    await expect(reader.tag('Claim: sent its bill')).toBeVisible()
    await page.keyboard.press('Alt+3')
    await expect(mode).toBeEmpty()
  })
})
