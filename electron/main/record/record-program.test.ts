import { parentPort } from 'node:worker_threads'
import { expect, it, vi } from 'vitest'

vi.mock(import('node:worker_threads'), async (original) => {
  const threads = await original()
  return { ...threads, parentPort: new threads.MessageChannel().port1 }
})
vi.mock(import('node:v8'), async (original) => ({ ...(await original()), setFlagsFromString: () => {} }))

it('runs one record in its thread, and not another for each file that it is made of', async () => {
  await import('./run-record')
  expect(parentPort?.listenerCount('message')).toBe(0)
  await import('./record-program')
  expect(parentPort?.listenerCount('message')).toBe(1)
  parentPort?.close()
})
