import { expect } from 'vitest'
import { temporaryFolder } from '../testing/temporary-folder'
import { Clone, type Worker } from './clone'
import { put, tag, tagsOn } from './tagging'

export const ada: Worker = { annotator: { id: 'ada-quill', name: 'Ada Quill' }, device: 'adaadaadaa' }
export const zoe: Worker = { annotator: { id: 'zoe-holt', name: 'Zoë Holt' }, device: 'zoezoezoez' }
export const adaAtHome: Worker = { ...ada, device: 'homehomeho' }

export const talks =
  'Ada Quill met Zoë 🙂 in Dalmere.\n\n“We will talk,” she said, and nobody asked her when.\n'
export const answer = 'Nobody spoke to Ada Quill.\n\nThe guns were quiet.\n'

/** What everybody finds who opens the copy, and that it is whole and nothing was written by looking. */
export async function found(clone: Clone, ...articles: readonly string[]): Promise<readonly string[]> {
  const tags = await clone.work(async (store) => {
    expect(store.view().troubles).toEqual([])
    return Promise.all(articles.map((article) => tagsOn(store, article)))
  })
  expect((await clone.validate()).problems).toEqual([])
  expect(await clone.git('status', '--porcelain')).toBe('')
  return tags.flat()
}

/** Both have committed; one brings the other's in and pushes, the other takes what came of it. */
export async function exchange(one: Clone, other: Clone): Promise<void> {
  await one.push()
  await other.pull()
  await other.push()
  await one.pull()
}

/** A project with one article and one tag of Ada's, in two copies. */
export async function twoCopies(worker: Worker, ...settings: readonly string[]) {
  const desk = await temporaryFolder()
  const first = await Clone.first(desk, ada)
  const [article, dalmere] = await first.work(async (store) => {
    const id = await put(store, talks)
    return [id, await tag(store, id, 'Dalmere')]
  })
  await first.commit()
  await first.push()
  const second = await Clone.another(desk, worker, ...settings)
  const newlines = settings.length > 0 ? 'w/crlf' : 'w/lf'
  expect(await second.git('ls-files', '--eol', 'work')).toContain(newlines)
  return { first, second, article, dalmere }
}
