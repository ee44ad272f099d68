import { expect, test, type Workbench } from './workbench'

/** A long report of numbered paragraphs: "Paragraph 57 begins …". */
function longReport(title: string, paragraphs = 120): string {
  const words =
    'the talks went on in the old customs house while delegates waited for the other side to answer'
  const body = Array.from(
    { length: paragraphs },
    (_, i) => `Paragraph ${i + 1} of ${title} begins here: ${`${words}. `.repeat(2 + (i % 4))}`,
  )
  return [title, ...body].join('\n\n')
}

/** The words at the top of the view, and how far below its edge their line begins. */
const firstLine = ({ page }: Workbench) =>
  page.locator('[data-scroller]').evaluate((scroller) => {
    const { top } = scroller.getBoundingClientRect()
    for (const block of scroller.querySelectorAll('[data-paragraph]')) {
      if (block.getBoundingClientRect().bottom <= top) continue
      const node = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode()
      const range = new Range()
      for (let at = 0; at < (node?.textContent?.length ?? 0); at++) {
        range.setStart(node!, at)
        range.setEnd(node!, at)
        const line = range.getBoundingClientRect()
        if (line.top >= top)
          return { paragraph: block.textContent.slice(0, 30), at, below: Math.round(line.top - top) }
      }
    }
    return null
  })

/** Scrolls with the wheel until a paragraph stands near the top of the view. */
async function readTo({ page }: Workbench, paragraph: number): Promise<void> {
  const block = page.locator(`[data-paragraph="${paragraph}"]`)
  // In the newer Chromium one try is not always enough right after an article was opened.
  await expect(async () => {
    await block.evaluate((element) => element.scrollIntoView())
    await expect(block).toBeInViewport({ timeout: 1_000 })
  }).toPass()
  await page.locator('[data-scroller]').hover()
  const from = await block.evaluate((element) => element.getBoundingClientRect().top)
  await page.mouse.wheel(0, 70)
  // The browser goes there in several frames: the place is where it comes to rest.
  const restingAt = (element: Element) =>
    new Promise<number>((resolve) => {
      const before = element.getBoundingClientRect().top
      const after = () => resolve(element.getBoundingClientRect().top === before ? before : NaN)
      requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(after)))
    })
  await expect.poll(() => block.evaluate(restingAt)).toBeLessThan(from - 60)
  await expect(block).toBeInViewport()
}

/** A property of the article's type as it is on screen; what the program warms up with lies in no sheet. */
const typeOf = ({ page }: Workbench, property: string) =>
  page
    .locator('.sheet .block.paragraph')
    .first()
    .evaluate((block, name) => getComputedStyle(block).getPropertyValue(name), property)

test('the type is set larger and smaller by key, and every line of a tag follows its words', async ({
  parley,
}) => {
  const { page, reader } = await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.tag('Claim', 'the timetable would stand')
  const sizes = [await typeOf(parley, 'font-size')]
  for (const key of [
    'Control+=',
    'Control+=',
    'Control+=',
    'Control+=',
    'Control+0',
    'Control+-',
    'Control+-',
  ]) {
    await page.keyboard.press(key)
    sizes.push(await typeOf(parley, 'font-size'))
    await expect.poll(() => reader.misplacedTags()).toEqual([])
  }
  expect(sizes).toEqual(['18px', '20px', '22px', '24px', '24px', '18px', '16px', '16px'])
  await parley.restart()
  expect(await typeOf(parley, 'font-size')).toBe('16px')
})

