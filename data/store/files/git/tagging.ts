import { readArticle } from '../../../importers/read-article'
import type { Annotation } from '../../../model/records'
import type { Store } from '../../store'
import { valueOf } from './clone'

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
