import type { Article } from '../../data/model/article'
import type { Annotation, RegistryRecord } from '../../data/model/records'
import { fold } from '../../data/text/fold'
import { linksAlong, otherEnd, type Way } from '../inspector/link-ways'
import type { ShownSet } from '../state/state'
import { annotationsIn, linksAt, linksIn, quoteOf } from '../state/tags'
import { rankActors, rankPositions } from './rank'

/** A tag that may stand at the other end, standing for all that mean or say the same. */
export interface Choice {
  /** The likeliest of them, which is the one that would be linked. */
  readonly tag: Annotation
  readonly name: string
  /** All words and names by which it may be sought; the first is `name`. */
  readonly names: readonly string[]
  /** How many tags it stands for. */
  readonly count: number
}

/** What a choice among tags depends on. */
export interface Surroundings {
  readonly article: Pick<Article, 'text' | 'blocks'>
  readonly records: ShownSet['records']
  readonly registry: ReadonlyMap<string, RegistryRecord>
}

/**
 * The tags to which `tag` may be linked in one of these ways, likeliest first. Those that mean the same actor or position, or
 * are the same name, are one choice; what is linked in such a way already is none.
 */
export function choicesFor(
  { article, records, registry }: Surroundings,
  tag: Annotation,
  asks: 'who' | 'what',
  ways: readonly Way[],
): Choice[] {
  const links = linksAt(records, tag.id)
  const linked = ways.flatMap((way) => linksAlong(way, links, tag.id).map((link) => otherEnd(way, link)))
  const taken = new Set(
    linked.flatMap((id) => {
      const other = records.get(id)
      return other?.is === 'annotation' ? [samenessOf(other)] : []
    }),
  )
  const labels = new Set(ways.flatMap(({ others }) => others))
  const all = annotationsIn(records).filter(
    (other) => labels.has(other.label) && other.id !== tag.id && !taken.has(samenessOf(other)),
  )
  const ranked =
    asks === 'who' ? rankActors(article, tag, all) : rankPositions(article, tag, all, usedLast(records, ways))
  const same = new Map<string, Annotation[]>()
  for (const other of ranked) {
    const tags = same.get(samenessOf(other))
    if (tags) tags.push(other)
    else same.set(samenessOf(other), [other])
  }
  return [...same.values()].flatMap((tags) => choiceOf(tags, registry))
}

function choiceOf(tags: readonly Annotation[], registry: Surroundings['registry']): Choice[] {
  const [tag] = tags
  if (!tag) return []
  const names = new Set([...namesOf(registry.get(tag.means ?? '')), ...tags.map(quoteOf)])
  const [name = ''] = names
  return [{ tag, name, names: [...names], count: tags.length }]
}

/** What a record of the registries is called, its own name first. */
export function namesOf(record: RegistryRecord | undefined): string[] {
  if (record?.is === 'actor') return [record.name, ...record.aliases]
  return record?.is === 'position' ? [record.answer] : []
}

/** Alike for tags that mean the same, or else are one name; a pronoun or other small word is nobody else's. */
function samenessOf(tag: Annotation): string {
  if (tag.means !== null) return `means ${tag.means}`
  const quote = quoteOf(tag)
  return /\p{Lu}.*\p{L}{2}/u.test(quote) ? `${tag.label} ${fold(quote)}` : tag.id
}

/** The other end of the link that was made last in one of these ways; `null` when there is none. */
function usedLast(records: ShownSet['records'], ways: readonly Way[]): string | null {
  let last: { created: string; other: string } | null = null
  for (const link of linksIn(records)) {
    const way = ways.find(({ type }) => type === link.type)
    if (way && (!last || link.created >= last.created))
      last = { created: link.created, other: otherEnd(way, link) }
  }
  return last?.other ?? null
}
