import { mkdirSync, readdirSync, renameSync, symlinkSync, unlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, ownArticle, test } from './faults'

test('a project under a link, with a decomposed name, spaces and an emoji, is one like any other', async ({
  parley,
}) => {
  const { desk } = parley
  const real = desk.path('Zoë’s täglich 🙂 1'.normalize('NFD'))
  mkdirSync(real)
  symlinkSync(real, desk.path('by another name'))
  await parley.start(join(desk.path('by another name'), 'Zürich  talks'.normalize('NFD')))
  await parley.importFiles(ownArticle('ferry-strike.txt'))
  await parley.tag('Actor', 'Dorian Pell')
  await parley.saved()
  await parley.kill()
  await parley.startAgain()
  await expect(parley.tags).toHaveCount(1)
  expect(readdirSync(join(real, readdirSync(real)[0]!))).toContain('project.json')
})

test('two folders whose names differ in case and Unicode form alone are two projects, where the disk tells them apart', async ({
  parley,
}) => {
  const { desk } = parley
  const names = ['Zürich'.normalize('NFC'), 'zürich'.normalize('NFD')]
  mkdirSync(desk.path('here'))
  const isThere = () => readdirSync(desk.path('here'))
  for (const [i, name] of names.entries()) {
    await parley.start(join(desk.path('here'), name))
    const alreadyMade = isThere().length <= i
    await parley.importFiles(ownArticle(['ferry-strike.txt', 'quota-vote.txt'][i]!))
    // A disk that takes the names for one has one project of them all.
    await expect(parley.articles).toHaveCount(alreadyMade ? i + 1 : 1)
    await parley.quit()
  }
})

test('a link inside the project is not followed, and the rest works', async ({ parley }) => {
  const { desk } = parley
  const project = desk.path('project')
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.saved()
  await parley.quit()
  renameSync(join(project, 'work'), desk.path('elsewhere'))
  symlinkSync(desk.path('elsewhere'), join(project, 'work'))
  symlinkSync('/etc', join(project, 'inbox'))

  await parley.startAgain()
  await parley.openArticle('Ferry crews')
  const told = parley.page.getByRole('region', { name: 'What could not be read' })
  await expect(
    told.getByText('“work” could not be read, because a symbolic link stands there.'),
  ).toBeVisible()
  await parley.reader.drag('Ferry crews')
  await parley.page.keyboard.press('1')
  await expect(parley.notice(/^“work\/.*\.json” could not be read, because a symbolic link/)).toBeVisible()
  await expect(parley.tags).toHaveCount(0)
  await parley.quit()

  unlinkSync(join(project, 'work'))
  renameSync(desk.path('elsewhere'), join(project, 'work'))
  await parley.startAgain()
  await expect(parley.tags).toHaveCount(1)
})

test('a path that is too long is said to be so, and nothing is left half made', async ({ parley }) => {
  const { desk } = parley
  const parts = Array.from({ length: 38 }, () => 'a'.repeat(100))
  const above = join(desk.path('deep'), ...parts)
  const deep = join(above, 'b'.repeat(4_045 - above.length))
  mkdirSync(above, { recursive: true })
  await parley.start(deep)
  await expect(parley.page.getByText('because the path is too long for this computer').first()).toBeVisible()
  expect(readdirSync(above)).toEqual([])
})
