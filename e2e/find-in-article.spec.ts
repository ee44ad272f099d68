import type { Locator } from '@playwright/test'
import { expect, test, type Workbench } from './workbench'

const report = [
  'Sandwiches for the ferry',
  'DALMERE, March 12 (Wire) - Zoë Lindqvist said the ferry would sail. “The Ferry sails,” she said.',
  'Nobody else at the ferryport believed her; a ferryman shrugged.',
  'The end.',
].join('\n\n')

async function reading(parley: Workbench, text: string): Promise<void> {
  await parley.start(parley.desk.path('project'))
  await parley.importFiles(parley.desk.write('one.txt', text))
  await expect(parley.reader.article).toBeVisible()
}

const bar = ({ page }: Workbench): Locator => page.getByRole('search', { name: 'Find in the article' })
const field = (parley: Workbench): Locator =>
  bar(parley).getByRole('textbox', { name: 'Find in the article' })

/** The marked words on the page: all that are near the view, and the current ones. */
const marked = ({ page }: Workbench) =>
  page.evaluate(() => {
    const wordsOf = (name: string) =>
      [...(CSS.highlights.get(name) ?? [])].map(
        ({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = new Range()
          range.setStart(startContainer, startOffset)
          range.setEnd(endContainer, endOffset)
          return range.toString()
        },
      )
    return { all: wordsOf('found'), now: wordsOf('found-now') }
  })

test('words are found, gone through by key, and tagged', async ({ parley }) => {
  await reading(parley, report)
  const { page, reader } = parley
  await page.keyboard.press('Control+f')
  await expect(field(parley)).toBeFocused()
  await page.keyboard.type('ferry')
  await expect(bar(parley)).toContainText('1 of 5')
  expect(await marked(parley)).toEqual({ all: ['ferry', 'ferry', 'Ferry', 'ferry', 'ferry'], now: ['ferry'] })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(bar(parley)).toContainText('3 of 5')
  expect((await marked(parley)).now).toEqual(['Ferry'])
  await page.keyboard.press('Shift+Enter')
  await page.keyboard.press('F3')
  await page.keyboard.press('F3')
  await page.keyboard.press('F3')
  await expect(bar(parley)).toContainText('5 of 5')
  await page.keyboard.press('F3')
  await expect(bar(parley)).toContainText('1 of 5')
  await page.keyboard.press('Shift+F3')
  await page.keyboard.press('Shift+F3')
  await expect(bar(parley)).toContainText('4 of 5')

  await bar(parley).getByRole('button', { name: 'Whole words' }).click()
  await expect(bar(parley)).toContainText('of 3')
  await bar(parley).getByRole('button', { name: 'Capitals as typed' }).click()
  await field(parley).fill('Ferry')
  await expect(bar(parley)).toContainText('1 of 1')
  await page.keyboard.press('Escape')
  await expect(bar(parley)).toBeHidden()
  expect(await marked(parley)).toEqual({ all: [], now: [] })
  expect(await reader.selected()).toBe('Ferry')
  await page.keyboard.press('1')
  await expect(reader.tag('Actor: Ferry')).toBeVisible()
})

test('accents need not be typed, and hits go on over the end of a line or a dateline', async ({ parley }) => {
  await reading(parley, report)
  const { page, reader } = parley
  await page.keyboard.press('Control+f')
  await page.keyboard.type('zoe l')
  await expect(bar(parley)).toContainText('1 of 1')
  expect((await marked(parley)).now).toEqual(['Zoë L'])
  await field(parley).fill('(wire) - zoe')
  await expect(bar(parley)).toContainText('1 of 1')
  await page.keyboard.press('Escape')
  expect(await reader.selected()).toBe('(Wire) - Zoë')
  await page.keyboard.press('Control+f')
  await expect(field(parley)).toHaveValue('(Wire) - Zoë')
  await field(parley).fill('no such words')
  await expect(bar(parley)).toContainText('Not in this article')
})

test('found words are brought into view and marked in a long article without delay', async ({ parley }) => {
  const paragraph = 'the minister said that talks would go on and nobody would leave the room before noon. '
  const long = Array.from({ length: 700 }, (_, i) => `Paragraph ${i}: ${paragraph.repeat(9)}`).join('\n\n')
  await reading(parley, `A very long report\n\n${long}`)
  const { page } = parley
  await page.keyboard.press('Control+f')
  await field(parley).fill('paragraph 650')
  await expect(bar(parley)).toContainText('1 of 1')
  await expect(page.locator('[data-paragraph="651"]')).toBeInViewport()

  await field(parley).fill('e')
  await expect(bar(parley)).toContainText(/of \d{5}/)
  expect((await marked(parley)).all.length).toBeLessThan(4000)
  const slowest = await field(parley).evaluate(async (input: HTMLInputElement) => {
    let longest = 0
    for (const words of ['m', 'mi', 'min', 'minister', 'minister s', 'the', 'zz', 'o']) {
      const began = performance.now()
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, words)
      input.dispatchEvent(new Event('input', { bubbles: true }))
      longest = Math.max(longest, performance.now() - began)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
    return longest
  })
  // Looking itself takes a few milliseconds; this has React and the marks in it, on a busy computer.
  expect(slowest).toBeLessThan(150)
})

test('opening and closing the bar moves no words', async ({ parley }) => {
  const long = Array.from({ length: 60 }, (_, i) => `Paragraph ${i} says that the talks went on.`).join(
    '\n\n',
  )
  await reading(parley, `A report\n\n${long}`)
  const { page } = parley
  const block = page.locator('[data-paragraph="40"]')
  await block.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const before = await block.boundingBox()
  await page.keyboard.press('Control+f')
  await expect(field(parley)).toBeFocused()
  expect((await block.boundingBox())!.y).toBeCloseTo(before!.y, 0)
  await page.keyboard.press('Escape')
  await expect(bar(parley)).toBeHidden()
  expect((await block.boundingBox())!.y).toBeCloseTo(before!.y, 0)
})

/** The relation of the lighter to the darker of two colours, as WCAG counts it. */
function contrast(a: readonly number[], b: readonly number[]): number {
  const luminance = (rgb: readonly number[]) => {
    const [r, g, blue] = rgb.map((part) => {
      const share = part / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r! + 0.7152 * g! + 0.0722 * blue!
  }
  const [light, dark] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light! + 0.05) / (dark! + 0.05)
}

for (const theme of ['Light', 'Dark'] as const)
  test(`what is marked can be read (${theme.toLowerCase()})`, async ({ parley }) => {
    await reading(parley, report)
    const { page } = parley
    await parley.setTheme(theme)
    await page.keyboard.press('Control+f')
    await page.keyboard.type('ferry')
    await expect(bar(parley)).toContainText('1 of 5')
    for (const name of ['found', 'found-now']) {
      const colours = await page
        .locator('.block.paragraph')
        .first()
        .evaluate((block, highlight) => {
          const style = getComputedStyle(block, `::highlight(${highlight})`)
          return [style.color, style.backgroundColor].map((colour) => colour.match(/\d+/g)!.map(Number))
        }, name)
      expect(contrast(colours[0]!, colours[1]!)).toBeGreaterThan(4.5)
    }
  })
