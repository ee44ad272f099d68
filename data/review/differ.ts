import type { Codebook } from '../model/codebook'
import { isSame } from '../model/same'
import type { Annotation } from '../model/records'
import { rolesOf } from '../record/roles'
import type { DifferenceKind } from './comparison'
import { overlapOf } from './overlap'
import type { Terms } from './terms'

/** In which ways two matched tags differ. */
export interface Differences {
  readonly kinds: ReadonlySet<DifferenceKind>
  /** Ids of attributes, stance among them. */
  readonly attributes: ReadonlySet<string>
}

/** The attribute that says for or against, and how much. */
export const STANCE = 'stance'

/** How sure annotators are says nothing about the words, so it is never compared. */
const aboutTheAnnotator: ReadonlySet<string> = new Set(['confidence'])

export const isCompared = (attribute: string): boolean => !aboutTheAnnotator.has(attribute)

/**
 * What differs: code units, the label in force, the entry that counts, values. Tags with different labels differ in a meaning or an attribute only
 * when both have one of the same kind: that an actor has no stance is no second difference. Notes never count, nor the attributes
 * that `isCompared` leaves out.
 */
export function differencesOf(a: Annotation, b: Annotation, terms: Terms): Differences {
  const kinds = new Set<DifferenceKind>()
  if (overlapOf(a.target, b.target) < 1) kinds.add('boundary')
  const isOneLabel = terms.label(a.label) === terms.label(b.label)
  if (!isOneLabel) kinds.add('label')
  const meaning = meaningDiffers(a, b, isOneLabel, terms)
  if (meaning) kinds.add(meaning)
  const attributes = new Set<string>()
  for (const id of new Set([...Object.keys(a.attributes), ...Object.keys(b.attributes)])) {
    const [one, other] = [a.attributes[id], b.attributes[id]]
    if (!isCompared(id) || (!isOneLabel && (one === undefined || other === undefined))) continue
    if (isSame(terms.value(id, one), terms.value(id, other))) continue
    attributes.add(id)
    kinds.add(id === STANCE ? 'stance' : 'attribute')
  }
  return { kinds, attributes }
}

function meaningDiffers(
  a: Annotation,
  b: Annotation,
  isOneLabel: boolean,
  terms: Terms,
): 'actor' | 'position' | null {
  const [one, other] = [a, b].map(({ means }) => (means === null ? null : terms.entry(means)))
  if (one === other) return null
  const [kindA, kindB] = [kindOfMeaning(a, terms), kindOfMeaning(b, terms)]
  if (isOneLabel) return kindA ?? kindB ?? 'actor'
  return kindA !== null && kindA === kindB ? kindA : null
}

/** Whether a tag means an actor or a position; `null` when it means nothing. What the registries do not have is told by the label. */
export function kindOfMeaning({ means, label }: Annotation, terms: Terms): 'actor' | 'position' | null {
  if (means === null) return null
  const record = terms.registry.get(means)
  if (record) return record.is === 'actor' ? 'actor' : 'position'
  return meaningsOf(terms.codebook, label)
}

/** What tags with a label mean as a rule. */
export const meaningsOf = (codebook: Codebook, label: string): 'actor' | 'position' => {
  const role = rolesOf(codebook).get(label)
  return role === 'position' || role === 'claim' ? 'position' : 'actor'
}
