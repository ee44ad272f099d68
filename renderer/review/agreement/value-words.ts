import { allows, wordValue, type Attribute, type Codebook } from '../../../data/model/codebook'
import { layerName } from './layers'

/**
 * A value as tables of choices have it, in words: of labels their names, of attributes what the codebook calls it, of actors
 * and positions their entries. `null` is no tag, or nothing chosen.
 */
export function valueWords(
  layer: string,
  value: string | null,
  codebook: Pick<Codebook, 'labels' | 'attributes'>,
  entry: (id: string) => string | null,
): string {
  const name = layerName(layer)
  if (value === null) return name?.kind === 'label' ? 'no tag' : 'not said'
  switch (name?.kind) {
    case 'label':
      return codebook.labels.find(({ id }) => id === value)?.name ?? value
    case 'actor':
    case 'position':
      return entry(value) ?? 'not in the registry'
    case 'stance':
      return attributeValue('stance', value, codebook, entry)
    case 'attribute':
      return name.of === null ? value : attributeValue(name.of, value, codebook, entry)
    default:
      return value
  }
}

function attributeValue(
  id: string,
  value: string,
  { attributes }: Pick<Codebook, 'attributes'>,
  entry: (id: string) => string | null,
): string {
  const attribute = attributes.find((each) => each.id === id)
  if (!attribute) return value
  if (attribute.type === 'entry') return entry(value) ?? 'not in the registry'
  return wordValue(attribute, typed(attribute, value)).toLowerCase()
}

/** A value as the attribute has it: in a table of choices all are texts. */
function typed(attribute: Attribute, value: string): string | number | string[] {
  if (attribute.type === 'choices') return value === '' ? [] : value.split(' ')
  const number = Number(value)
  return value !== '' && allows(attribute, number) ? number : value
}
