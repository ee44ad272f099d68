import { attributesFor, wordValue, type CodebookContent } from '../../data/model/codebook'
import type { RegistryRecord } from '../../data/model/records'
import { entryName, Registry } from '../../data/model/registry'
import type { FoundTag } from './tags-with'

/** By what tags can be assigned together: an attribute, or whom or what they mean. */
export interface SplitBy {
  readonly id: string
  readonly name: string
  /** The values that there are among the tags, and how many have each. */
  readonly values: readonly { readonly value: string; readonly name: string; readonly count: number }[]
}

/** What `SplitBy` calls the entry that a tag means. No attribute has such an id. */
export const BY_MEANING = '?means'

/** What a tag says for a rule, as text; `null` when it says nothing. */
export function valueFor({ tag }: FoundTag, by: string, registry: Registry): string | null {
  if (by === BY_MEANING) return tag.means === null ? null : registry.countsAs(tag.means)
  const value = tag.attributes[by]
  return value === undefined ? null : JSON.stringify(value)
}

/** The rules that tell some of the tags from others. */
export function waysToSplit(
  codebook: CodebookContent,
  label: string,
  tags: readonly FoundTag[],
  records: readonly RegistryRecord[],
): SplitBy[] {
  const registry = Registry.of(records)
  const means: SplitBy = {
    id: BY_MEANING,
    name: 'Whom or what it means',
    values: valuesOf(tags, BY_MEANING, registry, (value) => {
      const record = registry.get(value)
      return record ? entryName(record) : value
    }),
  }
  const attributes = attributesFor(codebook, label).map((attribute): SplitBy => ({
    id: attribute.id,
    name: attribute.name,
    values: valuesOf(tags, attribute.id, registry, (_, tag) => {
      const value = tag.tag.attributes[attribute.id]
      return value === undefined ? '' : wordValue(attribute, value)
    }),
  }))
  return [means, ...attributes].filter(({ values }) => values.length > 0)
}

function valuesOf(
  tags: readonly FoundTag[],
  by: string,
  registry: Registry,
  nameOf: (value: string, tag: FoundTag) => string,
): SplitBy['values'] {
  const found = new Map<string, { name: string; count: number }>()
  for (const tag of tags) {
    const value = valueFor(tag, by, registry)
    if (value === null) continue
    const there = found.get(value) ?? { name: nameOf(value, tag), count: 0 }
    found.set(value, { ...there, count: there.count + 1 })
  }
  return [...found]
    .map(([value, { name, count }]) => ({ value, name, count }))
    .toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}
