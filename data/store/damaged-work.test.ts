import { describe, expect, it } from 'vitest'
import { decodeDocument } from './encode-document'
import { memoryJournal } from './memory/memory-journal'
import { adasWork, device, quotesOf, reopen, text } from './testing/adas-work'
import { bytesOf, open, tag, valueOf } from './testing/talks'

describe('a document that cannot be read', () => {
  const spoilt = {
    'is empty': () => new Uint8Array(),
    'is full of zeros': (bytes: Uint8Array) => new Uint8Array(bytes.length),
    'is cut off': (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2),
    'is garbage': () => Uint8Array.from({ length: 500 }, (_, i) => (i * 77) % 251),
    'has another shape': () => bytesOf('{"format":"parley/work","schema":2,"items":[]}'),
    'is null': () => bytesOf('null'),
    'has conflict markers of git': (bytes: Uint8Array) =>
      bytesOf(text(bytes).replace('"items"', '<<<<<<< HEAD\n"items"')),
    'has one letter wrong': (bytes: Uint8Array) => bytesOf(text(bytes).replace('"Ada', '"Adb')),
  }

  it.each(Object.entries(spoilt))('comes back whole from its history when it %s', async (_, spoil) => {
    const { folder, article, path, vault } = await adasWork([
      [0, 3],
      [0, 9],
      [24, 31],
    ])
    const damaged = spoil(folder.files.get(path)!)
    folder.files.set(path, damaged)

    const store = await reopen(folder, vault)
    expect(await quotesOf(store, article)).toEqual(['Ada', 'Ada Quill', 'Dalmere'].toSorted())
    expect(store.view().troubles).toContainEqual(
      expect.objectContaining({ kind: 'set-aside', who: null, isAside: true, back: 3 }),
    )
    expect([...vault.files.keys()].filter((name) => name.startsWith('quarantine/'))).toHaveLength(1)
    expect([...vault.files.values()]).toContainEqual(damaged)
    expect(Object.values(store.view().articles[0]!.tags), 'what the list counts').toEqual([3])
    // It is the owner's next save that puts another in its place.
    expect(folder.files.get(path)).toEqual(damaged)
    valueOf(await store.carryOut(tag(article, 14, 17)))
    await store.close()
    expect(decodeDocument(folder.files.get(path)!, path, 'work').ok).toBe(true)
    const again = await reopen(folder, vault)
    expect(await quotesOf(again, article)).toHaveLength(4)
    expect(again.view().troubles).toEqual([])
  })

  it('comes back from its whole lines and the last backup when its history is gone', async () => {
    const { folder, article, path, history, vault } = await adasWork([[0, 3]])
    const backup = folder.files.get(path)!
    const first = await reopen(folder, vault)
    valueOf(await first.carryOut(tag(article, 24, 31)))
    await first.close()
    folder.files.delete(history)
    const whole = text(folder.files.get(path)).split('\n')
    folder.files.set(
      path,
      bytesOf(
        whole
          .filter((line) => !line.includes('"Ada"'))
          .join('\n')
          .slice(0, -20),
      ),
    )

    const lines = await reopen(folder, vault)
    expect(await quotesOf(lines, article)).toEqual(['Dalmere'])
    const lastGood = async (of: string) => (of === path ? backup : null)
    const store = await open(folder, memoryJournal(), 'Ada Quill', device, vault, { lastGood })
    expect(await quotesOf(store, article)).toEqual(['Ada', 'Dalmere'])
  })

  it('is not written over where it could not be kept aside', async () => {
    const { folder, article, path } = await adasWork([[0, 3]])
    const damaged = folder.files.get(path)!.slice(0, 100)
    folder.files.set(path, damaged)
    const store = await reopen(folder, null)
    expect(await quotesOf(store, article)).toEqual(['Ada'])
    expect(await store.carryOut(tag(article, 0, 9))).toMatchObject({ error: { kind: 'damaged-file' } })
    await store.close()
    expect(folder.files.get(path)).toEqual(damaged)
  })

  it('of somebody else is shown as far as it can be made out, and never written', async () => {
    const { folder, article, path, vault } = await adasWork([
      [0, 3],
      [24, 31],
    ])
    folder.files.set(path, folder.files.get(path)!.slice(0, 50))
    const before = new Map(folder.files)
    const jonas = await reopen(folder, vault, 'Jonas Lim', 'bcdefghijk')
    expect(await quotesOf(jonas, article, 'ada-quill')).toEqual(['Ada', 'Dalmere'])
    expect(jonas.view().troubles).toContainEqual(
      expect.objectContaining({ kind: 'set-aside', who: 'Ada Quill', back: 2 }),
    )
    await jonas.close()
    expect(new Map([...folder.files].filter(([name]) => name.startsWith('work/ada')))).toEqual(
      new Map([...before].filter(([name]) => name.startsWith('work/ada'))),
    )
  })
})
