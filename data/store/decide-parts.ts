import { allows, labelOf, type Codebook, type Label } from '../model/codebook'
import { mayStandAt } from '../model/codebook-touches'
import { mayMean } from '../model/meaning'
import type { Problem } from '../model/problem'
import type {
  Annotation,
  AttributeValue,
  BesidesTag,
  Link,
  OfKind,
  RegistryRecord,
  WorkRecord,
} from '../model/records'
import { Registry } from '../model/registry'
import { failed, ok, type Result } from '../model/result'
import { normaliseSpans, type Span } from '../model/span'
import { rangeOf } from '../text/quote'
import { widenToGraphemes } from '../text/graphemes'
import type { ArticleChange } from './changes'
import type { Scene } from './commands'

/** A label that something new may be tagged with. */
export function labelInUse(codebook: Codebook, id: string): Result<Label, Problem> {
  const label = labelOf(codebook, id)
  if (!label) return failed({ kind: 'not-there', what: 'label' })
  return label.retired ? failed({ kind: 'label-retired', label: label.name }) : ok(label)
}

export function setAttribute(
  codebook: Codebook,
  before: Annotation,
  { attribute: id, value }: { readonly attribute: string; readonly value: AttributeValue | null },
): Result<Annotation, Problem> {
  const attribute = codebook.attributes.find((candidate) => candidate.id === id)
  if (!attribute?.labels.includes(before.label)) return failed({ kind: 'not-there', what: 'attribute' })
  const { [id]: _, ...others } = before.attributes
  if (value === null) return ok({ ...before, attributes: others })
  if (!allows(attribute, value)) return failed({ kind: 'value-not-allowed', attribute: attribute.name })
  return ok({ ...before, attributes: { ...before.attributes, [id]: value } })
}

export function mean(
  registry: readonly RegistryRecord[],
  before: Annotation,
  means: string | null,
): Result<Annotation, Problem> {
  if (means === null) return ok({ ...before, means })
  const record = Registry.of(registry).get(means)
  if (!record) return failed({ kind: 'not-there', what: 'registry-record' })
  if (!mayMean(before.label, record)) return failed({ kind: 'meaning-not-allowed', label: before.label })
  return ok({ ...before, means })
}

export const gone = (article: string, before: WorkRecord): ArticleChange => ({
  article,
  id: before.id,
  before,
  after: null,
})

export const annotationIn = (scene: Scene, id: string): Annotation | undefined => {
  const record = scene.records.get(id)
  return record?.is === 'annotation' ? record : undefined
}

/** The links that touch one of these tags, in the order of their ids: everybody is to make the same changes of a command. */
export function linksOf(scene: Scene, ends: readonly string[]): readonly Link[] {
  const isAtAnEnd = (record: WorkRecord): record is Link =>
    record.is === 'link' && (ends.includes(record.from) || ends.includes(record.to))
  const found = scene.linksAt
    ? [...new Set(ends.flatMap(scene.linksAt))]
    : [...scene.records.values()].filter(isAtAnEnd)
  return found.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** My records of one kind that is no tag, in the order of their ids, for the same reason. */
export function ofKind<Is extends BesidesTag['is']>(scene: Scene, is: Is): readonly OfKind<Is>[] {
  const isOne = (record: WorkRecord): record is OfKind<Is> => record.is === is
  const found = scene.ofKind ? scene.ofKind(is) : [...scene.records.values()].filter(isOne)
  return found.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

/** Whether the codebook lets a link of this type join tags with these labels, or with what they count as. */
export function mayJoin(
  codebook: Codebook,
  type: string,
  from: string | undefined,
  to: string | undefined,
): boolean {
  const linkType = codebook.linkTypes.find(({ id }) => id === type)
  return !!linkType && !!from && !!to && mayStandAt(codebook, linkType, from, to)
}

export function targetOf(text: string, spans: readonly Span[]): Result<Annotation['target'], Problem> {
  const inside = spans.every(
    ({ start, end }) =>
      Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end && end <= text.length,
  )
  if (!inside || spans.length === 0) return failed({ kind: 'not-there', what: 'text' })
  if (spans.some(({ start, end }) => text.slice(start, end).trim() === ''))
    return failed({ kind: 'only-white-space' })
  return ok(
    normaliseSpans(spans.map((span) => widenToGraphemes(text, span))).map((span) => rangeOf(text, span)),
  )
}
