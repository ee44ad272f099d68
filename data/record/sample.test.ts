import { beforeAll, expect, it } from 'vitest'
import { builtInCodebook } from '../model/built-in-codebook'
import { liveRecords, liveWork } from '../model/document'
import { isEntry } from '../model/records'
import { Registry } from '../model/registry'
import { writeSample } from '../sample/write-sample'
import { findWork } from '../store/find-work'
import { readArticleFile } from '../store/load-project'
import { readRegistriesOf, readWorks, shardsIn, workIn, writersIn } from '../store/load-work'
import { memoryFolder } from '../store/memory/memory-folder'
import { rowIn } from './drawn-work.test-data'
import { statementsOf } from './statements'

/** The rows of the sample by annotator and title. */
const tables = new Map<string, string[]>()

beforeAll(async () => {
  const folder = memoryFolder()
  await writeSample(folder, 'sample', { id: 'aaaaaaaaaaaaaaaa', created: '2031-11-20T09:00:00.000Z' })
  const writers = await writersIn(folder)
  const files = await findWork(folder, null)
  const entries = [...(await readRegistriesOf(folder, files.documents, [])).values()].flatMap(liveRecords)
  const registry = Registry.of(entries.filter(isEntry))
  const shards = await Promise.all(writers.map((writer) => shardsIn(folder, writer, [])))
  for (const shard of new Set(shards.flat()))
    for (const [id, files] of await workIn(folder, writers, shard, [])) {
      const article = await readArticleFile(folder, id)
      const title = (article.ok && article.value?.title) || id
      for (const [annotator, items] of await readWorks(folder, files, [])) {
        const work = { article: id, annotator, records: liveWork(items) }
        const rows = statementsOf(work, builtInCodebook, registry).map(rowIn(registry))
        tables.set(`${annotator.split('-')[0]}: ${title}`, rows)
      }
    }
})

const tableBy = (name: string): string[] => [...tables].find(([known]) => known.startsWith(name))?.[1] ?? []

it('reads what was made of one report as somebody would who reads it', () => {
  const [kelemin, marchbane] = ['Davor Kelemin', 'Helen Marchbane']
  const league = 'Observers of the League of Neutral States.:'
  expect(tableBy('ines: Caldria will not discuss')).toEqual([
    `${marchbane} for2 Yes: all troops must be out first.: “Caldria will not discuss the future of the Tesk valley until the last Marenzan soldier has left it” by UNS`,
    `${kelemin} on ?: “"We will speak to anyone, but not with a pistol on the table,””`,
    `${marchbane} for2 ${league} ““An observer from a neutral country is a thermometer. Nobody falls ill of it,””`,
    `${marchbane} for ${league} “let in a mission of the League of Neutral States” to ${kelemin}`,
    `${kelemin} against ${league} “two armies which can see each other "need no third pair of eyes"”`,
    `${kelemin} for2 Joint patrols of the two armies alone.: “two armies which can see each other "need no third pair of eyes"”`,
    'Lidia Prosk on ?: “Caldria was being steered by “people in Haverleigh who want a winning photograph more than a working dam.””',
    "Zoë Pemberlow on ?: “Caldria “did not march into anyone's valley.””",
    'Zoë Pemberlow on ?: “"The foreign secretary asked for three things: the soldiers out, the engineers home, the Highland Guard in the room. She came back with a date,"”',
    'Zoë Pemberlow for2 Yes, as a party in its own right.: (held)',
    `${kelemin} on ?: “the meeting “useful””`,
    `${kelemin} on ?: “Marenzan troops had laid new mines along the valley road”`,
    `${kelemin} on ?: “"That is simply untrue,"”`,
  ])
})

it('finds statements in everybody’s work on every article', () => {
  expect(tables.size).toBe(16)
  expect([...tables.values()].every((rows) => rows.length >= 5)).toBe(true)
})
