import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { valueOf } from './git/clone'
import { ada, adaAtHome, answer, exchange, found, twoCopies } from './git/scene'
import { put, remove, tag, tagsOn } from './git/tagging'

it('has no link without its ends when one was made and the other deleted apart', async () => {
  const { first, second, article, dalmere } = await twoCopies(adaAtHome)
  const said = await first.work((store) => tag(store, article, 'We will talk', 'claim'))
  await first.commit()
  await first.push()
  await second.pull()
  await first.work(async (store) => {
    const link = { do: 'link', article, type: 'makes', from: dalmere, to: said } as const
    valueOf(await store.carryOut(link))
  })
  await second.work((store) => remove(store, article, dalmere))
  for (const clone of [first, second]) await clone.commit()
  await exchange(first, second)
  for (const clone of [first, second])
    expect(await found(clone, article)).toEqual(['Ada Quill: We will talk'])
})

it('loses nothing of either side where git left its marks in one file, and the rest works meanwhile', async () => {
  const { first, second, article } = await twoCopies(ada)
  const other = await first.work(async (store) => {
    await tag(store, article, 'Zoë 🙂')
    const id = await put(store, answer)
    await tag(store, id, 'The guns')
    return id
  })
  await second.work((store) => tag(store, article, 'We will talk', 'claim'))
  for (const clone of [first, second]) await clone.commit()
  await first.push()
  await expect(second.pull()).rejects.toMatchObject({ stdout: expect.stringContaining('CONFLICT') })
  const [path = ''] = (await second.git('diff', '--name-only', '--diff-filter=U', '--', '*.json')).split('\n')
  const file = join(second.root, path)
  const marked = await readFile(file, 'utf8')
  expect(marked).toContain('<<<<<<<')
  expect((await second.validate()).problems).toMatchObject([{ file: path }])

  const everything = ['Ada Quill: Zoë 🙂', 'Ada Quill: Dalmere', 'Ada Quill: We will talk']
  await second.work(async (store) => {
    expect(await tagsOn(store, other)).toEqual(['Ada Quill: The guns'])
    await tag(store, other, 'Nobody')
    expect(await tagsOn(store, article)).toEqual(everything)
    const aside = store.view().troubles.filter(({ kind }) => kind === 'set-aside')
    expect(aside).toMatchObject([{ file: path, isAside: true, back: 3, of: 3 }])
    await tag(store, article, 'nobody asked her')
  })
  expect(await textsBelow(join(second.root, '..', 'vault')), 'what is kept of the file').toContain(marked)
  await second.commit()
  const all = [...everything, 'Ada Quill: nobody asked her']
  expect(await found(second, article)).toEqual(all)
  await second.push()
  await first.pull()
  expect(await found(first, article)).toEqual(all)
})

async function textsBelow(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return Promise.all(files.map((entry) => readFile(join(entry.parentPath, entry.name), 'utf8')))
}
