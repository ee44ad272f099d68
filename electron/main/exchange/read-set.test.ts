import { expect, it } from 'vitest'
import { readSet } from './read-set'

const nothing = { byId: async () => null, byUrl: async () => null }

it('knows a set of ours though another tool has sorted its keys', async () => {
  const text = JSON.stringify({ annotations: 'x'.repeat(20_000), format: 'parley/annotation-set' })
  expect(await readSet({ name: 'sorted.json', text }, nothing)).toMatchObject({
    ok: false,
    error: { kind: 'bad-file', where: 'annotations' },
  })
})
