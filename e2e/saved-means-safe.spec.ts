import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from './workbench'

test('after “Saved”, a kill loses nothing', async ({ parley }) => {
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.saved()
  await parley.kill()
  await parley.startAgain()
  await expect(parley.reader.tag('Actor: Dorian Pell')).toBeVisible()
  await expect(parley.tags).toHaveCount(1)
})

test('a kill as soon as the status is no longer busy loses nothing, though it does not read “Saved” yet', async ({
  parley,
}) => {
  await parley.startReading('ferry-strike.txt')
  await parley.saved()
  await parley.reader.drag('Dorian Pell')
  await parley.page.keyboard.press('1')
  await parley.reader.tag('Actor: Dorian Pell').waitFor()
  await expect(parley.status).toHaveAttribute('aria-busy', 'false')
  await parley.kill()
  await parley.startAgain()
  await expect(parley.reader.tag('Actor: Dorian Pell')).toBeVisible()
  await parley.saved()
})

test('closing the window right after the last key loses nothing', async ({ parley }) => {
  const { reader } = await parley.startReading('ferry-strike.txt')
  await parley.tag('Claim', 'the timetable would stand')
  await parley.selectedTag.getByRole('textbox', { name: 'Note' }).fill('Said twice.')
  await parley.quit()
  await parley.startAgain()
  await expect(parley.tags).toHaveCount(1)
  await reader.click('would stand')
  await expect(parley.selectedTag.getByRole('textbox', { name: 'Note' })).toHaveValue('Said twice.')

  await reader.drag('Dorian Pell')
  await parley.page.keyboard.press('1')
  await parley.quit()
  await parley.startAgain()
  await expect(parley.tags).toHaveCount(2)
})

test('while the project folder takes nothing, the status says so; it reads “Saved” when it is back', async ({
  parley,
}) => {
  const { desk } = parley
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.saved()

  renameSync(desk.path('project'), desk.path('moved'))
  // What stands in the folder's place takes no files, for root neither.
  writeFileSync(desk.path('project'), '')
  await parley.tag('Claim', 'the timetable would stand')
  await expect(parley.status).toContainText('cannot be reached, because a file stands in its place')
  await parley.tag('Actor', 'Ferry crews')
  await expect(parley.tags).toHaveCount(3)

  rmSync(desk.path('project'))
  renameSync(desk.path('moved'), desk.path('project'))
  await parley.saved()
  await parley.kill()
  rmSync(desk.path('home', 'projects'), { recursive: true })
  await parley.startAgain()
  await expect(parley.tags).toHaveCount(3)
})

test('a folder that is still away when the window closes gets the work at the next start', async ({
  parley,
}) => {
  const { desk } = parley
  await parley.startReading('ferry-strike.txt')
  await parley.saved()
  const messages = await parley.answerMessages()
  renameSync(desk.path('project'), desk.path('moved'))
  writeFileSync(desk.path('project'), '')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.quit()
  expect(await messages()).toEqual([
    expect.stringMatching(/^Your work is kept on this computer, but has not reached the project folder\. /),
  ])
  rmSync(desk.path('project'))
  renameSync(desk.path('moved'), desk.path('project'))
  expect(existsSync(desk.path('project', 'project.json'))).toBe(true)

  await parley.startAgain()
  await expect(parley.tags).toHaveCount(1)
  await parley.saved()
})