test('the popover “Reading” sets the article while it is open, and it is so after a restart', async ({
  parley,
}) => {
  const { reader } = await parley.startReading('ferry-strike.txt')
  await parley.resize(1500, 900)
  await parley.tag('Actor', 'Dorian Pell')
  await parley.page.getByRole('button', { name: 'Reading' }).click()
  const settings = () => parley.dialog('Reading')
  const width = () => parley.page.locator('.page').evaluate((element) => element.clientWidth)
  const before = await width()

  await settings().getByRole('group', { name: 'Typeface' }).getByRole('radio', { name: 'Sans' }).check()
  await settings().getByRole('group', { name: 'Leading' }).getByRole('radio', { name: 'Loose' }).check()
  await settings().getByRole('group', { name: 'Lines' }).getByRole('radio', { name: 'Short' }).check()
  await settings()
    .getByRole('group', { name: 'Letters, words' })
    .getByRole('radio', { name: 'Further apart' })
    .check()
  await settings().getByRole('group', { name: 'Tag letters' }).getByRole('radio', { name: 'Hidden' }).check()
  const asSet = async () => {
    expect(await typeOf(parley, 'font-family')).toContain('Source Sans')
    expect(await typeOf(parley, 'line-height')).toBe('40px')
    expect(parseFloat(await typeOf(parley, 'letter-spacing'))).toBeGreaterThan(1)
    expect(parseFloat(await typeOf(parley, 'word-spacing'))).toBeGreaterThan(4)
    expect(await width()).toBeLessThan(before)
    await expect(parley.page.locator('.margin .letter.hue-actor')).toBeHidden()
    await expect.poll(() => reader.misplacedTags()).toEqual([])
  }
  await asSet()
  await settings().getByRole('group', { name: 'Theme' }).getByRole('radio', { name: 'Dark' }).check()
  await expect(parley.page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await parley.restart()
  await parley.resize(1500, 900)
  await expect(reader.article).toBeVisible()
  await asSet()

  await parley.page.getByRole('button', { name: 'Reading' }).click()
  await expect(settings().getByRole('radio', { name: 'Dark' })).toBeChecked()
  await settings().getByRole('button', { name: 'As delivered' }).click()
  expect(await typeOf(parley, 'line-height')).toBe('34px')
  expect(await width()).toBe(before)
  await parley.page.keyboard.press('Escape')
  await expect(parley.page.getByRole('button', { name: 'Reading' })).toBeFocused()
})

test('L hides the letters in the margin and brings them back', async ({ parley }) => {
  const { page } = await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Dorian Pell')
  await expect(page.locator('.margin .letter.hue-actor')).toHaveText('A')
  await page.keyboard.press('l')
  await expect(page.locator('.margin .letter.hue-actor')).toBeHidden()
  await page.keyboard.press('l')
  await expect(page.locator('.margin .letter.hue-actor')).toBeVisible()
})

test('what one reads stays where it is while the type changes', async ({ parley }) => {
  await parley.start(parley.desk.path('project'))
  await parley.importFiles(parley.desk.write('one.txt', longReport('Harbour talks')))
  const { page } = parley
  await readTo(parley, 60)
  const before = await firstLine(parley)
  for (const key of ['Control+=', 'Control+=', 'Control+=', 'Control+-', 'Control+0']) {
    await page.keyboard.press(key)
    const after = await firstLine(parley)
    expect(after?.paragraph).toBe(before?.paragraph)
    expect(Math.abs(after!.below - before!.below)).toBeLessThanOrEqual(3)
  }
})

test('an article opens where it was left: back and forth, in another type, and after a restart', async ({
  parley,
}) => {
  await parley.start(parley.desk.path('project'))
  await parley.importFiles(
    parley.desk.write('one.txt', longReport('Harbour talks')),
    parley.desk.write('two.txt', longReport('Grain quota', 400)),
  )
  await parley.openArticle('Harbour talks')
  await readTo(parley, 60)
  const harbour = await firstLine(parley)
  await parley.openArticle('Grain quota')
  expect(await firstLine(parley)).toMatchObject({ paragraph: 'Grain quota' })
  await readTo(parley, 300)
  const grain = await firstLine(parley)

  await parley.openArticle('Harbour talks')
  await expect.poll(() => firstLine(parley)).toEqual(harbour)
  await parley.openArticle('Grain quota')
  await expect.poll(() => firstLine(parley)).toEqual(grain)
  await parley.restart()
  await expect.poll(() => firstLine(parley)).toEqual(grain)

  await parley.page.keyboard.press('Control+=')
  await parley.openArticle('Harbour talks')
  await expect.poll(async () => (await firstLine(parley))?.paragraph).toBe(harbour?.paragraph)
})

test('a tag that was asked for wins over the place that was left', async ({ parley }) => {
  await parley.start(parley.desk.path('project'))
  await parley.importFiles(
    parley.desk.write('one.txt', longReport('Harbour talks')),
    parley.desk.write('two.txt', longReport('Grain quota')),
  )
  const { page, reader } = parley
  await parley.openArticle('Harbour talks')
  await parley.tag('Claim', 'Paragraph 2 of Harbour talks')
  await readTo(parley, 100)
  await parley.openArticle('Grain quota')
  await parley.openArticle('Harbour talks')
  await expect(page.locator('[data-paragraph="100"]')).toBeInViewport()
  await parley.tags.first().click()
  await expect(reader.tag('Claim: Paragraph 2 of Harbour talks')).toBeInViewport()
})

/** An entry of the kind “layout-shift”, as far as it is looked at. */
interface Shift {
  readonly sources: readonly {
    readonly node: Node | null
    readonly previousRect: DOMRect
    readonly currentRect: DOMRect
  }[]
}

test('the text stands still from the first frame on, though what is above it comes later', async ({
  parley,
}) => {
  await parley.startReading('ferry-strike.txt')
  await expect(parley.page.getByRole('group', { name: 'Labels shown' })).toBeVisible()
  const shifts = await parley.page.evaluate(
    () =>
      new Promise<readonly number[]>((resolve) => {
        const moved: number[] = []
        const observer = new PerformanceObserver((list) => {
          for (const { sources } of list.getEntries() as unknown as readonly Shift[])
            for (const { node, previousRect, currentRect } of sources)
              if (node instanceof Element && node.closest('[data-scroller]'))
                moved.push(currentRect.y - previousRect.y)
        })
        observer.observe({ type: 'layout-shift', buffered: true })
        setTimeout(() => resolve(moved), 500)
      }),
  )
  expect(shifts).toEqual([])
})
