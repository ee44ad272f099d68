import { existsSync, readFileSync } from 'node:fs'
import { readPdf, type Pdf, type PdfWords } from './pdf-text'
import { expect, test, type LabelName, type Workbench } from './workbench'

/** Where the text's column stands on a page that has notes, and the margin beside it. */
const [TEXT, LETTERS, NOTES] = [64, 510, 580]
/** Words of the article are larger than everything else on the page. */
const READING = 13

/**
 * Without white space and signs that are pictures to a PDF. One glyph may stand for several characters, of which a PDF
 * names one.
 */
const bare = (words: string) =>
  words
    .normalize('NFC')
    .replaceAll('ʼ', '’')
    .replace(/[\s\u{fe0f}\u{1f000}-\u{1ffff}]/gu, '')
const isText = ({ size, left }: PdfWords) => size >= READING && left >= TEXT - 1 && left < LETTERS

/** The article's words as they are printed, without white space. */
const textOf = ({ words }: Pdf) =>
  bare(
    words
      .filter(isText)
      .map(({ text }) => text)
      .join(''),
  )
const lettersOf = ({ words }: Pdf) =>
  words
    .filter(({ left, baseline }) => left > LETTERS && left < NOTES && baseline > 180)
    .map(({ text }) => text.trim())
const notesOf = ({ words }: Pdf) => words.filter(({ left, baseline }) => left >= NOTES && baseline > 70)

/** Tags words and writes a note about them. */
async function note(parley: Workbench, label: LabelName, words: string, about: string): Promise<void> {
  await parley.tag(label, words)
  await parley.selectedTag.getByRole('textbox', { name: 'Note' }).fill(about)
  await parley.page.keyboard.press('Tab')
}

/** Saves the open article as a PDF, and gives what is in it. */
async function savePdf(parley: Workbench, choose: () => Promise<unknown> = async () => {}): Promise<Pdf> {
  await parley.answerSave(parley.desk.path('article.pdf'))
  await parley.chooseInMenu('Save as PDF…')
  const dialog = parley.dialog('Save as PDF')
  await dialog.getByRole('radio', { name: 'A4' }).check()
  await choose()
  await dialog.getByRole('button', { name: 'Save…' }).click()
  await expect(dialog).toBeHidden({ timeout: 60_000 })
  await expect(parley.notice(/^Saved \d+ pages? as article\.pdf/)).toBeVisible()
  return readPdf(readFileSync(parley.desk.path('article.pdf')))
}

/** A long report of numbered paragraphs. */
function longReport(paragraphs: number): string {
  const words =
    'The minister said that the talks would go on and that nobody would leave the room before noon.'
  const body = Array.from(
    { length: paragraphs },
    (_, i) => `Paragraph ${i + 1}. ${`${words} `.repeat(1 + (i % 7))}`,
  )
  return ['A long report about the talks', ...body].join('\n\n')
}

test('an article is saved as a PDF with its tags and its notes in the margin', async ({ parley }) => {
  const { page } = await parley.startReading('ferry-strike.txt')
  await parley.setTheme('Dark')
  await note(parley, 'Actor', 'the bridge was closed', 'Speaks for the crews since 2029.')
  await note(
    parley,
    'Claim',
    'Ferry crews will stop sailing on Friday',
    'Promised, not threatened. '.repeat(9),
  )
  await note(parley, 'Position', 'takes back its new timetable', 'What they want of the council.')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.tag('Claim', 'the timetable would stand')
  const pdf = await savePdf(parley)

  expect(
    pdf.pages.every(({ width, height }) => Math.abs(width - 794) < 1.5 && Math.abs(height - 1123) < 1.5),
  ).toBe(true)
  const paragraphs = await parley.reader.paragraphs.allTextContents()
  for (const paragraph of paragraphs) expect(textOf(pdf)).toContain(bare(paragraph))
  expect(lettersOf(pdf).join('').split('').toSorted().join('')).toBe('AACCP')
  const said = bare(
    notesOf(pdf)
      .map(({ text }) => text)
      .join(''),
  )
  expect(said).toContain(bare('Speaks for the crews since 2029.'))
  expect(said).toContain(bare('Promised, not threatened. '.repeat(9)))
  expect(said).toContain(bare('What they want of the council.'))

  const bridge = pdf.words.find(({ text, size }) => size >= READING && text.includes('bridge'))!
  const number = pdf.words.find(({ text, size }) => size < 9 && text === '3')!
  expect(bridge.baseline - number.baseline).toBeGreaterThan(8)
  expect(bridge.baseline - number.baseline).toBeLessThan(20)
  expect(number.left).toBeGreaterThan(bridge.left)
  expect(number.left).toBeLessThan(bridge.right)

  const whole = pdf.words.map(({ text }) => text).join(' ')
  for (const words of [
    'Northsea Wire',
    '3 May 2031',
    '5 tags by',
    'Page 1 of 1',
    'Actor',
    'Position',
    'Claim',
  ])
    expect(whole).toContain(words)
  await expect(page.locator('.printed')).toHaveCount(0)
})

