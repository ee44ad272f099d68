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

  const beside = parley.page.getByRole('combobox', { name: 'Tags shown beside mine' })
  await beside.selectOption({ label: 'with Signe Holt’s' })
  await expect(parley.tags).toHaveCount(2)
  await expect(reader.tag('Actor: Dorian Pell')).toBeVisible()
  await expect(parley.selectedTag).toContainText('timetable would stand')

  await colleague.tag('Claim', 'the timetable would stand')
  await colleague.saved()
  await expect(parley.tags).toHaveCount(3)
  await expect(parley.status).toHaveText('Saved')
})
