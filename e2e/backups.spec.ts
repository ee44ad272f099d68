import { rmSync, writeFileSync } from 'node:fs'
import { Backups, filesBelow, flipOneBit, hashesIn } from './backups'
import { expect, test } from './workbench'

/** Documents and histories in `work/`. */
const ofArticles = /\/work\/[^/]+\/[^/]+\/[^/]+\//

test('a project whose files were deleted and damaged is had back as a new folder, every byte of it', async ({
  parley,
}) => {
  const project = parley.desk.path('project')
  const backups = new Backups(parley)
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Position', 'timetable would stand')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.saved()
  await backups.open()
  await expect(backups.dialog.getByText('No backups yet.')).toBeVisible()
  await backups.backUp()
  const then = hashesIn(project)
  await backups.close()

  const [work] = filesBelow(project, /\/work\/.*\.json$/)
  const [article] = filesBelow(project, /article\.json$/)
  const [source] = filesBelow(project, /source\.txt$/)
  writeFileSync(work!, '{"format":"parley/work"')
  writeFileSync(article!, Buffer.alloc(400))
  rmSync(source!)

  await backups.open()
  const restored = parley.desk.path('restored')
  await backups.restoreInto(restored)
  expect(hashesIn(restored)).toEqual(then)
  expect(hashesIn(project)).not.toEqual(then)

  await backups.dialog.getByRole('button', { name: 'Open it' }).click()
  await expect(backups.dialog).toBeHidden()
  await expect(parley.tags).toHaveCount(2)
  await expect(parley.page.getByRole('region', { name: 'What could not be read' })).toBeHidden()
})

test('my tags of one article come back after a look at what would change, and Undo takes that back', async ({
  parley,
}) => {
  const backups = new Backups(parley)
  const { reader } = await parley.startReading('ferry-strike.txt')
  await parley.tag('Position', 'timetable would stand')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.saved()
  await backups.open()
  await backups.backUp()
  await expect(backups.detail).toContainText('Nothing to bring back')
  await backups.close()

  await reader.tag('Actor: Dorian Pell').click()
  await parley.page.keyboard.press('Delete')
  await expect(parley.tags).toHaveCount(1)
  await parley.tag('Claim', 'hung a banner')
  await parley.saved()

  await backups.open()
  await expect(backups.detail).toContainText('1 article differs')
  await backups.detail.getByRole('button', { expanded: false }).click()
  const mine = backups.detail.getByRole('region', { name: 'My tags' })
  await expect(mine).toContainText('1 tag would come back, 1 would go.')
  await expect(mine.getByRole('listitem').filter({ hasText: 'Dorian Pell' })).toBeVisible()
  await expect(mine.getByRole('listitem').filter({ hasText: 'hung a banner' })).toBeVisible()
  await mine.getByRole('button', { name: 'Bring back' }).click()
  await expect(backups.detail).toContainText('Nothing to bring back')
  await backups.close()

  await expect(reader.tag('Actor: Dorian Pell')).toBeVisible()
  await expect(reader.tag('Claim: hung a banner')).toHaveCount(0)
  await parley.undo()
  await expect(reader.tag('Claim: hung a banner')).toBeVisible()
  await expect(reader.tag('Actor: Dorian Pell')).toHaveCount(0)
  await parley.saved()
})

test('files that are gone are put back, and nothing that is there is touched', async ({
  parley,
  colleague,
}) => {
  const project = parley.desk.path('project')
  const backups = new Backups(parley)
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Position', 'timetable would stand')
  await parley.saved()
  const mine = filesBelow(project, ofArticles)
  await colleague.start(project)
  await colleague.rename('Signe Holt')
  await colleague.tag('Actor', 'Dorian Pell')
  await colleague.saved()
  await colleague.quit()
  await backups.open()
  await backups.backUp()
  const then = hashesIn(project)
  await backups.close()

  const theirs = filesBelow(project, ofArticles).filter((file) => !mine.includes(file))
  expect(theirs.length).toBeGreaterThan(0)
  for (const file of theirs) rmSync(file)
  await backups.open()
  await backups.detail.getByRole('button', { expanded: false }).click()
  await backups.detail.getByRole('button', { name: /^Put back / }).click()
  await expect(backups.detail).toContainText('Nothing to bring back')
  expect(hashesIn(project)).toEqual(then)
})

test('one bit that turns in a backup is noticed, said, and the nearest whole backup is offered', async ({
  parley,
}) => {
  const backups = new Backups(parley)
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Position', 'timetable would stand')
  await parley.saved()
  await backups.open()
  await backups.backUp()
  await backups.close()
  const vault = parley.desk.path('home', 'projects')
  const before = filesBelow(vault, /\.pack$/)
  await parley.tag('Actor', 'Dorian Pell')
  await parley.saved()
  await backups.open()
  await backups.backUp()
  await backups.close()

  const pack = filesBelow(vault, /\.pack$/).find((file) => !before.includes(file))
  flipOneBit(pack!)
  await backups.open()
  await expect(backups.rows.first()).toHaveAccessibleName(/Damaged: \d files?$/)
  await expect(backups.rows.last()).toHaveAccessibleName(/Verified$/)
  await backups.detail.getByRole('button', { name: /instead$/ }).click()
  await expect(backups.rows.last()).toBeChecked()
  await backups.restoreInto(parley.desk.path('restored'))
  expect(Object.keys(hashesIn(parley.desk.path('restored')))).toContain('project.json')

  await backups.backUp()
  await expect(backups.rows).toHaveCount(3)
  for (const row of await backups.rows.all()) await expect(row).toHaveAccessibleName(/Verified$/)
})

test('a project whose folder is gone comes back in its place from the list of recent ones', async ({
  parley,
}) => {
  const project = parley.desk.path('project')
  const backups = new Backups(parley)
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Position', 'timetable would stand')
  await parley.saved()
  await backups.open()
  await backups.backUp()
  await parley.quit()
  rmSync(project, { recursive: true })

  await parley.start()
  const said = await parley.answerMessages()
  await parley.answerSave(project)
  await parley.chooseInMenu('project (')
  await expect(parley.tags).toHaveCount(1)
  await expect(parley.status).toHaveText('Saved')
  const [message] = await said()
  expect(message).toMatch(/^“project” cannot be opened where it was\. There is a backup of it from /)
})
