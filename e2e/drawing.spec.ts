import type { Locator } from '@playwright/test'
import { linesOf } from './drawn'
import { expect, test, type Workbench } from './workbench'

/** Where every word of the article stands, in CSS pixels of the page. */
const words = (article: Locator) =>
  article.evaluate((element) => {
    const page = element.getBoundingClientRect()
    const nodes = document.createTreeWalker(element.querySelector('.text')!, NodeFilter.SHOW_TEXT)
    const range = new Range()
    const found: string[] = []
    for (let node = nodes.nextNode(); node; node = nodes.nextNode())
      for (const { index, 0: word } of (node.textContent ?? '').matchAll(/\S+/g)) {
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        for (const { left, top, width, height } of range.getClientRects())
          found.push(`${word} ${left - page.left} ${top - page.top} ${width} ${height}`)
      }
    return found
  })

/** Tags that nest, cross and coincide, six deep at the demand. */
const deep = [
  ['Claim', 'called the demand “a gun on the breakfast table” and said that the timetable would stand'],
  ['Position', 'the demand “a gun on the breakfast table”'],
  ['Claim', '“a gun on the breakfast table”'],
  ['Claim', 'Dorian Pell, called the demand “a gun'],
  ['Position', 'breakfast table'],
  ['Actor', 'breakfast table'],
] as const

async function tagDeep(parley: Workbench): Promise<void> {
  for (const [label, words] of deep) await parley.tag(label, words)
  await parley.page.keyboard.press('Escape')
}

test('tags in a headline lie under their words, at every size of the type', async ({ parley }) => {
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Ferry crews')
  await page.keyboard.press('Escape')
  for (let larger = 0; larger < 4; larger++) {
    await page.keyboard.press('Control+=')
    await expect.poll(() => reader.misplacedLines()).toEqual([])
  }
})

test('nothing shifts when tags come and go, at every size of the type and every leading', async ({
  parley,
}) => {
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  const untouched = await words(reader.article)
  await tagDeep(parley)
  expect(await words(reader.article)).toEqual(untouched)

  const choose = async (group: string, option: string) => {
    const settings = parley.dialog('Reading')
    await page.getByRole('button', { name: 'Reading' }).click()
    await settings.getByRole('group', { name: group }).getByRole('radio', { name: option }).check()
    await page.keyboard.press('Escape')
    await expect(settings).toBeHidden()
  }
  for (const leading of ['Tight', 'Normal', 'Loose']) {
    await choose('Leading', leading)
    for (const size of ['16', '18', '20', '22', '24']) {
      await choose('Size', `${size} pixels`)
      const tagged = await words(reader.article)
      for (const key of ['Shift+1', 'Shift+2', 'Shift+3']) await page.keyboard.press(key)
      await expect(reader.tags).toHaveCount(0)
      expect(await words(reader.article), `${size} px, ${leading}, without tags`).toEqual(tagged)
      for (const key of ['Shift+1', 'Shift+2', 'Shift+3']) await page.keyboard.press(key)
      await expect(reader.tags).toHaveCount(deep.length)
      expect(await words(reader.article), `${size} px, ${leading}, with tags`).toEqual(tagged)
    }
  }
  for (const _ of deep) await parley.undo()
  await expect(reader.tags).toHaveCount(0)
})

test('with the accessibility tree alone, every tag is reached, and says how it lies among others', async ({
  parley,
}) => {
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  await tagDeep(parley)
  await parley.tag('Actor', 'Mediators')
  await page.keyboard.press('Escape')
  const claim = `Claim: ${deep[0][1]}`
  const demand = `Position: ${deep[1][1]}`
  const gun = `Claim: ${deep[2][1]}`
  const inTextOrder = [
    [`Claim: ${deep[3][1]}`, ''],
    [claim, '2 of 2 here'],
    [demand, `2 of 3 here, inside ${claim.slice(0, claim.lastIndexOf(' ', 80))} …`],
    [gun, `1 of 4 here, inside ${demand}`],
    ['Position: breakfast table', `2 of 5 here, inside ${gun}`],
    ['Actor: breakfast table', `1 of 5 here, inside ${gun}`],
    ['Actor: Mediators', ''],
  ] as const

  await test.step('each is a button with its label, its words, and how it overlaps', async () => {
    const buttons = page.getByRole('article').getByRole('button')
    await expect(buttons).toHaveCount(inTextOrder.length)
    for (const [i, [name, overlap]] of inTextOrder.entries()) {
      await expect(buttons.nth(i)).toHaveAccessibleName(name)
      await expect(buttons.nth(i)).toHaveAccessibleDescription(overlap)
    }
  })
  const focused = () =>
    page.evaluate(() => document.activeElement?.ariaLabel ?? document.activeElement?.className)
  await test.step('J goes through them, the focus with it', async () => {
    await reader.click('Ferry crews give the islands')
    for (const [name] of inTextOrder) {
      await page.keyboard.press('j')
      await expect.poll(focused).toBe(name)
    }
    await expect(page.locator('.lines .ring')).toHaveCount(1)
  })
  await test.step('the reader is one tab stop', async () => {
    await page.keyboard.press('Shift+Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('[role=article]'))).toBeNull()
    await page.keyboard.press('Tab')
    await expect(page.getByRole('article').locator('.text')).toBeFocused()
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('[role=article]'))).toBeNull()
  })
  await test.step('a tag that is pressed by assistive technology is selected; one that goes leaves the focus in the text', async () => {
    await reader.tag('Actor: breakfast table').evaluate((button: HTMLElement) => button.click())
    await expect(parley.selectedTag.getByRole('heading')).toHaveText('Actor')
    await reader.focus()
    await page.keyboard.press('k')
    await expect(reader.tag('Position: breakfast table')).toBeFocused()
    await page.keyboard.press('Delete')
    await expect(reader.tag('Position: breakfast table')).toHaveCount(0)
    await expect(page.getByRole('article').locator('.text')).toBeFocused()
    await parley.undo()
    await expect(reader.tag('Position: breakfast table')).toBeVisible()
  })
})

