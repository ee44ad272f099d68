import { describe, expect, it, vi } from 'vitest'
import { memoryFolder } from './memory/memory-folder'
import { memoryJournal } from './memory/memory-journal'
import { adasWork, device, quotesOf, reopen, text } from './testing/adas-work'
import { bytesOf, open, tag, valueOf } from './testing/talks'
import { validate } from './validate'
import type { Store } from './store'

describe('a second version of my own file', () => {
  /** What the same profile on another computer made of the same file. */
  async function twin(tags: readonly (readonly [number, number])[]) {
    const work = await adasWork([[0, 3]])
    const other = memoryFolder(Object.fromEntries(work.folder.files))
    const store = await reopen(other, null)
    for (const [start, end] of tags) valueOf(await store.carryOut(tag(work.article, start, end)))
    await store.close()
    return { ...work, theirs: other.files.get(work.path)! }
  }

  const styles = {
    ownCloud: '(conflicted copy 2031-03-12 093612).json',
    Nextcloud: ' (conflicted copy 2031-03-12 093612).json',
    Syncthing: '.sync-conflict-20310312-093612-ABCDEFG.json',
    Synology: '_ADA-PC_Mar-12-093612-2031_CaseConflict_1.json',
    Resilio: '.json.Conflict',
    Dropbox: ' (Ada Quill’s conflicted copy 2031-03-12).json',
    OneDrive: '-ADA-PC.json',
    'Google Drive': ' (1).json',
    iCloud: ' 2.json',
  }

  it.each(Object.entries(styles))('that %s keeps is joined, and then put away', async (_, ending) => {
    const { folder, article, path, vault, theirs } = await twin([[24, 31]])
    const copy = path.replace(/\.json$/, ending)
    folder.files.set(copy, theirs)

    const store = await reopen(folder, vault)
    expect(await quotesOf(store, article)).toEqual(['Ada', 'Dalmere'])
    await store.flush()
    expect(folder.files.has(copy)).toBe(false)
    expect([...vault.files.keys()].some((name) => name.startsWith('copies/'))).toBe(true)
    expect(store.view().troubles).toMatchObject([{ kind: 'copies-merged', copies: 1, items: 1 }])
    await store.close()
    const again = await reopen(folder, vault)
    expect(await quotesOf(again, article)).toEqual(['Ada', 'Dalmere'])
    expect(again.view().troubles).toEqual([])
  })

  it('of the history has its steps in mine, each once', async () => {
    const { folder, article, path, history, vault, theirs } = await twin([[24, 31]])
    folder.files.set(path.replace(/\.json$/, ' (1).json'), theirs)
    const other = memoryFolder(Object.fromEntries(folder.files))
    const elsewhere = await reopen(other, null)
    valueOf(await elsewhere.carryOut(tag(article, 10, 13)))
    await elsewhere.close()
    const copy = history.replace(/\.log$/, '.sync-conflict-20310312-093612-ABCDEFG.log')
    folder.files.set(copy, other.files.get(history)!)

    const store = await reopen(folder, vault)
    const quotes = async () =>
      valueOf(await store.historyOf(article)).entries.flatMap(({ did, changes }) =>
        changes.flatMap(({ after }) =>
          after?.is === 'annotation' ? `${did} ${after.target[0]!.quote}` : [],
        ),
      )
    const before = await quotes()
    expect(before.filter((line) => line === 'annotate Ada')).toHaveLength(1)
    expect(before).toContain('annotate met')
    valueOf(await store.openArticle(article))
    await store.flush()
    expect(folder.files.has(copy)).toBe(false)
    expect((await quotes()).filter((line) => line === 'annotate met')).toHaveLength(1)
    await store.close()
  })

  it('stays where it is when it cannot be kept aside, and counts all the same', async () => {
    const { folder, article, path, theirs } = await twin([[24, 31]])
    const copy = path.replace(/\.json$/, ' (1).json')
    folder.files.set(copy, theirs)
    const store = await reopen(folder, null)
    expect(await quotesOf(store, article)).toEqual(['Ada', 'Dalmere'])
    await store.close()
    expect(folder.files.has(copy)).toBe(true)
  })

  it('that took its place while I work is joined before it is written again', async () => {
    const { folder, article, path, vault, theirs } = await twin([[24, 31]])
    const store = await reopen(folder, vault)
    valueOf(await store.openArticle(article))
    folder.files.set(path, theirs)
    valueOf(await store.carryOut(tag(article, 14, 17)))
    await store.close()
    const again = await reopen(folder, vault)
    expect(await quotesOf(again, article)).toEqual(['Ada', 'Dalmere', 'Zoë'])
  })

  it('that is damaged is kept aside, and what I have takes its place', async () => {
    const { folder, article, path, vault } = await twin([])
    const store = await reopen(folder, vault)
    valueOf(await store.openArticle(article))
    folder.files.set(path, bytesOf('torn'))
    valueOf(await store.carryOut(tag(article, 14, 17)))
    await store.close()
    expect([...vault.files.values()].map(text)).toContain('torn')
    expect(await quotesOf(await reopen(folder, vault), article)).toEqual(['Ada', 'Zoë'])
  })

  it('comes back when somebody removed it', async () => {
    const { folder, article, path, vault } = await twin([])
    const store = await reopen(folder, vault)
    valueOf(await store.openArticle(article))
    folder.files.delete(path)
    valueOf(await store.carryOut(tag(article, 14, 17)))
    await store.close()
    expect(await quotesOf(await reopen(folder, vault), article)).toEqual(['Ada', 'Zoë'])
  })
})

