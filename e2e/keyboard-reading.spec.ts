import { expect, test, type Workbench } from './workbench'

/** Presses keys one after the other, and waits each time for what is then selected; accents are written in two ways. */
async function select(parley: Workbench, ...steps: readonly (readonly [keys: string, words: string])[]) {
  for (const [keys, words] of steps) {
    await parley.page.keyboard.press(keys)
    await expect
      .poll(async () => (await parley.reader.selected()).normalize(), `after ${keys}`)
      .toBe(words.normalize())
  }
}

test('one reads and selects by every unit, grows the selection and shrinks it again', async ({ parley }) => {
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  await test.step('clauses and sentences', async () => {
    await reader.walkTo('The council’s chair')
    await select(
      parley,
      ['Control+Shift+ArrowRight', 'The council’s chair'],
      ['Control+Shift+ArrowRight', 'The council’s chair, Dorian Pell'],
      ['Control+Shift+ArrowLeft', 'The council’s chair'],
      ['Escape', ''],
      ['Control+ArrowRight', ''],
      ['Shift+ArrowRight', 'Dorian'],
      ['Escape', ''],
      [']', ''],
      ['}', '“The islands cannot be run from a wheelhouse,” he said.'],
      ['x', '“The islands cannot be run from a wheelhouse,” he said.'],
      ['Shift+ArrowRight', 'The islands cannot be run from a wheelhouse,” he said.'],
    )
  })
  await test.step('paragraphs', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+ArrowDown')
    await select(
      parley,
      ['Shift+ArrowRight', 'Islanders'],
      ['Alt+Shift+ArrowRight', 'Islanders'],
      ['Alt+Shift+ArrowRight', 'Islanders h'],
    )
  })
  await test.step('the next quotation, from a caret outside of any', async () => {
    await reader.walkTo('The council’s chair')
    await select(parley, ['"', '“a gun on the breakfast table”'])
  })
  await test.step('growing', async () => {
    await reader.walkTo('breakfast table')
    await select(
      parley,
      ['s', 'breakfast'],
      ['s', 'a gun on the breakfast table'],
      [
        's',
        'The council’s chair, Dorian Pell, called the demand “a gun on the breakfast table” and said that the timetable would stand.',
      ],
      ['Shift+S', 'a gun on the breakfast table'],
      ['"', '“a gun on the breakfast table”'],
      ['Shift+S', 'a gun on the breakfast table'],
      ['Shift+S', 'breakfast'],
    )
  })
})

test('the caret stands at the words it is at, at the ends of lines and in text of two directions', async ({
  parley,
}) => {
  const { reader, page } = await parley.startReading('odd-signs.txt')
  const caret = page.locator('.caret')
  const place = async () => (await caret.boundingBox())!
  await test.step('at the end of a line, not at the start of the next', async () => {
    await reader.walkTo('The envoy, Zoë')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Home')
    const start = await place()
    await page.keyboard.press('End')
    const end = await place()
    expect(Math.abs(end.y - start.y)).toBeLessThan(4)
    expect(end.x).toBeGreaterThan(start.x + 200)
    await page.keyboard.press('ArrowDown')
    expect((await place()).y).toBeGreaterThan(end.y + 20)
  })
  await test.step('at the right of a Hebrew word, and further left after it', async () => {
    await reader.walkTo('שלום')
    const [word] = await reader.boxesOf('שלום')
    expect(Math.abs((await place()).x + 1 - word!.right)).toBeLessThan(2)
    await page.keyboard.press('Alt+ArrowRight')
    const second = await place()
    expect(second.x).toBeLessThan(word!.right - 2)
    expect(second.x).toBeGreaterThan(word!.left)
  })
  await test.step('over an emoji family and a flag in one step each', async () => {
    await reader.walkTo('family')
    await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Alt+Shift+ArrowRight')
    await select(parley, ['Alt+Shift+ArrowRight', 'family 👩‍👩‍👧'], ['Shift+ArrowRight', 'family 👩‍👩‍👧 on'])
  })
  await test.step('and the quotation around runs over two paragraphs', async () => {
    await reader.walkTo('the ferry, and')
    await page.keyboard.press('"')
    await expect
      .poll(() => reader.selected())
      .toBe('“We waited for the ferry, and nobody came. “Nobody came on Friday either,”')
  })
})

