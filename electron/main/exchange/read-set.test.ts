import { expect, it } from 'vitest'
import { explain } from '../../../data/model/explain'
import { readSet } from './read-set'

const nothing = { byId: async () => null, byUrl: async () => null }

it('knows a set of ours though another tool has sorted its keys', async () => {
  const text = JSON.stringify({ annotations: 'x'.repeat(20_000), format: 'parley/annotation-set' })
  expect(await readSet({ name: 'sorted.json', text }, nothing)).toMatchObject({
    ok: false,
    error: { kind: 'bad-file', where: 'annotations' },
  })
})

it.each([
  '[]',
  '{ "items": [] }',
  '{ "annotations": [] }',
  '{ "type": "AnnotationCollection", "total": 0, "first": { "type": "AnnotationPage", "items": [] } }',
])('says of %s that nobody has tagged anything there', async (text) => {
  const read = await readSet({ name: 'empty.json', text }, nothing)
  expect(read.ok ? null : explain(read.error)).toBe('“empty.json” has no tags in it. Nothing was received.')
})
