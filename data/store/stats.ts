import type { ProjectView } from './views'
import type { AnnotationSet } from '../model/annotation-set'

/** Counts of a project, for `parley stats --json`. */
export interface Stats {
  readonly project: { readonly id: string; readonly name: string }
  readonly articles: number
  readonly words: number
  readonly tags: number
  readonly links: number
  readonly actors: number
  readonly positions: number
  /** By annotator id: their tags by label, and how many articles have one. */
  readonly annotators: Readonly<
    Record<
      string,
      {
        readonly name: string
        readonly tags: number
        readonly articles: number
        readonly labels: Readonly<Record<string, number>>
      }
    >
  >
}

/** Counts what stands in the view and in the set of the whole project. */
export function statsOf(view: ProjectView, set: AnnotationSet): Stats {
  const annotators = view.people.map(({ id, name }) => {
    const theirs = set.annotations.filter(({ annotator }) => annotator === id)
    const labels: Record<string, number> = {}
    for (const { label } of theirs) labels[label] = (labels[label] ?? 0) + 1
    const articles = new Set(theirs.map(({ articleId }) => articleId)).size
    return [id, { name, tags: theirs.length, articles, labels }] as const
  })
  return {
    project: { id: view.project.id, name: view.project.name },
    articles: view.articles.length,
    words: view.articles.reduce((words, { summary }) => words + summary.words, 0),
    tags: set.annotations.length,
    links: set.links.length,
    actors: set.actors.length,
    positions: set.positions.length,
    annotators: Object.fromEntries(annotators),
  }
}
