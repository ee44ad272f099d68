import { allows, type Attribute, type CodebookContent } from './codebook'
import { changeIn, moveIn, partOf, withFields, withoutNewFaults, type Changed } from './codebook-changes'
import { idFrom } from './codebook-ids'

export type AttributeType = Attribute['type']

/** What is common to attributes of all types. */
export interface AttributeChange {
  readonly name?: string
  readonly labels?: string[]
  readonly definition?: string
  readonly required?: true | undefined
  readonly preset?: Attribute['preset'] | undefined
}

/** What an attribute of a type is before anything is said of its values. */
export function valuesOf(type: AttributeType): Attribute {
  const base = { id: 'new', name: 'New', labels: [], definition: '' }
  switch (type) {
    case 'choice':
    case 'choices':
      return {
        ...base,
        type,
        options: [
          { value: 'yes', name: 'Yes' },
          { value: 'no', name: 'No' },
        ],
      }
    case 'scale':
      return { ...base, type, min: 1, max: 5, names: [] }
    case 'number':
      return { ...base, type, least: null, most: null, unit: '' }
    case 'entry':
      return { ...base, type, of: 'actor' }
    case 'date':
    case 'text':
      return { ...base, type }
  }
}

export function addAttribute(
  codebook: CodebookContent,
  given: { readonly name: string; readonly labels: readonly string[]; readonly type: AttributeType },
): Changed {
  const name = given.name.trim()
  const id = idFrom(
    name,
    codebook.attributes.map((each) => each.id),
    'attribute',
  )
  const made = { ...valuesOf(given.type), id, name, labels: [...given.labels] }
  return withoutNewFaults(codebook, { ...codebook, attributes: [...codebook.attributes, made] })
}

export function changeAttribute(codebook: CodebookContent, id: string, to: AttributeChange): Changed {
  const attribute = partOf(codebook.attributes, id, 'attribute')
  if (!attribute.ok) return attribute
  const attributes = changeIn(codebook.attributes, id, to)
  return withoutNewFaults(codebook, { ...codebook, attributes })
}

/**
 * The attribute with other values: another type, other options, another range. Tags keep what they have. A preset that is not
 * among the values any more goes.
 */
export function changeValues(codebook: CodebookContent, id: string, to: Attribute): Changed {
  const attribute = partOf(codebook.attributes, id, 'attribute')
  if (!attribute.ok) return attribute
  const { name, labels, definition, required, preset, retired } = attribute.value
  const next = withFields(to, { id, name, labels, definition, required, retired })
  const keeps = preset !== undefined && allows(next, preset)
  const made = withFields(next, { preset: keeps ? preset : undefined })
  const attributes = codebook.attributes.map((each) => (each.id === id ? made : each))
  return withoutNewFaults(codebook, { ...codebook, attributes })
}

/** It is not asked for any more. Tags that have it keep it. */
export const retireAttribute = (codebook: CodebookContent, id: string): Changed => retire(codebook, id, true)
export const bringBackAttribute = (codebook: CodebookContent, id: string): Changed =>
  retire(codebook, id, undefined)

function retire(codebook: CodebookContent, id: string, retired: true | undefined): Changed {
  const attribute = partOf(codebook.attributes, id, 'attribute')
  if (!attribute.ok) return attribute
  const attributes = changeIn(codebook.attributes, id, { retired })
  return withoutNewFaults(codebook, { ...codebook, attributes })
}

export const moveAttribute = (codebook: CodebookContent, id: string, by: number): Changed =>
  withoutNewFaults(codebook, { ...codebook, attributes: moveIn(codebook.attributes, id, by) })