test('a click on a line takes its tag, a letter in the margin takes its own, and the rest is in a list', async ({
  parley,
}) => {
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  await tagDeep(parley)
  const quote = parley.selectedTag.getByRole('paragraph').first()
  await test.step('lines', async () => {
    for (const hue of ['actor', 'position'])
      for (const line of (await linesOf(reader.article, hue)).filter(
        ({ right, left }) => right - left > 40,
      )) {
        await page.mouse.click((line.left + line.right) / 2, line.bottom)
        await expect(parley.selectedTag.getByRole('heading')).toHaveText(new RegExp(hue, 'i'))
      }
  })
  await page.keyboard.press('Escape')
  await test.step('letters: where there is no room for all, “+n” goes through the others', async () => {
    await parley.resize(900, 700)
    const row = page
      .locator('.letters')
      .filter({ has: page.locator('.more:not([hidden])') })
      .first()
    const count = await row.locator('[data-annotation-id]').count()
    const seen = new Set<string | null>()
    let before = ''
    await expect(row.locator('.more')).toHaveText(/^\+\d$/)
    for (let i = 0; i < count + 1; i++) {
      await row.locator('.more').click()
      await expect(row.locator('.letter.selected')).toHaveCount(1)
      await expect(parley.selectedTag).not.toHaveText(before)
      before = (await parley.selectedTag.textContent())!
      seen.add(await quote.textContent())
    }
    expect(seen.size).toBeGreaterThan(1)
    await parley.resize(1400, 900)
  })
  await test.step('list of all at one place', async () => {
    await reader.click('breakfast')
    const here = page.getByRole('list', { name: 'At “breakfast”' })
    await expect(here.getByRole('listitem')).toHaveCount(5)
    await here.getByRole('button', { name: /^Claim.*called the demand/ }).click()
    await expect(quote).toHaveText(deep[0][1])
    await expect(here.getByRole('listitem')).toHaveCount(5)
  })
})

test('with forced colours, lines and the frame of the selected tag are seen in the system’s colours', async ({
  parley,
}) => {
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Mediators')
  await page.keyboard.press('Escape')
  await page.emulateMedia({ forcedColors: 'active' })
  const [box] = await reader.boxesOf('Mediators')
  const [line] = await linesOf(reader.article, 'actor')
  const shareOf = (colour: string, top: number, height: number) =>
    share(parley, { x: box!.left + 1, y: top, width: box!.right - box!.left - 2, height }, colour)
  expect(await shareOf('CanvasText', Math.round(line!.top), 2)).toBeGreaterThan(0.95)
  await reader.click('Mediators')
  expect(await shareOf('Highlight', Math.round(box!.top) - 6, 12)).toBeGreaterThan(0.1)
  expect(await shareOf('CanvasText', Math.round(line!.top), 2)).toBeGreaterThan(0.95)
})

/** How much of a part of the window has a system colour, 0 to 1. */
async function share(
  { page }: Workbench,
  clip: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  colour: string,
): Promise<number> {
  const picture = await page.screenshot({ clip })
  return page.evaluate(
    async ({ bytes, colour }) => {
      const image = await createImageBitmap(new Blob([Uint8Array.from(bytes)]))
      const canvas = new OffscreenCanvas(image.width, image.height)
      const paper = canvas.getContext('2d')!
      paper.drawImage(image, 0, 0)
      const { data } = paper.getImageData(0, 0, image.width, image.height)
      // The system's colours may let through what lies behind, here the colour of the page.
      const chip = new OffscreenCanvas(1, 1).getContext('2d')!
      const sample = document.body.appendChild(document.createElement('i'))
      for (const each of ['Canvas', colour]) {
        sample.style.cssText = `forced-color-adjust: none; color: ${each}`
        chip.fillStyle = getComputedStyle(sample).color
        chip.fillRect(0, 0, 1, 1)
      }
      sample.remove()
      const wanted = [...chip.getImageData(0, 0, 1, 1).data]
      let count = 0
      for (let i = 0; i < data.length; i += 4)
        if (wanted.slice(0, 3).every((part, j) => Math.abs(data[i + j]! - part) < 12)) count++
      return count / (data.length / 4)
    },
    { bytes: [...picture], colour },
  )
}