test('tags, names and the same words are reached by key, and tagged', async ({ parley }) => {
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  await reader.walkTo('Ferry crews will')
  await test.step('names that are no actors yet', async () => {
    await select(parley, ['n', 'Renée Ästrand'])
    await parley.tagByKey('Actor')
    await select(parley, ['n', 'Renée Ästrand'], ['n', 'Dorian Pell'])
    await page.keyboard.press('.')
    await expect(reader.tag('Actor: Dorian Pell')).toBeVisible()
  })
  await test.step('the same words elsewhere, and the last tag again', async () => {
    await select(parley, ['t', 'Dorian Pell'])
    await page.keyboard.press('.')
    await expect(parley.tags).toHaveCount(3)
    await select(parley, ['t', 'Dorian Pell'])
    await expect(parley.notice('From the top again.')).toBeVisible()
    await page.keyboard.press('Escape')
  })
  await test.step('a wrong label is put right by the key of the right one', async () => {
    await reader.walkTo('the timetable would')
    await select(parley, ['Control+Shift+ArrowRight', 'the timetable would stand'])
    await page.keyboard.press('1')
    await expect(reader.tag('Actor: the timetable would stand')).toBeVisible()
    await page.keyboard.press('3')
    await expect(reader.tag('Claim: the timetable would stand')).toBeVisible()
    await expect(parley.tags).toHaveCount(4)
  })
  await test.step('and a single word at the caret by the key alone', async () => {
    await reader.walkTo('timetable would')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await reader.walkTo('reporters on')
    await page.keyboard.press('1')
    await expect(reader.tag('Actor: reporters')).toBeVisible()
  })
  await test.step('every tag at the caret, inward and outward', async () => {
    await reader.walkTo('breakfast table')
    await page.keyboard.press('2')
    await expect(reader.tag('Position: breakfast')).toBeVisible()
    await reader.walkTo('breakfast table')
    await select(parley, ['s', 'breakfast'], ['s', 'a gun on the breakfast table'])
    await page.keyboard.press('3')
    await expect(reader.tag('Claim: a gun on the breakfast table')).toBeVisible()
    await reader.walkTo('breakfast table')
    const heading = parley.selectedTag.getByRole('heading')
    for (const [key, label] of [
      ['Alt+ArrowUp', 'Position'],
      ['Alt+ArrowUp', 'Claim'],
      ['Alt+ArrowDown', 'Position'],
      ['Alt+ArrowDown', 'Claim'],
    ] as const) {
      await page.keyboard.press(key)
      await expect(heading).toHaveText(label)
    }
  })
  await test.step('and all in the order of the text, from the caret on', async () => {
    await page.keyboard.press('Escape')
    await reader.walkTo('Ferry crews will')
    await page.keyboard.press('j')
    await expect(parley.selectedTag).toContainText('Rene\u0301e A\u0308strand')
    await page.keyboard.press('j')
    await expect(parley.selectedTag).toContainText('reporters')
    await page.keyboard.press('k')
    await expect(parley.selectedTag).toContainText('Rene\u0301e A\u0308strand')
  })
})

test('the caret stands at the end of a line that breaks at a hyphen', async ({ parley }) => {
  const chain = Array.from({ length: 30 }, () => 'north-by-east').join('-')
  await parley.start(parley.desk.path('project'))
  await parley.importFiles(parley.desk.write('chain.txt', `The course\n\nIt was ${chain} and home.\n`))
  const { reader, page } = parley
  const place = async () => (await page.locator('.caret').boundingBox())!
  await reader.walkTo('It was')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Home')
  const start = await place()
  await page.keyboard.press('End')
  const end = await place()
  expect(Math.abs(end.y - start.y)).toBeLessThan(4)
  expect(end.x).toBeGreaterThan(start.x + 200)
})

test('the caret is where it was after one was elsewhere: in a question, in a field, in the list of articles', async ({
  parley,
}) => {
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  await reader.selectByKey('Dorian Pell')
  await parley.tagByKey('Actor')
  await test.step('after a question', async () => {
    await page.keyboard.press('w')
    await expect(page.getByRole('combobox', { name: 'Who is “Dorian Pell”?' })).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(reader.article.locator('.text')).toBeFocused()
    await select(parley, ['Alt+Shift+ArrowRight', ','], ['Escape', ''])
  })
  await test.step('after the palette, opened over a question', async () => {
    await page.keyboard.press('w')
    await expect(page.getByRole('combobox', { name: 'Who is “Dorian Pell”?' })).toBeFocused()
    await page.keyboard.press('Control+k')
    await expect(page.getByRole('dialog')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(reader.article.locator('.text')).toBeFocused()
    await select(parley, ['Shift+ArrowRight', 'called'], ['Escape', ''])
  })
  await test.step('after the search for titles', async () => {
    await page.keyboard.press('/')
    await expect(page.locator('[data-find]')).toBeFocused()
    await page.keyboard.type('ferry')
    await page.keyboard.press('F6')
    await expect(reader.article.locator('.text')).toBeFocused()
    await select(parley, ['Shift+ArrowRight', 'the'])
  })
})
