import type { Article } from '../../data/model/article'
import { builtInCodebook as codebook } from '../../data/model/built-in-codebook'
import type { Annotation, Link, RegistryRecord, WorkRecord } from '../../data/model/records'
import { annotated, DRAWN_AT } from '../../data/samples/annotated'
import type { Scene } from './row'

/** A drawing as the window has it. Tags are found by their words; `of` gives those with a label. */
export interface Drawn extends Scene {
  readonly tag: (words: string) => Annotation
  readonly of: (label: string) => readonly Annotation[]
}

export type DrawnLink = readonly [from: string, type: string, to: string]

interface Around {
  readonly links: readonly DrawnLink[]
  /** Ids of the registry by the words of tags. */
  readonly means: Readonly<Record<string, string>>
  readonly registry: readonly RegistryRecord[]
}

/** What `annotated` reads out of a drawing, with links between tags by their words, and what some tags mean. */
export function drawn(
  drawing: string,
  { links = [], means = {}, registry = [] }: Partial<Around> = {},
): Drawn {
  const { articles, annotations } = annotated(drawing)
  const tags = annotations.map(({ articleId, annotator: _, ...rest }): Annotation => ({
    is: 'annotation',
    article: articleId,
    ...rest,
    means: means[rest.target[0]!.quote] ?? null,
  }))
  const tag = (words: string) => {
    const found = tags.find(({ target }) => target[0]!.quote === words)
    if (!found) throw new Error(`no tag stands on “${words}”`)
    return found
  }
  const made = { created: DRAWN_AT, modified: DRAWN_AT }
  const linked = links.map(([from, type, to], i): Link => ({
    is: 'link',
    id: `link-${i}`,
    ...made,
    created: `${DRAWN_AT}${i}`,
    article: tags[0]!.article,
    type,
    from: tag(from).id,
    to: tag(to).id,
  }))
  const records = new Map([...tags, ...linked].map((record): [string, WorkRecord] => [record.id, record]))
  const article: Article = { format: 'parley/article', schema: 1, ...articles[0]! }
  return {
    article,
    records,
    codebook,
    registry,
    tag,
    of: (label) => tags.filter((each) => each.label === label),
  }
}

/** An actor of the registry, by its name and aliases; its id is the name. */
export const actor = (name: string, ...aliases: readonly string[]): RegistryRecord => ({
  is: 'actor',
  id: name,
  created: DRAWN_AT,
  modified: DRAWN_AT,
  name,
  aliases: [...aliases],
  kind: 'person',
  country: null,
  roles: [],
})

/** An answer in the registry and its question; their ids are their words. */
export const answerTo = (question: string, answer: string): RegistryRecord[] => [
  { is: 'issue', id: question, created: DRAWN_AT, modified: DRAWN_AT, question },
  { is: 'position', id: answer, created: DRAWN_AT, modified: DRAWN_AT, issue: question, answer },
]
