import { expect } from 'vitest'
import { readArticle } from '../../../importers/read-article'
import type { Annotation } from '../../../model/records'
import type { Store } from '../../store'
import { temporaryFolder } from '../testing/temporary-folder'
import { Clone, valueOf, type Worker } from './clone'

export const ada: Worker = { annotator: { id: 'ada-quill', name: 'Ada Quill' }, device: 'adaadaadaa' }
export const zoe: Worker = { annotator: { id: 'zoe-holt', name: 'Zoë Holt' }, device: 'zoezoezoez' }
export const adaAtHome: Worker = { ...ada, device: 'homehomeho' }

export const talks =
  'Ada Quill met Zoë 🙂 in Dalmere.\n\n“We will talk,” she said, and nobody asked her when.\n'
export const answer = 'Nobody spoke to Ada Quill.\n\nThe guns were quiet.\n'

/** Puts an article in and gives its id; one that is there stays as it is. */
export async function put(store: Store, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text)
  const { article } = valueOf(readArticle({ name: 'talks.txt', bytes }))
  valueOf(await store.addArticle(article, { bytes, extension: 'txt' }))
  return article.id
}

/** Tags words of an article, and gives the tag's id. */
export async function tag(store: Store, article: string, words: string, label = 'actor'): Promise<string> {
  const { text } = valueOf(await store.openArticle(article)).article
  const start = text.indexOf(words)
  const spans = [{ start, end: start + words.length }]
  const { changes } = valueOf(await store.carryOut({ do: 'annotate', article, spans, label }))
  return changes[0]!.id
}

export const remove = async (
  store: Store,
  article: string,
  ...annotations: readonly string[]
): Promise<void> => {
  valueOf(await store.carryOut({ do: 'delete', article, annotations }))
}

const isTag = (record: { readonly is: string }): record is Annotation => record.is === 'annotation'

/** Who has tagged what on an article, in the order of its text: "Ada Quill: Dalmere". */
export async function tagsOn(store: Store, article: string): Promise<readonly string[]> {
  const { sets } = valueOf(await store.openArticle(article))
  const { people } = store.view()
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id
  return sets
    .flatMap(({ annotator, records }) =>
      records.filter(isTag).map(({ target }) => ({ by: nameOf(annotator), ...target[0]! })),
    )
    .toSorted((a, b) => a.start - b.start || (a.by < b.by ? -1 : 1))
    .map(({ by, quote }) => `${by}: ${quote}`)
}

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
