import type { Attribute } from '../../data/model/codebook'
import type { Annotation, AttributeValue } from '../../data/model/records'

/** The options that a tag has of an attribute that takes several. */
export function chosenIn(tag: Annotation, attribute: string): readonly string[] {
  const value = tag.attributes[attribute]
  return Array.isArray(value) ? value : []
}

/** The options of a tag with one more, or one less, in the codebook's order; `null` when none is left. */
export function turned(
  { id, options }: Extract<Attribute, { type: 'choices' }>,
  tag: Annotation,
  option: string,
): AttributeValue | null {
  const chosen = chosenIn(tag, id)
  const next = options
    .map(({ value }) => value)
    .filter((value) => chosen.includes(value) !== (value === option))
  return next.length === 0 ? null : next
}