test('notes that would lie over each other move down, and none leaves the page', async ({ parley }) => {
  await parley.startReading('ferry-strike.txt')
  const words = [
    'Mediators',
    'mainland',
    'both sides',
    'before Thursday',
    'The crews would come',
    'stays at home',
  ]
  for (const [i, each] of words.entries())
    await note(parley, 'Claim', each, `Note ${i}: ${'so it was said. '.repeat(12)}`)
  const pdf = await savePdf(parley)
  const notes = notesOf(pdf)
  const said = bare(notes.map(({ text }) => text).join(''))
  for (const [i] of words.entries())
    expect(said).toContain(bare(`Note ${i}: ${'so it was said. '.repeat(12)}`))
  const lines = notes
    .filter(({ left }) => left > NOTES + 15)
    .map(({ page, baseline }) => page * 2000 + baseline)
  for (const [i, line] of lines.toSorted((a, b) => a - b).entries())
    if (i > 0) expect(line - lines.toSorted((a, b) => a - b)[i - 1]!).toBeGreaterThan(13)
  for (const { right, baseline } of pdf.words) {
    expect(right).toBeLessThan(794 - 30)
    expect(baseline).toBeLessThan(1123 - 30)
  }
})

test('a note that is longer than the margin stands in full at the end, and tags in a table by number', async ({
  parley,
}) => {
  await parley.startReading('ferry-strike.txt')
  const long = Array.from({ length: 400 }, (_, i) => `word${i}`).join(' ')
  await note(parley, 'Actor', 'Dorian Pell', long)
  await parley.tag('Claim', 'the timetable would stand')
  const pdf = await savePdf(parley, () =>
    parley.dialog('Save as PDF').getByRole('checkbox', { name: 'Table' }).check(),
  )
  const end = pdf.words.filter(({ page }) => page > 0).map(({ text }) => text)
  expect(bare(end.join(''))).toContain(bare(long))
  expect(end.join(' ')).toContain('Notes in full')
  expect(end).toContain('Dorian Pell')
  expect(end).toContain('the timetable would stand')
  expect(pdf.words.filter(({ size, text }) => size < 9 && text === '2')).toHaveLength(1)
})

test('a long article is printed whole, on paper of the chosen size', async ({ parley }) => {
  await parley.start(parley.desk.path('project'))
  await parley.importFiles(parley.desk.write('long.txt', longReport(150)))
  await parley.tag('Claim', 'Paragraph 3.')
  const pdf = await savePdf(parley, () =>
    parley.dialog('Save as PDF').getByRole('radio', { name: 'Letter' }).check(),
  )
  expect(pdf.pages.length).toBeGreaterThan(15)
  expect(
    pdf.pages.every(({ width, height }) => Math.abs(width - 816) < 1 && Math.abs(height - 1056) < 1),
  ).toBe(true)
  const printed = bare(
    pdf.words
      .filter(({ size, left }) => size >= READING && left >= TEXT - 1)
      .map(({ text }) => text)
      .join(''),
  )
  expect(printed).toBe(bare(longReport(150)))
  expect(pdf.words.map(({ text }) => text)).toContain(`Page ${pdf.pages.length} of ${pdf.pages.length}`)
})

test('whoever stops it gets no file, and the window is as it was', async ({ parley }) => {
  await parley.start(parley.desk.path('project'))
  await parley.importFiles(parley.desk.write('long.txt', longReport(2500)))
  const { page } = parley
  await expect(parley.reader.article).toBeVisible()
  await parley.answerSave(parley.desk.path('article.pdf'))
  await parley.chooseInMenu('Save as PDF…')
  const dialog = parley.dialog('Save as PDF')
  await dialog.getByRole('button', { name: 'Save…' }).click()
  await expect(dialog.getByRole('progressbar')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(page.locator('.printed')).toHaveCount(0)
  expect(existsSync(parley.desk.path('article.pdf'))).toBe(false)
  await parley.tag('Claim', 'Paragraph 1.')
})

test('another person’s tags are printed over the words', async ({ parley }) => {
  await parley.start()
  await parley.openArticle('Marenza, Caldria agree to open')
  const pdf = await savePdf(parley, async () => {
    const dialog = parley.dialog('Save as PDF')
    await dialog.getByRole('combobox', { name: 'Tags under the words' }).selectOption('Ines Holloway')
    await dialog.getByRole('combobox', { name: 'Tags over the words' }).selectOption('Tobias Varga')
  })
  const whole = pdf.words.map(({ text }) => text).join(' ')
  expect(whole).toMatch(
    /\d+ tags by Ines Holloway, under the words; \d+ tags by Tobias Varga, over the words/,
  )
})

test('the printer gets the pages of the article by key', async ({ parley }) => {
  const { page } = await parley.startReading('ferry-strike.txt')
  const asked = (answer: readonly [boolean, string]) =>
    parley.program.app.evaluate(({ BrowserWindow }, [isDone, why]) => {
      const { webContents } = BrowserWindow.getAllWindows()[0]!
      webContents.print = (_options, callback) => callback?.(isDone, why)
    }, answer)
  const print = async () => {
    await page.keyboard.press('Control+Shift+p')
    await parley.dialog('Print').getByRole('button', { name: 'Print…' }).click()
  }

  await asked([false, 'no printer is there'])
  await print()
  await expect(parley.dialog('Print').getByRole('alert')).toContainText(
    'could not be printed (no printer is there)',
  )
  await asked([false, 'Print job canceled'])
  await parley.dialog('Print').getByRole('button', { name: 'Print…' }).click()
  await expect(parley.dialog('Print').getByRole('alert')).toBeEmpty()
  await page.keyboard.press('Escape')
  await asked([true, ''])
  await print()
  await expect(parley.dialog('Print')).toBeHidden()
})
