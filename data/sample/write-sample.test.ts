import { expect, it } from 'vitest'
import { registryDocumentSchema } from '../model/document'
import { isEntry } from '../model/records'
import { entryName, Registry } from '../model/registry'
import { memoryFolder } from '../store/memory/memory-folder'
import { validate } from '../store/validate'
import { sampleWork } from './tags'
import { writeSample } from './write-sample'

const copy = { id: 'samplesamplesamp', created: '2031-11-21T09:00:00.000Z' }

it('writes a project in which every file, tag and link is in order', async () => {
  const folder = memoryFolder()
  expect(await writeSample(folder, 'sample', copy)).toMatchObject({ ok: true })

  const found = await validate(folder, 'sample')
  expect(found.problems).toEqual([])
  expect(found.articles).toBe(10)
  expect(found.tags).toBe(sampleWork.reduce((sum, { tags }) => sum + tags.length, 0))
  expect(found.links).toBe(sampleWork.reduce((sum, { links }) => sum + links.length, 0))
})

it('has one man twice, a role that changed, and answers that rule each other out', async () => {
  const folder = memoryFolder()
  await writeSample(folder, 'sample', copy)
  const files = [...folder.files].filter(([path]) => path.endsWith('/registry.json'))
  const records = files.flatMap(([, bytes]) => {
    const read = registryDocumentSchema.parse(JSON.parse(new TextDecoder().decode(bytes)))
    return Object.values(read.items).flatMap(({ record }) => record ?? [])
  })
  const registry = Registry.of(records.filter(isEntry))
  const named = (name: string) => registry.actors.find((actor) => actor.name === name)!

  expect(
    registry.perhapsTheSame().map(({ of, other }) => [entryName(of), entryName(other)].toSorted()),
  ).toEqual([['Davor Kelemin', 'Kelemin']])
  const { id, speaksFor } = named('Davor Kelemin')
  expect(registry.roleOf(id, '2020')?.title).toBe('Director, Upper Tesk dam')
  expect(registry.roleOf(id, '2031-10-14')?.title).toBe('Foreign Minister')
  expect(registry.actor(speaksFor)?.name).toBe('Government of Marenza')
  const opposed = registry.positions.filter((position) => registry.opponentsOf(position.id).length > 0)
  expect(opposed).toHaveLength(6)
})

it('leaves a folder alone that holds something', async () => {
  const folder = memoryFolder({ 'thesis.txt': 'mine' })
  expect(await writeSample(folder, 'thesis', copy)).toEqual({
    ok: false,
    error: { kind: 'folder-not-empty', folder: 'thesis' },
  })
  expect([...folder.files.keys()]).toEqual(['thesis.txt'])
})
