import { Clone, type Worker } from '../data/store/files/git/clone'
import { tag, tagsOn } from '../data/store/files/git/tagging'
import { showBeside, whereabouts } from './beside'
import { shows } from './synced'
import { expect, test } from './workbench'

const ben: Worker = { annotator: { id: 'ben-hale', name: 'Ben Hale' }, device: 'benbenbenb' }

test('what a colleague pushed comes in with a pull while I read, and what I did goes to them', async ({
  parley,
}) => {
  const { desk, reader } = parley
  await parley.startReading('ferry-strike.txt')
  await parley.rename('Anna Weir')
  await parley.tag('Actor', 'Islanders')
  await parley.saved()
  const mine = await Clone.adopt(desk.folder, desk.folder, ben)
  await mine.commit()
  await mine.push()
  const theirs = await Clone.another(desk.folder, ben)
  const article = await theirs.work(async (store) => {
    const { id } = store.view().articles[0]!.summary
    await tag(store, id, 'Dorian Pell')
    return id
  })
  await theirs.commit()
  await theirs.push()

  await parley.tag('Claim', 'the timetable would stand')
  await parley.saved()
  await reader.drag('Mediators from the mainland')
  const before = await whereabouts(parley)
  await mine.commit()
  await mine.pull()
  await showBeside(parley, 'Ben Hale')
  await shows(parley, ['Islanders', 'the timetable would stand', 'Dorian Pell'])
  expect(await whereabouts(parley)).toMatchObject({ selected: before.selected, scrolled: before.scrolled })

  await mine.push()
  await theirs.pull()
  const everything = ['Anna Weir: Islanders', 'Anna Weir: the timetable would stand', 'Ben Hale: Dorian Pell']
  expect((await theirs.work((store) => tagsOn(store, article))).toSorted()).toEqual(everything)
})
