import { describe, expect, it } from 'vitest'
import { workKind } from './document-kind'
import { decodeDocument, encodeDocument } from './encode-document'
import { decodeSteps } from './history-log'
import { paths } from './paths'
import { adasWork, quotesOf, reopen, text } from './testing/adas-work'
import { bytesOf, tag, valueOf } from './testing/talks'

describe('another version of the program', () => {
  it('leaves a file that is brought up and kept as it was', async () => {
    const { folder, article, path, history, vault } = await adasWork([[0, 3]])
    const { logged: _, ...document } = valueOf(decodeDocument(folder.files.get(path)!, path, 'work'))
    const first = encodeDocument({ ...document, schema: 1 } as never)
    folder.files.set(path, first)
    folder.files.delete(history)

    const store = await reopen(folder, vault)
    expect(await quotesOf(store, article)).toEqual(['Ada'])
    expect(folder.files.get(path)).toEqual(first)
    valueOf(await store.carryOut(tag(article, 24, 31)))
    await store.close()
    expect(text(folder.files.get(path))).toContain('"schema":2')
    expect([...vault.files].find(([name]) => name.startsWith('older/'))?.[1]).toEqual(first)
    const { steps } = decodeSteps(folder.files.get(history)!, workKind, article)
    expect(steps.map(({ did, items }) => [did, Object.keys(items).length])).toEqual([
      ['begin', 1],
      ['annotate', 1],
    ])
  })

  it('has a newer file read and not changed', async () => {
    const { folder, article, path, vault } = await adasWork([[0, 3]])
    const document = valueOf(decodeDocument(folder.files.get(path)!, path, 'work'))
    const newer = encodeDocument({ ...document, schema: 3, minReader: 2 } as never)
    folder.files.set(path, newer)
    const store = await reopen(folder, vault)
    expect(await quotesOf(store, article)).toEqual(['Ada'])
    expect(store.view().troubles).toMatchObject([{ kind: 'newer-file', file: path }])
    expect(await store.carryOut(tag(article, 0, 9))).toMatchObject({ error: { kind: 'newer-file' } })
    await store.close()
    expect(folder.files.get(path)).toEqual(newer)
  })
})

describe('the file with my name', () => {
  const person = paths.person('ada-quill')

  it('is kept aside when it is damaged, before a new one takes its place', async () => {
    const { folder, article, vault } = await adasWork([])
    folder.files.set(person, bytesOf('{"name'))
    const store = await reopen(folder, vault)
    valueOf(await store.carryOut(tag(article, 0, 3)))
    await store.close()
    expect(text(folder.files.get(person))).toContain('"name": "Ada Quill"')
    expect([...vault.files.values()].map(text)).toContain('{"name')
  })

  it('of a newer program is read where it may be, and never written over', async () => {
    const { folder, article, vault } = await adasWork([])
    const newer = { format: 'parley/person', schema: 2, id: 'ada-quill', name: 'Ada Q.', mood: 'good' }
    for (const content of [newer, { ...newer, minReader: 1 }]) {
      folder.files.set(person, bytesOf(JSON.stringify(content)))
      const store = await reopen(folder, vault)
      valueOf(await store.carryOut(tag(article, 0, 3)))
      await store.close()
      expect(JSON.parse(text(folder.files.get(person)))).toEqual(content)
    }
  })
})
