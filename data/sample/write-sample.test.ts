import { expect, it } from 'vitest'
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

it('leaves a folder alone that holds something', async () => {
  const folder = memoryFolder({ 'thesis.txt': 'mine' })
  expect(await writeSample(folder, 'thesis', copy)).toEqual({
    ok: false,
    error: { kind: 'folder-not-empty', folder: 'thesis' },
  })
  expect([...folder.files.keys()]).toEqual(['thesis.txt'])
})
