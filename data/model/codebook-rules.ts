import { allows, type Attribute, type CodebookContent, type Label } from './codebook'
import { activeLabels } from './labels-in-force'

/** What of a codebook a sentence is about. */
export type Part = 'label' | 'attribute' | 'link-type'

/** Something that would make a codebook unusable, though each part of it has the right form. Names are those on screen. */
export type CodebookFault = Readonly<
  | { is: 'id-twice'; of: Part; id: string }
  | { is: 'no-name'; of: Part; id: string }
  | { is: 'name-twice'; of: Part; name: string }
  | { is: 'key-twice'; key: string; name: string; other: string }
  | { is: 'no-label-left' }
  /** A label, by its id, that is named and not there. */
  | { is: 'unknown-label'; of: Part; name: string; label: string }
  | { is: 'parent-loop'; name: string }
  | { is: 'option-twice'; name: string; option: string }
  | { is: 'empty-range'; name: string }
  | { is: 'preset-not-allowed'; name: string }
  | { is: 'no-ends'; name: string }
>

/** All that is wrong with a codebook, in the order of its parts. */
export function faultsIn(codebook: CodebookContent): CodebookFault[] {
  const { labels, attributes, linkTypes } = codebook
  const ids = new Set(labels.map(({ id }) => id))
  const active = activeLabels(codebook)
  const linkNames = linkTypes.map((type) => ({ ...type, name: type.phrase }))
  return [
    ...idsTwice('label', labels),
    ...idsTwice('attribute', attributes),
    ...idsTwice('link-type', linkTypes),
    ...(active.length === 0 ? [{ is: 'no-label-left' } as const] : []),
    ...namesIn('label', labels),
    ...keysTwice(active),
    ...labels.flatMap((label) => faultsInLabel(label, labels, ids)),
    ...namesIn('attribute', attributes),
    ...attributes.flatMap((attribute) => faultsInAttribute(attribute, ids)),
    ...linkNames.flatMap(({ id, name }) =>
      name.trim() === '' ? [{ is: 'no-name', of: 'link-type', id } as const] : [],
    ),
    ...linkNames.flatMap(({ name, from, to }) => [
      ...(from.length === 0 || to.length === 0 ? [{ is: 'no-ends', name } as const] : []),
      ...unknown('link-type', name, [...from, ...to], ids),
    ]),
  ]
}

function idsTwice(of: Part, parts: readonly { readonly id: string }[]): CodebookFault[] {
  const seen = new Set<string>()
  return parts.flatMap(({ id }) => {
    if (seen.has(id)) return [{ is: 'id-twice', of, id }]
    seen.add(id)
    return []
  })
}

interface Named {
  readonly id: string
  readonly name: string
  readonly retired?: true
}

/** Names of what is in use differ; what was retired may be called like what came after it. */
function namesIn(of: Part, parts: readonly Named[]): CodebookFault[] {
  const seen = new Set<string>()
  return parts.flatMap(({ id, name, retired }): CodebookFault[] => {
    const folded = name.trim().toLowerCase()
    if (folded === '') return [{ is: 'no-name', of, id }]
    if (retired) return []
    if (seen.has(folded)) return [{ is: 'name-twice', of, name }]
    seen.add(folded)
    return []
  })
}

function keysTwice(labels: readonly Label[]): CodebookFault[] {
  return labels.flatMap(({ key, name }, i): CodebookFault[] => {
    const other = labels.slice(0, i).find((before) => before.key.toLowerCase() === key.toLowerCase())
    return other ? [{ is: 'key-twice', key, name, other: other.name }] : []
  })
}

function faultsInLabel(label: Label, labels: readonly Label[], ids: ReadonlySet<string>): CodebookFault[] {
  const { name, parent, into = [] } = label
  const named = unknown('label', name, [...(parent === undefined ? [] : [parent]), ...into], ids)
  return isOwnAncestor(label, labels) ? [...named, { is: 'parent-loop', name }] : named
}

function isOwnAncestor(label: Label, labels: readonly Label[]): boolean {
  const seen = new Set<string>()
  for (let at = label.parent; at !== undefined && !seen.has(at);) {
    if (at === label.id) return true
    seen.add(at)
    const parent = at
    at = labels.find(({ id }) => id === parent)?.parent
  }
  return false
}

function faultsInAttribute(attribute: Attribute, ids: ReadonlySet<string>): CodebookFault[] {
  const { name, labels, preset } = attribute
  const faults = [...unknown('attribute', name, labels, ids), ...faultsInValues(attribute)]
  return preset !== undefined && !allows(attribute, preset)
    ? [...faults, { is: 'preset-not-allowed', name }]
    : faults
}

function faultsInValues(attribute: Attribute): CodebookFault[] {
  const { name } = attribute
  switch (attribute.type) {
    case 'choice':
    case 'choices': {
      const twice = attribute.options.find(({ value, name: words }, i) =>
        attribute.options
          .slice(0, i)
          .some((other) => other.value === value || other.name.toLowerCase() === words.toLowerCase()),
      )
      return twice ? [{ is: 'option-twice', name, option: twice.name }] : []
    }
    case 'scale':
      return attribute.min >= attribute.max || attribute.max - attribute.min > 100
        ? [{ is: 'empty-range', name }]
        : []
    case 'number':
      return (attribute.least ?? -Infinity) > (attribute.most ?? Infinity)
        ? [{ is: 'empty-range', name }]
        : []
    case 'date':
    case 'text':
    case 'entry':
      return []
  }
}

const unknown = (
  of: Part,
  name: string,
  labels: readonly string[],
  ids: ReadonlySet<string>,
): CodebookFault[] =>
  labels.flatMap((label) => (ids.has(label) ? [] : [{ is: 'unknown-label', of, name, label } as const]))

/** What is wrong, as one sentence. */
export function wordFault(fault: CodebookFault): string {
  switch (fault.is) {
    case 'id-twice':
      return `Two ${parts[fault.of]}s have the id “${fault.id}”.`
    case 'no-name':
      return `The ${parts[fault.of]} “${fault.id}” has no name.`
    case 'name-twice':
      return `Two ${parts[fault.of]}s are called “${fault.name}”.`
    case 'key-twice':
      return `“${fault.name}” and “${fault.other}” both have the key ${fault.key.toUpperCase()}.`
    case 'no-label-left':
      return 'Every label is retired, so that nothing could be tagged.'
    case 'unknown-label':
      return `The ${parts[fault.of]} “${fault.name}” names a label “${fault.label}” that is not in the codebook.`
    case 'parent-loop':
      return `“${fault.name}” would be a kind of itself.`
    case 'option-twice':
      return `“${fault.name}” has the option “${fault.option}” twice.`
    case 'empty-range':
      return `“${fault.name}” has no values: its least is not under its most.`
    case 'preset-not-allowed':
      return `What a new tag has as “${fault.name}” is not among its values.`
    case 'no-ends':
      return `The link “${fault.name}” leads from no label, or to none.`
  }
}

const parts: Readonly<Record<Part, string>> = {
  label: 'label',
  attribute: 'attribute',
  'link-type': 'link type',
}
