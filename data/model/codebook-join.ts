import type { Attribute, CodebookContent, Label, LinkType } from './codebook'
import { withFields } from './codebook-changes'
import { fieldNames, fieldsOf, nameOfPart, type AnyPart, type Field } from './codebook-differences'
import { freeKeys } from './codebook-looks'
import type { Part } from './codebook-rules'
import { isSame } from './same'

/** A field of one part that both sides have changed, each otherwise. */
export interface Conflict {
  readonly of: Part
  readonly id: string
  readonly name: string
  readonly field: Field
  readonly ours: unknown
  readonly theirs: unknown
}

/** How a conflict is named where it was decided: "label claim definition". */
export const keyOf = ({ of, id, field }: Pick<Conflict, 'of' | 'id' | 'field'>): string =>
  `${of} ${id} ${field}`

export interface Joined {
  readonly codebook: CodebookContent
  /** All of them, also those that were decided. */
  readonly conflicts: readonly Conflict[]
}

/**
 * Two codebooks that were made of one at the same time as one that has what both have changed. It goes by labels, attributes
 * and link types, and in each by its fields: what one side has changed and the other has not, counts. Where both have changed a
 * field, ours counts, unless `forTheirs` has the conflict's key. Nothing that either side has is left out. Two labels that got one
 * key keep it on our side; the other gets a free one.
 */
export function joinCodebooks(
  base: CodebookContent,
  ours: CodebookContent,
  theirs: CodebookContent,
  forTheirs: ReadonlySet<string> = new Set(),
): Joined {
  const conflicts: Conflict[] = []
  const join = <P extends AnyPart>(of: Part, parts: (codebook: CodebookContent) => readonly P[]): P[] =>
    joinParts(of, parts(base), parts(ours), parts(theirs), conflicts, forTheirs)
  const name = ours.name === base.name ? theirs.name : ours.name
  const codebook = {
    name,
    labels: join('label', (each) => each.labels),
    attributes: join<Attribute>('attribute', (each) => each.attributes),
    linkTypes: join<LinkType>('link-type', (each) => each.linkTypes),
  }
  return { codebook: withoutClashes(codebook, ours), conflicts }
}

function joinParts<P extends AnyPart>(
  of: Part,
  base: readonly P[],
  ours: readonly P[],
  theirs: readonly P[],
  conflicts: Conflict[],
  forTheirs: ReadonlySet<string>,
): P[] {
  return orderOf(base, ours, theirs).flatMap((id): P[] => {
    const [was, our, their] = [base, ours, theirs].map((parts) => parts.find((part) => part.id === id))
    if (!our || !their) return [our, their].filter((part) => part !== undefined)
    const fields: Partial<Record<Field, unknown>> = {}
    const [w, o, t] = [was ? fieldsOf(was) : {}, fieldsOf(our), fieldsOf(their)]
    for (const field of fieldNames) {
      const isOurs = was === undefined || !isSame(w[field] ?? null, o[field] ?? null)
      const isTheirs = was === undefined || !isSame(w[field] ?? null, t[field] ?? null)
      const isConflict = isOurs && isTheirs && !isSame(o[field] ?? null, t[field] ?? null)
      if (isConflict)
        conflicts.push({ of, id, name: nameOfPart(our), field, ours: o[field], theirs: t[field] })
      const takesTheirs = isConflict ? forTheirs.has(keyOf({ of, id, field })) : isTheirs
      fields[field] = takesTheirs ? t[field] : o[field]
    }
    return [withJoined(our, fields)]
  })
}

/** A part with what was joined of it. */
function withJoined<P extends AnyPart>(part: P, joined: Partial<Record<Field, unknown>>): P {
  const { values, standing, ...others } = joined
  const former = Object.keys(fieldsOf(part).values ?? {}).map((key) => [key, undefined])
  const given = [others, values ?? {}, standing ?? {}].flatMap((fields) => Object.entries(fields))
  return withFields(part, Object.fromEntries([...former, ...given]))
}

/**
 * The ids of all parts: in the order of the side that has changed it, ours if both have; those that only the other side has
 * after what stands before them there.
 */
function orderOf(
  base: readonly AnyPart[],
  ours: readonly AnyPart[],
  theirs: readonly AnyPart[],
): readonly string[] {
  const idsOf = (parts: readonly AnyPart[]) => parts.map(({ id }) => id)
  const [b, o, t] = [idsOf(base), idsOf(ours), idsOf(theirs)]
  const among = (ids: string[], others: string[]) => ids.filter((id) => others.includes(id))
  const isAsBefore = isSame(among(o, b), among(b, o))
  const [first, second] = isAsBefore && !isSame(among(t, b), among(b, t)) ? [t, o] : [o, t]
  const order = [...first]
  for (const [i, id] of second.entries()) {
    if (order.includes(id)) continue
    const before = second.slice(0, i).findLast((each) => order.includes(each))
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id)
  }
  return order
}

/** Gives each active label whose key one before it has another one; those that are ours count as before. */
function withoutClashes(codebook: CodebookContent, ours: CodebookContent): CodebookContent {
  const isOurs = ({ id }: Label) => ours.labels.some((label) => label.id === id)
  const inTurn = codebook.labels.filter(({ retired }) => !retired).toSorted((a, b) => +isOurs(b) - +isOurs(a))
  const taken = new Set<string>()
  let labels = codebook.labels
  for (const { id, key } of inTurn) {
    if (taken.has(key.toLowerCase())) {
      const free = freeKeys({ labels }, id).find((each) => !taken.has(each))
      if (free !== undefined)
        labels = labels.map((label) => (label.id === id ? { ...label, key: free } : label))
      taken.add(free ?? key.toLowerCase())
    } else taken.add(key.toLowerCase())
  }
  return { ...codebook, labels }
}
