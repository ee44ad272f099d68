import type { Attribute, CodebookContent, Label, LinkType } from './codebook'
import type { Part } from './codebook-rules'
import { isSame } from './same'

/** What became of a part, and of which of its fields; `standing` is whether it is in use, and what it was merged or split into. */
export interface CodebookDifference {
  readonly of: Part
  readonly id: string
  /** As it is called now; if it is there no more, as it was called. */
  readonly name: string
  readonly did: 'added' | 'changed' | 'retired' | 'brought-back' | 'merged' | 'split' | 'removed'
  /** In the order of the form. Of a part that was added or removed, none. */
  readonly fields: readonly Field[]
}

export const fieldNames = [
  'name',
  'phrase',
  'inverse',
  'letter',
  'key',
  'hue',
  'pattern',
  'parent',
  'definition',
  'include',
  'exclude',
  'examples',
  'values',
  'labels',
  'required',
  'preset',
  'from',
  'to',
  'standing',
  'order',
] as const
/** What of a part is compared and joined as one. `values`: an attribute's type with its options or its range. */
export type Field = (typeof fieldNames)[number]

export type AnyPart = Label | Attribute | LinkType

export const nameOfPart = (part: AnyPart): string => ('phrase' in part ? part.phrase : part.name)

/** A part by its fields, all but its order; what it does not have is `undefined`. */
export function fieldsOf(part: AnyPart): Readonly<Partial<Record<Field, unknown>>> {
  const { retired } = part
  const standing = 'pattern' in part ? { retired, into: part.into } : { retired }
  if ('pattern' in part) {
    const { id: _, retired: __, into: ___, ...fields } = part
    return { ...fields, standing }
  }
  if ('phrase' in part) {
    const { id: _, retired: __, ...fields } = part
    return { ...fields, standing }
  }
  const { id: _, retired: __, name, labels, definition, required, preset, ...values } = part
  return { name, labels, definition, required, preset, values, standing }
}

/** The parts of a codebook of one kind. */
export const partsOf = (codebook: CodebookContent, of: Part): readonly AnyPart[] =>
  of === 'label' ? codebook.labels : of === 'attribute' ? codebook.attributes : codebook.linkTypes

export const allParts = ['label', 'attribute', 'link-type'] as const satisfies readonly Part[]

/** Which fields of one part differ between two of its versions. */
export function fieldsThatDiffer(before: AnyPart, after: AnyPart): Field[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  return fieldNames.filter((field) => !isSame(was[field] ?? null, is[field] ?? null))
}

/** What became of each part on the way from one codebook to another, in the order of the later one. */
export const differences = (before: CodebookContent, after: CodebookContent): CodebookDifference[] =>
  allParts.flatMap((of) => differencesIn(of, partsOf(before, of), partsOf(after, of)))

function differencesIn(
  of: Part,
  before: readonly AnyPart[],
  after: readonly AnyPart[],
): CodebookDifference[] {
  const moved = movedIn(before, after)
  const found = after.flatMap((part): CodebookDifference[] => {
    const about = { of, id: part.id, name: nameOfPart(part) }
    const was = before.find(({ id }) => id === part.id)
    if (!was) return [{ ...about, did: 'added', fields: [] }]
    const fields = [...fieldsThatDiffer(was, part), ...(moved.has(part.id) ? ['order' as const] : [])]
    return fields.length === 0 ? [] : [{ ...about, did: whatBecame(was, part), fields }]
  })
  const gone = before.filter(({ id }) => !after.some((part) => part.id === id))
  return [
    ...found,
    ...gone.map((part): CodebookDifference => ({
      of,
      id: part.id,
      name: nameOfPart(part),
      did: 'removed',
      fields: [],
    })),
  ]
}

function whatBecame(was: AnyPart, is: AnyPart): CodebookDifference['did'] {
  const into = 'into' in is ? (is.into?.length ?? 0) : 0
  const wasInto = 'into' in was ? was.into : undefined
  if (is.retired && into > 0 && !isSame(wasInto, 'into' in is ? is.into : undefined))
    return into === 1 ? 'merged' : 'split'
  if (is.retired && !was.retired) return 'retired'
  if (!is.retired && was.retired) return 'brought-back'
  return 'changed'
}

/** Those that stand elsewhere among those that both have: as few as explain the new order. */
function movedIn(before: readonly AnyPart[], after: readonly AnyPart[]): ReadonlySet<string> {
  const places = new Map(before.map(({ id }, place) => [id, place]))
  const common = after.flatMap(({ id }) => (places.has(id) ? [{ id, place: places.get(id)! }] : []))
  // The longest stretch of rising places stays where it is; there are few, so that the plain way will do.
  const best: { readonly length: number; readonly before: number }[] = []
  for (const [i, { place }] of common.entries()) {
    let longest = { length: 1, before: -1 }
    for (let j = 0; j < i; j++)
      if (common[j]!.place < place && best[j]!.length + 1 > longest.length)
        longest = { length: best[j]!.length + 1, before: j }
    best.push(longest)
  }
  const moved = new Set(common.map(({ id }) => id))
  const last = best.reduce((at, { length }, i) => (at < 0 || length > best[at]!.length ? i : at), -1)
  for (let i = last; i >= 0; i = best[i]!.before) moved.delete(common[i]!.id)
  return moved
}
