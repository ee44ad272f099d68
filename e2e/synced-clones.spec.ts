import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import type { WorkRecord } from '../data/model/records'
import { rangeOf } from '../data/text/quote'
import { decodeDocument, encodeDocument } from '../data/store/encode-document'
import { bothShow, expect, filesIn, projectOf, shows, test } from './synced'
import type { Workbench } from './workbench'

test('a copy of a whole computer, under the same name and as the same device, loses nothing of either', async ({
  parley: computer,
  colleague: copy,
  synced,
}) => {
  await computer.startReading('ferry-strike.txt')
  await computer.rename('Anna Weir')
  await computer.tag('Actor', 'Islanders')
  await computer.saved()
  await computer.quit()
  cpSync(computer.desk.home, copy.desk.home, { recursive: true })
  await synced.keepInStep(projectOf(computer), projectOf(copy))
  await Promise.all([computer.startAgain(), copy.start(projectOf(copy))])
  await bothShow([computer, copy], ['Islanders'])

  await synced.part()
  await computer.tag('Claim', 'the timetable would stand')
  await computer.tag('Actor', 'Mediators')
  await copy.tag('Claim', 'cannot be run from a wheelhouse')
  await Promise.all([computer.saved(), copy.saved()])
  await synced.meet()
  const apart = ['Islanders', 'the timetable would stand', 'Mediators', 'cannot be run from a wheelhouse']
  await bothShow([computer, copy], apart)

  await computer.tag('Position', 'takes back its new timetable')
  await computer.saved()
  await copy.tag('Position', 'meet before Thursday')
  await copy.saved()
  await synced.inStep()
  const everything = [...apart, 'takes back its new timetable', 'meet before Thursday']
  await bothShow([computer, copy], everything)
  await Promise.all([computer.restart(), copy.restart()])
  await bothShow([computer, copy], everything)
})

for (const last of ['here', 'elsewhere'] as const)
  test(`the other version that Syncthing keeps of my file counts, with the later one ${last}`, async ({
    parley,
    colleague: { desk },
    synced,
  }) => {
    const elsewhere = desk.path('project')
    await parley.startReading('ferry-strike.txt')
    await parley.tag('Actor', 'Islanders')
    await parley.saved()
    await synced.keepInStep(projectOf(parley), elsewhere)

    await synced.part()
    const tagElsewhere = () => {
      addTag(elsewhere, 'Islanders', 'cannot be run from a wheelhouse')
      return Promise.resolve()
    }
    const tagHere = async () => {
      await parley.tag('Claim', 'the timetable would stand')
      await parley.saved()
    }
    for (const act of last === 'here' ? [tagElsewhere, tagHere] : [tagHere, tagElsewhere]) await act()
    await synced.meet()
    const apart = ['Islanders', 'the timetable would stand', 'cannot be run from a wheelhouse']
    // Parley joins the other version in by itself, and puts it away as soon as its own file has it: it may have done so by now.
    const others = [...synced.conflicts(), ...putAway(parley)]
    expect(others, 'what Syncthing calls the other version').not.toEqual([])
    await shows(parley, apart)

    await parley.tag('Actor', 'Mediators')
    await parley.saved()
    await synced.inStep()
    await shows(parley, [...apart, 'Mediators'])
    await parley.restart()
    await shows(parley, [...apart, 'Mediators'])
  })

/** The copies of sync programs that Parley has put away, by path. */
const putAway = ({ desk }: Workbench): readonly string[] =>
  filesIn(desk.home).filter((path) => path.split(sep).includes('copies'))

/**
 * The only file of work in a folder gets a tag more, as by a program that knows nothing of another under its name:
 * like the tag on the words `model`, but on `words`.
 */
function addTag(folder: string, model: string, words: string): void {
  const [path] = filesIn(folder).filter((file) => /^work.*[a-z2-7]{26}\.json$/.test(file))
  const file = join(folder, path!)
  const read = decodeDocument(readFileSync(file), file, 'work')
  if (!read.ok) throw new Error(`${file} is ${read.error.kind}.`)
  const document = read.value
  const like = Object.values(document.items).find(({ record }) => quoteOf(record) === model)?.record
  if (like?.is !== 'annotation') throw new Error(`There is no tag on “${model}”.`)
  const id = `${like.id.slice(0, -4)}0000`
  const article: { text: string } = JSON.parse(readFileSync(join(folder, articleFile(folder)), 'utf8'))
  const start = article.text.indexOf(words)
  const target = [rangeOf(article.text, { start, end: start + words.length })]
  const clock = document.clock + 1
  const items = {
    ...document.items,
    [id]: { rev: [clock, document.device] as const, record: { ...like, id, target } },
  }
  writeFileSync(file, encodeDocument({ ...document, clock, items }))
}

const quoteOf = (record: WorkRecord | null): string | undefined =>
  record?.is === 'annotation' ? record.target[0]?.quote : undefined

const articleFile = (folder: string): string => filesIn(folder).find((file) => file.endsWith('article.json'))!