describe('a copied profile', () => {
  it('gets a name of its own while both run, and nothing of either is lost', async () => {
    const { folder, article } = await adasWork([])
    const devices: string[] = []
    const begin = (name: string) =>
      open(folder, memoryJournal(), 'Ada Quill', device, memoryFolder(), {
        async newDevice() {
          devices.push(name)
          return name
        },
      })
    const [here, there] = [await begin('bcdefghijk'), await begin('cdefghijkl')]
    valueOf(await here.carryOut(tag(article, 0, 3)))
    valueOf(await there.carryOut(tag(article, 24, 31)))
    await vi.waitFor(() => expect(devices.length).toBeGreaterThan(0), 5_000)
    await vi.waitFor(() => {
      const troubles = [...here.view().troubles, ...there.view().troubles]
      expect(troubles.map(({ kind }) => kind)).toContain('device-cloned')
    })
    valueOf(await here.carryOut(tag(article, 10, 13)))
    valueOf(await there.carryOut(tag(article, 14, 17)))
    await Promise.all([here.close(), there.close()])
    expect(
      [...folder.files.keys()].filter((name) => name.endsWith(`${article}.json`)).length,
    ).toBeGreaterThan(1)
    const again = await reopen(folder, null)
    expect(await quotesOf(again, article)).toEqual(['Ada', 'Dalmere', 'Zoë', 'met'].toSorted())
  })
})

describe('a link whose tag was deleted on a device that did not know of it', () => {
  it('counts again when the tag comes back', async () => {
    const { folder, article } = await adasWork([
      [0, 9],
      [24, 31],
    ])
    const phone = await reopen(folder, null, 'Ada Quill', 'bcdefghijk')
    const ids = valueOf(await phone.openArticle(article)).sets[0]!.records.map(({ id }) => id)
    valueOf(await phone.carryOut({ do: 'delete', article, annotations: [ids[0]!] }))
    const laptop = await reopen(folder, null)
    valueOf(await laptop.carryOut({ do: 'link', article, type: 'cites', from: ids[0]!, to: ids[1]! }))
    await laptop.close()
    await phone.flush()
    const kinds = async (store: Store) =>
      valueOf(await store.openArticle(article)).sets[0]!.records.map(({ is }) => is)
    expect(await kinds(await reopen(folder, null))).toEqual(['annotation'])
    expect((await validate(folder, 'talks')).problems).toEqual([])

    valueOf(await phone.undo())
    await phone.close()
    expect((await kinds(await reopen(folder, null))).toSorted()).toEqual(['annotation', 'annotation', 'link'])
  })
})
