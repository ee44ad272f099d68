import { deleteTag, showBeside, takeIdentity, whereabouts } from './beside'
import { bothShow, expect, projectOf, shows, test, type SyncedFolders } from './synced'
import type { Workbench } from './workbench'

/** Two people at two desks, each with the same article open in a folder of their own and one tag on it. */
async function twoPeople(anna: Workbench, ben: Workbench, synced: SyncedFolders): Promise<void> {
  await anna.startReading('ferry-strike.txt')
  await anna.rename('Anna Weir')
  await anna.tag('Actor', 'Islanders')
  await anna.saved()
  await synced.keepInStep(projectOf(anna), projectOf(ben))
  await ben.start(projectOf(ben))
  await ben.rename('Ben Hale')
  await ben.tag('Actor', 'Dorian Pell')
  await ben.saved()
  await showBeside(ben, 'Anna Weir')
}

test('a tag comes by Syncthing within seconds, and whoever reads there stays where they are', async ({
  parley: anna,
  colleague: ben,
  synced,
}) => {
  await twoPeople(anna, ben, synced)
  await ben.resize(1000, 480)
  await ben.reader.drag('Mediators from the mainland')
  const before = await whereabouts(ben)
  expect(before).toMatchObject({ selected: 'Mediators from the mainland' })
  expect(before.scrolled).toBeGreaterThan(0)

  await anna.tag('Claim', 'six islands supplied')
  await anna.saved()
  await expect(ben.tags.filter({ hasText: 'six islands supplied' })).toBeVisible()
  expect(await whereabouts(ben)).toEqual(before)

  await ben.tagByKey('Actor')
  await expect(ben.reader.tag('Actor: Mediators from the mainland')).toBeVisible()
  await showBeside(anna, 'Ben Hale')
  await expect(anna.tags.filter({ hasText: 'Mediators from the mainland' })).toBeVisible()
})

test('two who tagged the same article while they were apart both have everything once they meet', async ({
  parley: anna,
  colleague: ben,
  synced,
}) => {
  await twoPeople(anna, ben, synced)
  await showBeside(anna, 'Ben Hale')
  await synced.inStep()

  await synced.part()
  await anna.tag('Claim', 'the timetable would stand')
  await anna.tag('Position', 'takes back its new timetable')
  await deleteTag(ben, 'Dorian Pell')
  await ben.tag('Claim', 'cannot be run from a wheelhouse')
  await Promise.all([anna.saved(), ben.saved()])
  await expect(anna.tags).toHaveCount(4)
  await expect(ben.tags).toHaveCount(2)

  await synced.meet()
  expect(synced.conflicts()).toEqual([])
  await bothShow(
    [anna, ben],
    [
      'Islanders',
      'the timetable would stand',
      'takes back its new timetable',
      'cannot be run from a wheelhouse',
    ],
  )
})

test('one person on two computers has what they did on either, and nothing that they deleted', async ({
  parley: desktop,
  colleague: laptop,
  synced,
}) => {
  await desktop.startReading('ferry-strike.txt')
  await desktop.rename('Anna Weir')
  for (const words of ['Islanders', 'Mediators', 'island council']) await desktop.tag('Actor', words)
  await desktop.saved()
  await synced.keepInStep(projectOf(desktop), projectOf(laptop))
  takeIdentity(desktop, laptop)
  await laptop.start(projectOf(laptop))
  await expect(laptop.page.getByRole('button', { name: 'Anna Weir', exact: true })).toBeVisible()
  await bothShow([desktop, laptop], ['Islanders', 'Mediators', 'island council'])

  await synced.part()
  await deleteTag(desktop, 'Islanders')
  await desktop.tag('Claim', 'the timetable would stand')
  await deleteTag(laptop, 'Mediators')
  await laptop.tag('Claim', 'cannot be run from a wheelhouse')
  await Promise.all([desktop.saved(), laptop.saved()])

  await synced.meet()
  expect(synced.conflicts()).toEqual([])
  const everything = ['island council', 'the timetable would stand', 'cannot be run from a wheelhouse']
  await bothShow([desktop, laptop], everything)
  await laptop.restart()
  await shows(laptop, everything)
})
