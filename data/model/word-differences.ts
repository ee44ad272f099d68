import type { CodebookDifference, Field } from './codebook-differences'

const fieldWords: Readonly<Record<Field, string>> = {
  name: 'name',
  phrase: 'words',
  inverse: 'words the other way',
  letter: 'letter',
  key: 'key',
  hue: 'hue',
  pattern: 'mark',
  parent: 'parent',
  definition: 'definition',
  include: 'what to include',
  exclude: 'what to exclude',
  examples: 'examples',
  values: 'values',
  labels: 'labels',
  required: 'whether it is required',
  preset: 'preset',
  from: 'where it starts',
  to: 'where it ends',
  standing: 'standing',
  order: 'place',
}

/** A field in the middle of a sentence. */
export const wordField = (field: Field): string => fieldWords[field]

const kinds = { label: 'Label', attribute: 'Attribute', 'link-type': 'Link' } as const

const deeds: Readonly<Record<CodebookDifference['did'], string>> = {
  added: 'added',
  changed: 'changed',
  retired: 'retired',
  'brought-back': 'brought back',
  merged: 'merged',
  split: 'split',
  removed: 'taken out',
}

/** "Label “Claim” changed: definition, examples". */
export function wordDifference({ of, name, did, fields }: CodebookDifference): string {
  const said = fields.filter((field) => field !== 'standing').map(wordField)
  const head = `${kinds[of]} “${name}” ${deeds[did]}`
  return said.length === 0 ? head : `${head}: ${said.join(', ')}`
}
