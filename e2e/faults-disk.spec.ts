import { expect, test } from './faults'

test('a full disk under the project: the work is kept on this computer, and saved by itself once there is room', async ({
  parley,
  disks,
}) => {
  const disk = disks.small(parley.desk.path('project'))
  await parley.startWith('ferry-strike.txt', 'quota-vote.txt')
  await parley.openArticle('Ferry crews')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.saved()

  await disk.begin()
  await parley.tag('Claim', 'the timetable would stand')
  await expect(parley.status).toHaveText(
    'Kept on this computer. The project folder could not be written, because the disk is full. Nothing is lost; once that is put right, it is saved by itself.',
  )
  await parley.tag('Actor', 'Ferry crews')
  await parley.openArticle('Quota')
  await parley.openArticle('Ferry crews')
  await expect(parley.tags).toHaveCount(3)
  await parley.kill()
  await parley.startAgain()
  await expect(parley.tags).toHaveCount(3)

  await disk.end()
  await parley.saved()
  await parley.restart()
  await expect(parley.tags).toHaveCount(3)
  await parley.saved()
})

test('full disks everywhere: what could not be made safe is not shown as made, and the message says so', async ({
  parley,
  disks,
}) => {
  const ours = disks.small(parley.desk.path('home', 'projects'))
  const disk = disks.small(parley.desk.path('project'))
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.saved()

  await ours.begin()
  await parley.tag('Claim', 'the timetable would stand')
  await parley.saved()

  await disk.begin()
  await parley.reader.drag('Ferry crews')
  await parley.page.keyboard.press('1')
  await expect(
    parley.notice(
      'This could not be saved, because the disk is full, so it was not done. What was saved before is safe; put that right, and try again.',
    ),
  ).toBeVisible()
  await expect(parley.tags).toHaveCount(2)

  await disk.end()
  await ours.end()
  await parley.tag('Actor', 'Ferry crews')
  await parley.saved()
  await parley.kill()
  await parley.startAgain()
  await expect(parley.tags).toHaveCount(3)
})

test('a folder that may not be written: it can be read, and gets the work once it may', async ({
  parley,
  disks,
}) => {
  await parley.startReading('ferry-strike.txt')
  await parley.tag('Actor', 'Dorian Pell')
  await parley.saved()
  const folder = disks.readOnly(parley.desk.path('project'))
  await folder.begin()
  await parley.tag('Claim', 'the timetable would stand')
  await expect(parley.status).toHaveText(
    /^Kept on this computer\. The project folder could not be written, because (the disk is read-only|permission was denied)\. Nothing is lost; /,
  )
  await folder.end()
  await parley.saved()
  await parley.restart()
  await expect(parley.tags).toHaveCount(2)
})
