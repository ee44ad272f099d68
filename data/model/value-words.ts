import { wordValue, type Attribute } from './codebook'
import type { AttributeValue, RegistryRecord } from './records'
import { entryName, Registry } from './registry'

/** A value in words, an entry of the registries by its name. */
export function valueInWords(
  attribute: Attribute,
  value: AttributeValue,
  registry: readonly RegistryRecord[],
): string {
  if (attribute.type !== 'entry') return wordValue(attribute, value)
  const record = Registry.of(registry).get(String(value))
  return record ? entryName(record) : 'an entry that the registries do not have'
}
