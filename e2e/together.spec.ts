import { delayOf, deleteTag, showBeside, takeIdentity, whereabouts } from './beside'
import { expect, test } from './workbench'

test('what a colleague saves in the same folder appears while I read, and my selection stays', async ({
  parley,
  colleague,
}) => {
  const { reader } = await parley.startReading('ferry-strike.txt')
  await parley.tag('Position', 'timetable would stand')
  await parley.saved()

  await colleague.start(parley.desk.path('project'))
  await colleague.rename('Signe Holt')
  await colleague.tag('Actor', 'Dorian Pell')
  await colleague.saved()

  await showBeside(parley, 'Signe Holt')
  await expect(parley.tags).toHaveCount(2)
  await expect(reader.tag('Actor: Dorian Pell')).toBeVisible()
  await expect(parley.selectedTag).toContainText('timetable would stand')

  await colleague.tag('Claim', 'the timetable would stand')
  await colleague.saved()
  await expect(parley.tags).toHaveCount(3)
  await expect(parley.status).toHaveText('Saved')
})

test('it appears within two seconds, while I select words and write a note, and disturbs neither', async ({
  parley,
  colleague,
}, story) => {
  const { reader, page } = await parley.startReading('ferry-strike.txt')
  await colleague.start(parley.desk.path('project'))
  await colleague.rename('Signe Holt')
  await colleague.tag('Actor', 'Dorian Pell')
  await colleague.saved()
  await showBeside(parley, 'Signe Holt')
  await parley.resize(1000, 480)

  await reader.drag('Mediators from the mainland')
  const before = await whereabouts(parley)
  expect(before).toMatchObject({ selected: 'Mediators from the mainland' })
  expect(before.scrolled).toBeGreaterThan(0)
  const delays: number[] = []
  for (const words of ['takes back', 'on Friday', 'forty-one of them', 'six islands', 'two hands'])
    delays.push(await delayOf(colleague, parley, words))
  expect(await whereabouts(parley)).toEqual(before)
  const [, , median = NaN] = delays.toSorted((a, b) => a - b)
  story.annotations.push({ type: 'median delay in ms', description: `${median} of ${delays.join(', ')}` })
  expect(median, `the median of ${delays.join(', ')} ms`).toBeLessThan(4000)

  await parley.tagByKey('Actor')
  const note = parley.selectedTag.getByRole('textbox', { name: 'Note' })
  await note.focus()
  await page.keyboard.type('Who ')
  await delayOf(colleague, parley, 'on the quay')
  await page.keyboard.type('are they?')
  await expect(note).toBeFocused()
  await expect(note).toHaveValue('Who are they?')
  await parley.saved()
})

test('one person at two computers works in one folder, and has at each what they did at the other', async ({
  parley: desktop,
  colleague: laptop,
}) => {
  await desktop.startReading('ferry-strike.txt')
  await desktop.tag('Actor', 'Dorian Pell')
  await desktop.tag('Claim', 'the timetable would stand')
  await desktop.saved()
  takeIdentity(desktop, laptop)
  await laptop.start(desktop.desk.path('project'))
  await expect(laptop.tags).toHaveCount(2)

  await laptop.tag('Actor', 'Mediators')
  await deleteTag(laptop, 'Dorian Pell')
  await laptop.saved()
  await expect(desktop.reader.tag('Actor: Mediators')).toBeVisible()
  await expect(desktop.reader.tag('Actor: Dorian Pell')).toBeHidden()

  await deleteTag(desktop, 'Mediators')
  await desktop.saved()
  await expect(laptop.reader.tags).toHaveCount(1)
  await laptop.restart()
  await expect(laptop.tags).toHaveCount(1)
  await expect(laptop.tags).toContainText('the timetable would stand')
})

test('a second start by the same user brings the one window to the front, and ends', async ({ parley }) => {
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.saved()
  const windows = () =>
    parley.program.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => (window.isFocused() ? 'in front' : 'behind')),
    )
  await parley.program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.blur())
  await expect.poll(windows).toEqual(['behind'])

  await parley.startSecond(parley.desk.path('project'))
  await expect.poll(windows).toEqual(['in front'])
  await expect(parley.tags).toHaveCount(1)
  await parley.tag('Claim', 'the timetable would stand')
  await parley.saved()
})
