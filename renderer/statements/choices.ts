import type { Article } from '../../data/model/article'
import type { Annotation, RegistryRecord } from '../../data/model/records'
import { Registry } from '../../data/model/registry'
import { fold } from '../../data/text/fold'
import { linksAlong, otherEnd, type Way } from '../inspector/link-ways'
import type { ShownSet } from '../state/state'
import { startOf } from '../../data/model/text-order'
import { between, type Tags } from '../state/tag-list'
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
  readonly registry: readonly RegistryRecord[]
}

/** Tags to each side that are looked at before anything is typed: what one asks for first stands near. */
export const NEAR = 250

/**
 * The tags to which `tag` may be linked in one of these ways, likeliest first. Those that mean the same actor or position, or
 * are the same name, are one choice; what is linked in such a way already is none. Looks at `reach` tags to each side of it,
 * and at the one that was used last.
 */
export function choicesFor(
  { article, records, registry }: Surroundings,
  tag: Annotation,
  asks: 'who' | 'what',
  ways: readonly Way[],
  reach = Infinity,
): Choice[] {
  const entries = Registry.of(registry)
  const sameAs = (other: Annotation) => samenessOf(entries, other)
  const links = linksAt(records, tag.id)
  const linked = ways.flatMap((way) => linksAlong(way, links, tag.id).map((link) => otherEnd(way, link)))
  const taken = new Set(
    linked.flatMap((id) => {
      const other = records.get(id)
      return other?.is === 'annotation' ? [sameAs(other)] : []
    }),
  )
  const labels = new Set(ways.flatMap(({ others }) => others))
  const last = usedLast(records, ways)
  const all = around(annotationsIn(records), tag, reach, last).filter(
    (other) => labels.has(other.label) && other.id !== tag.id && !taken.has(sameAs(other)),
  )
  const ranked =
    asks === 'who' ? rankActors(article, tag, all) : rankPositions(article, tag, all, last?.id ?? null)
  const same = new Map<string, Annotation[]>()
  for (const other of ranked) {
    const tags = same.get(sameAs(other))
    if (tags) tags.push(other)
    else same.set(sameAs(other), [other])
  }
  return [...same.values()].flatMap((tags) => choiceOf(tags, entries))
}

/** So many tags to each side of one, of a list in text order, and another one wherever it stands. */
function around(
  tags: Tags,
  tag: Annotation,
  reach: number,
  another: Annotation | null,
): readonly Annotation[] {
  if (tags.length <= 2 * reach) return [...tags]
  let [low, high] = [0, tags.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tags.startAt(middle) < startOf(tag)) low = middle + 1
    else high = middle
  }
  const near = between(tags, Math.max(0, low - reach), low + reach)
  return another && !near.includes(another) ? [...near, another] : near
}

function choiceOf(tags: readonly Annotation[], registry: Registry): Choice[] {
  const [tag] = tags
  if (!tag) return []
  const names = new Set([...(tag.means === null ? [] : registry.namesOf(tag.means)), ...tags.map(quoteOf)])
  const [name = ''] = names
  return [{ tag, name, names: [...names], count: tags.length }]
}

const samenesses = new WeakMap<Annotation, string>()

/** Alike for tags that mean the same, or else are one name; a pronoun or other small word is nobody else's. */
function samenessOf(registry: Registry, tag: Annotation): string {
  if (tag.means !== null) return `means ${registry.countsAs(tag.means)}`
  const known = samenesses.get(tag) ?? samenessOfWords(tag)
  samenesses.set(tag, known)
  return known
}

function samenessOfWords(tag: Annotation): string {
  const quote = quoteOf(tag)
  return /\p{Lu}.*\p{L}{2}/u.test(quote) ? `${tag.label} ${fold(quote)}` : tag.id
}

/** The other end of the link that was made last in one of these ways; `null` when there is none. */
function usedLast(records: ShownSet['records'], ways: readonly Way[]): Annotation | null {
  let last: { created: string; other: string } | null = null
  for (const link of linksIn(records)) {
    const way = ways.find(({ type }) => type === link.type)
    if (way && (!last || link.created >= last.created))
      last = { created: link.created, other: otherEnd(way, link) }
  }
  const record = last && records.get(last.other)
  return record?.is === 'annotation' ? record : null
}
