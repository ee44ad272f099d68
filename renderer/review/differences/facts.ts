import { attributesFor, type Codebook } from '../../../data/model/codebook'
import { labelInForce, labelShown } from '../../../data/model/labels-in-force'
import type { Annotation, Link, RegistryRecord } from '../../../data/model/records'
import { entryName, Registry } from '../../../data/model/registry'
import { valueInWords } from '../../../data/model/value-words'
import type { Comparison, Group, LinkGroup, TagGroup } from '../../../data/review/comparison'
import { isCompared } from '../../../data/review/differ'
import { quoteOf } from '../../state/tags'

/** One thing that a group's readings say, beside each other. */
export interface Fact {
  readonly name: string
  /** One a side, in words; `null` where a side has no tag, "" where it says nothing. */
  readonly values: readonly (string | null)[]
  /** All who have a tag say the same. */
  readonly alike: boolean
}

interface Terms {
  readonly codebook: Codebook
  readonly registry: readonly RegistryRecord[]
}

/** What the readings of a group say: what differs first, then what is alike and said at all. */
export function factsOf(group: Group, comparison: Comparison, terms: Terms): readonly Fact[] {
  const facts = group.is === 'tags' ? ofTags(group, comparison, terms) : ofLinks(group, comparison, terms)
  const said = facts.filter(({ values, alike }) => !alike || values.some(Boolean))
  return [...said.filter(({ alike }) => !alike), ...said.filter(({ alike }) => alike)]
}

/** Each value once, in the order in which they come, with the places of the sides that say it. */
export function byValue(
  values: Fact['values'],
): readonly { readonly value: string | null; readonly places: readonly number[] }[] {
  const places = new Map<string | null, number[]>()
  values.forEach((value, place) => places.set(value, [...(places.get(value) ?? []), place]))
  return [...places].map(([value, of]) => ({ value, places: of }))
}

const fact = (name: string, values: readonly (string | null)[], keys = values): Fact => ({
  name,
  values,
  alike: new Set(keys.filter((key) => key !== null)).size <= 1,
})

function ofTags(group: TagGroup, comparison: Comparison, terms: Terms): Fact[] {
  const { codebook, registry } = terms
  const of = (value: (tag: Annotation) => string) => group.tags.map((tag) => (tag ? value(tag) : null))
  const entries = Registry.of(registry)
  const labels = [...new Set(group.tags.flatMap((tag) => (tag ? labelInForce(codebook, tag.label) : [])))]
  const attributes = [...new Set(labels.flatMap((label) => attributesFor(codebook, label)))].filter(
    ({ id }) => isCompared(id),
  )
  const parts = of(({ target }) => String(target.length))
  return [
    fact(
      'Starts at',
      of(({ target }) => segmentsOf(target[0]!.quote).first),
      of(({ target }) => String(target[0]!.start)),
    ),
    fact(
      'Ends at',
      of(({ target }) => segmentsOf(target.at(-1)!.quote).last),
      of(({ target }) => String(target.at(-1)!.end)),
    ),
    ...(parts.some((count) => count !== null && count !== '1')
      ? [
          fact(
            'Parts',
            parts,
            of(({ target }) => target.map(({ start, end }) => `${start}-${end}`).join(' ')),
          ),
        ]
      : []),
    fact(
      'Label',
      of(({ label }) => labelShown(codebook, label)?.name ?? label),
      of(({ label }) => labelInForce(codebook, label)),
    ),
    fact(
      'Means',
      of(({ means }) => (means === null ? '' : nameOfEntry(entries, means))),
      of(({ means }) => (means === null ? '' : entries.countsAs(means))),
    ),
    ...attributes.map((attribute) =>
      fact(
        attribute.name,
        of(({ attributes: { [attribute.id]: value } }) =>
          value === undefined ? '' : valueInWords(attribute, value, registry),
        ),
        of(({ attributes: { [attribute.id]: value } }) => JSON.stringify(value ?? '')),
      ),
    ),
    ...linksAt(group, comparison, terms),
  ]
}

const byKeys = new WeakMap<readonly TagGroup[], ReadonlyMap<string, TagGroup>>()

/** The groups of a comparison by their keys, once for each. */
function byKeyIn(tags: readonly TagGroup[]): ReadonlyMap<string, TagGroup> {
  const known = byKeys.get(tags) ?? new Map(tags.map((each) => [each.key, each]))
  byKeys.set(tags, known)
  return known
}

const nameOfEntry = (entries: Registry, id: string): string => {
  const record = entries.get(id)
  return record && record.is !== 'issue' ? entryName(record) : 'an entry that the registries do not have'
}

/** The links at a group, a row for each way in which somebody has one: "Made by". */
function linksAt(group: TagGroup, { tags, links, sides }: Comparison, terms: Terms): Fact[] {
  const byKey = byKeyIn(tags)
  const ways = new Map<string, string[][]>()
  for (const each of links) {
    if (each.from !== group.key && each.to !== group.key) continue
    const other = byKey.get(each.from === group.key ? each.to : each.from)
    for (const [side, link] of each.links.entries()) {
      if (!link) continue
      const way = wayOf(link, each.from === group.key, terms.codebook)
      const rows = ways.get(way) ?? sides.map(() => [])
      ways.set(way, rows)
      const tag = other?.tags[side]
      rows[side]!.push(tag ? calledOf(tag, terms) : '?')
    }
  }
  return [...ways].map(([way, rows]) =>
    fact(
      way,
      rows.map((names, side) => (group.tags[side] ? names.toSorted().join(', ') : null)),
    ),
  )
}

/** "Made by", read from one of a link's ends. */
function wayOf({ type }: Link, isFrom: boolean, { linkTypes }: Codebook): string {
  const known = linkTypes.find(({ id }) => id === type)
  const words = (isFrom ? known?.phrase : known?.inverse) ?? type
  return words.charAt(0).toUpperCase() + words.slice(1)
}

function calledOf(tag: Annotation, { registry }: Terms): string {
  return tag.means === null ? quoteOf(tag) : nameOfEntry(Registry.of(registry), tag.means)
}

function ofLinks({ links, from, to }: LinkGroup, { tags }: Comparison, terms: Terms): Fact[] {
  const { codebook } = terms
  const byKey = byKeyIn(tags)
  const end = (name: string, key: string) =>
    fact(
      name,
      links.map((link, side) => {
        const tag = byKey.get(key)?.tags[side]
        return link && tag ? calledOf(tag, terms) : null
      }),
    )
  return [
    fact(
      'Link',
      links.map(
        (link) => link && (codebook.linkTypes.find(({ id }) => id === link.type)?.phrase ?? link.type),
      ),
    ),
    end('From', from),
    end('To', to),
  ]
}

/** The first and the last word of a quote. */
function segmentsOf(quote: string): { readonly first: string; readonly last: string } {
  const words = quote.split(/\s+/u).filter(Boolean)
  return { first: words[0] ?? quote, last: words.at(-1) ?? quote }
}
