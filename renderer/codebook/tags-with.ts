import type { Annotation } from '../../data/model/records'
import { unpack } from '../../data/record/packed'
import { unpackArticle } from '../../data/store/packed-article'
import { store } from '../state/store'
import { quoteOf } from '../state/tags'
import { workbench } from '../state/workbench'

/** A tag of mine, with what one needs to decide on it. */
export interface FoundTag {
  readonly article: string
  readonly title: string
  readonly words: string
  readonly tag: Annotation
}

/** At most so many articles are asked for in one question. */
const PAGE = 5_000

/** The articles in which I have tags with this label: by the record of all articles, or while there is none, all with tags of mine. */
async function articlesWith(label: string): Promise<readonly string[]> {
  const { project, record } = store.getState()
  if (!project) return []
  const mine = project.articles
    .filter(({ tags }) => (tags[project.me.id] ?? 0) > 0)
    .map(({ summary }) => summary.id)
  if (record.version === 0 || record.building) return mine
  const found = new Set<string>()
  for (let from = 0; ; from += PAGE) {
    const query = { labels: [label], annotators: [project.me.id], sort: 'oldest' } as const
    const answer = await workbench.evidence(query, from, from + PAGE)
    if (!answer.ok) return mine
    const page = unpack(answer.value)
    for (const { article } of page.rows) found.add(article)
    if (from + PAGE >= page.found) return mine.filter((id) => found.has(id))
  }
}

/** My tags with this very label on all articles, in the order of the library and of the text. `told` gets them as they come. */
export async function findTagsWith(
  label: string,
  told: (found: readonly FoundTag[], isAll: boolean) => void,
  isStopped: () => boolean,
): Promise<void> {
  const found: FoundTag[] = []
  for (const id of await articlesWith(label)) {
    if (isStopped()) return
    const answer = await workbench.openArticle(id)
    if (!answer.ok) continue
    const { article, sets } = unpackArticle(answer.value)
    const tags = [...(sets[0]?.records.values() ?? [])].filter(
      (record): record is Annotation => record.is === 'annotation' && record.label === label,
    )
    if (tags.length === 0) continue
    tags.sort((a, b) => a.target[0]!.start - b.target[0]!.start)
    found.push(...tags.map((tag) => ({ article: id, title: article.title, words: quoteOf(tag), tag })))
    if (!isStopped()) told([...found], false)
  }
  if (!isStopped()) told(found, true)
}
