import { expect, it, onTestFinished, vi } from 'vitest'
import { memoryFolder, type MemoryFolder } from './memory/memory-folder'
import { paths } from './paths'
import { Presence } from './presence'

const [annotator, device] = ['ada-quill', 'abcdefghij']
const path = paths.presence(annotator, device)

async function begin(folder: MemoryFolder, session: string) {
  const cloned = vi.fn()
  const presence = new Presence({ folder, annotator, device, session, every: 2, cloned })
  onTestFinished(() => presence.stop())
  await presence.begin()
  return { presence, cloned }
}

const aWhile = () => new Promise((later) => setTimeout(later, 60))

it('finds out when two programs run under one name, and one of them is enough', async () => {
  const folder = memoryFolder()
  const first = await begin(folder, 'first')
  const second = await begin(folder, 'second')
  await vi.waitFor(() =>
    expect(first.cloned.mock.calls.length + second.cloned.mock.calls.length).toBeGreaterThan(0),
  )
  first.presence.stop()
  second.presence.stop()
  expect(first.cloned.mock.calls.length + second.cloned.mock.calls.length).toBeLessThanOrEqual(2)
})

it('says nothing when one program ended before the other began', async () => {
  const folder = memoryFolder()
  const first = await begin(folder, 'first')
  first.presence.stop()
  const second = await begin(folder, 'second')
  await aWhile()
  expect(first.cloned).not.toHaveBeenCalled()
  expect(second.cloned).not.toHaveBeenCalled()
})

it('is not misled by an old copy of the file, nor by one that cannot be read', async () => {
  const folder = memoryFolder()
  const old = await begin(folder, 'yesterday')
  old.presence.stop()
  const copy = folder.files.get(path)!
  const { cloned } = await begin(folder, 'today')
  folder.files.set(path, copy)
  await aWhile()
  folder.files.set(path, new Uint8Array([123]))
  await aWhile()
  folder.files.delete(path)
  await aWhile()
  expect(cloned).not.toHaveBeenCalled()
})

it('clears away what a sync program kept of the file', async () => {
  const folder = memoryFolder()
  const copy = path.replace('.json', '.sync-conflict-20310312-093612-ABCDEFG.json')
  folder.files.set(copy, new Uint8Array([123]))
  folder.files.set(path.replace('meta', 'registry'), new Uint8Array([123]))
  await begin(folder, 'today')
  expect([...folder.files.keys()].toSorted()).toEqual([path, path.replace('meta', 'registry')])
})
