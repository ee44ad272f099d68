import { readFileSync } from 'node:fs'
import { expect, ownArticle, test, type Workbench } from './workbench'

/** What a row of the import says of its article or file. */
const row = (parley: Workbench, words: string) => parley.importRows.filter({ hasText: words })

test('a folder and what is in it is imported, and what is no article says why it was left out', async ({
  parley,
}) => {
  const { desk } = parley
  const ferry = readFileSync(ownArticle('ferry-strike.txt'), 'utf8')
  desk.write('post/ferry.txt', ferry)
  desk.write('post/older/ferry again.txt', ferry.replaceAll('\n', '\r\n'))
  desk.write('post/older/quota.txt', `\uFEFF${readFileSync(ownArticle('quota-vote.txt'), 'utf8')}`)
  desk.write(
    'post/utf-16.txt',
    Buffer.from('\uFEFFLighthouse lit again\n\nIt shines 🙂 over Å.\n', 'utf16le'),
  )
  desk.write(
    'post/windows.txt',
    Buffer.from('Caf\xe9 owners object\n\n\x93No tables, no guests,\x94 said one.\n', 'latin1'),
  )
  desk.write(
    'post/picture.txt',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0, 1, 2, 3]),
  )
  desk.write('post/empty.txt', '')
  desk.write('post/huge.txt', Buffer.alloc(20 * 1024 * 1024 + 1, 'Ferries sail. '))

  await parley.start(desk.path('project'))
  await parley.answerOpen(desk.path('post'))
  await parley.chooseInMenu('Import Folder…')
  await expect(parley.importRows).toHaveCount(8)
  await expect(row(parley, 'empty.txt')).toContainText('has no text in it')
  await expect(row(parley, 'picture.txt')).toContainText('something other than text')
  await expect(row(parley, 'huge.txt')).toContainText('is larger than 20 MB')
  await expect(row(parley, 'ferry again.txt')).toContainText('Already here as “Ferry crews give the islands')

  await parley.finishImport(4)
  await expect(parley.articles).toHaveCount(4)
  await parley.openArticle('Lighthouse lit again')
  await expect(parley.reader.paragraphs.last()).toHaveText('It shines 🙂 over Å.')
  await parley.openArticle('Café owners object')
  await expect(parley.reader.paragraphs.last()).toHaveText('“No tables, no guests,” said one.')
})

test('guesses are shown and corrected, and a text that is here already is not imported twice', async ({
  parley,
}) => {
  await parley.start(parley.desk.path('project'))
  const { page } = parley
  await parley.chooseFiles(ownArticle('ferry-strike.txt'))
  const dialog = parley.dialog('Import articles')
  await expect(dialog.getByRole('textbox', { name: 'Place' })).toHaveValue('PORT ALDER, Ormland')
  await expect(dialog.getByRole('textbox', { name: 'Outlet' })).toHaveValue('Northsea Wire')
  await expect(dialog.getByRole('textbox', { name: 'Published' })).toHaveValue('2031-05-03')
  await expect(dialog.getByRole('combobox', { name: 'Block 8 is a' })).toHaveValue('boilerplate')

  await dialog.getByRole('textbox', { name: 'Title' }).fill('Four days for the islands')
  await dialog.getByRole('textbox', { name: 'Outlet' }).fill('The Alder Gazette')
  await page.keyboard.press('Tab')
  await dialog.getByRole('combobox', { name: 'Block 4 is a' }).selectOption('quote')
  await expect(parley.importRows.first()).toContainText('The Alder Gazette')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(parley.reader.article).toHaveAccessibleName('Four days for the islands')
  await expect(parley.reader.article.locator('.text')).toBeFocused()
  await expect(parley.reader.paragraphs.nth(2)).toHaveClass(/quote/)

  await parley.restart()
  await expect(parley.articles).toHaveAccessibleName('Four days for the islands')
  await parley.chooseFiles(ownArticle('ferry-strike.txt'))
  await expect(parley.importRows).toContainText('Already here as “Four days for the islands”, same text')
  await expect(parley.page.getByRole('button', { name: 'Import 0 articles' })).toBeDisabled()
  await parley.page.keyboard.press('Escape')
  await expect(parley.importRows).toHaveCount(0)
  await expect(parley.articles).toHaveCount(1)
})

test('a text is pasted into the window or typed into the dialog for it', async ({ parley }) => {
  await parley.start(parley.desk.path('project'))
  const { page } = parley
  await parley.copy('Lamps out on the north pier\n\nThe pier was dark on Sunday.')
  await page.keyboard.press('Control+v')
  await expect(parley.importRows).toContainText(['Lamps out on the north pier'])
  await parley.finishImport(1)
  await expect(parley.reader.paragraphs).toHaveText([
    'Lamps out on the north pier',
    'The pier was dark on Sunday.',
  ])

  await page.getByRole('button', { name: 'Import articles' }).click()
  await page.getByRole('menuitem', { name: 'Paste text…' }).click()
  await page.getByRole('textbox').fill('Pier lit again\n\nThe lamps were back on Monday.')
  await page.getByRole('button', { name: 'Read it' }).click()
  await parley.finishImport(1)
  await expect(parley.articles).toHaveCount(2)
})

test('files and folders are dropped on the window, and what was dragged out of a mail', async ({
  parley,
}) => {
  const { desk } = parley
  desk.write('post/lamps.txt', 'Lamps lit in the east\n\nThe east was bright on Monday.')
  await parley.start(desk.path('project'))
  await parley.dropFromDisk(ownArticle('ferry-strike.txt'), desk.path('post'))
  await expect(parley.importRows).toHaveCount(2)
  await parley.finishImport(2)
  await expect(parley.articles).toHaveCount(2)

  await parley.drop({
    'pier.txt': 'Lamps out on the north pier\n\nThe pier was dark on Sunday.',
    'noise.bin': '\0\u0001\0',
  })
  await expect(parley.importRows).toHaveCount(2)
  await expect(row(parley, 'noise.bin')).toContainText('something other than text')
  await parley.finishImport(1)
  await expect(parley.articles).toHaveCount(3)
})

test('reading many files is stopped midway; what was read is imported, and cancelling leaves nothing', async ({
  parley,
}) => {
  const { desk } = parley
  const filler = 'The ferry sailed at noon and came back at two with the mail. '.repeat(20_000)
  for (let i = 0; i < 60; i++) desk.write(`many/${i}.txt`, `Log of day ${i}\n\n${filler}${i}\n`)
  await parley.start(desk.path('project'))
  await parley.answerOpen(desk.path('many'))

  await parley.chooseInMenu('Import Folder…')
  const dialog = parley.dialog('Import articles')
  await dialog.getByRole('button', { name: 'Stop reading' }).click()
  await expect(row(parley, 'Not read.').first()).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Stop reading' })).toBeHidden()
  const read = await dialog.getByRole('checkbox', { name: /^Import “/ }).count()
  expect(read).toBeGreaterThan(0)
  expect(read).toBeLessThan(60)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog).toBeHidden()
  await expect(parley.page.getByText('No articles yet.').first()).toBeVisible()
})
