import type { Annotation, AttributeValue, RegistryRecord } from '../../../data/model/records'
import type { LinkReading } from '../../../data/model/review-records'
import { normaliseSpans, type Span } from '../../../data/model/span'
import type { RegistryCommand } from '../../../data/store/registry-commands'
import type { AskedReading } from '../../../data/store/review-commands'
import { nextWordEnd, previousWordStart } from '../../../data/text/words'

/** What a reviewer is about to make of tags or links. */
export interface Draft {
  readonly action: 'change' | 'merge' | 'split' | 'contested'
  /** What tags should be: one for what is changed or merged, else two or more. None for a link. */
  readonly readings: readonly AskedReading[]
  /** The reading that selected words go to. */
  readonly active: number
  /** What a link should be. */
  readonly link: LinkReading | null
  /** Entries that the registries do not have yet, and that readings may name: they are made with the decision, those that it needs. */
  readonly made: readonly AddEntry[]
}

export type AddEntry = Extract<RegistryCommand, { do: 'add-entry' }>

/** A tag, or what somebody decided that one should be, as a reading to begin with. */
export const readingOf = ({
  label,
  target,
  attributes,
  means,
}: Pick<Annotation, 'label' | 'target' | 'attributes' | 'means'>): AskedReading => ({
  label,
  spans: target.map(({ start, end }) => ({ start, end })),
  attributes,
  means,
})

/** One reading over all words of several tags, and what the one in front says otherwise. */
export const merged = (front: Annotation, tags: readonly Annotation[]): AskedReading => ({
  ...readingOf(front),
  spans: joined(tags.flatMap(({ target }) => target)),
})

/** From the first to the last of spans that touch or overlap; those with words between stay parts. */
const joined = (spans: readonly Span[]): readonly Span[] =>
  normaliseSpans(spans.map(({ start, end }) => ({ start, end })))

/** Two readings of one: its parts, or where it has only one, two halves that meet between words. */
export function halves(reading: AskedReading, text: string): readonly AskedReading[] {
  if (reading.spans.length > 1) return reading.spans.map((span) => ({ ...reading, spans: [span] }))
  const { start, end } = reading.spans[0]!
  const breaks = [...text.slice(start, end).matchAll(/\s+/gu)].map(({ index, 0: space }) => ({
    end: start + index,
    start: start + index + space.length,
  }))
  const middle = (start + end) / 2
  const at = breaks.toSorted((a, b) => Math.abs(a.end - middle) - Math.abs(b.end - middle))[0]
  if (!at) return [reading, reading]
  return [
    { ...reading, spans: [{ start, end: at.end }] },
    { ...reading, spans: [{ start: at.start, end }] },
  ]
}

/** The draft with another reading in the place of the active one. */
export const withReading = (draft: Draft, change: Partial<AskedReading>, at = draft.active): Draft => ({
  ...draft,
  readings: draft.readings.map((reading, i) => (i === at ? { ...reading, ...change } : reading)),
})

/** With an attribute set; `null` takes it away. */
export function withAttribute(reading: AskedReading, id: string, value: AttributeValue | null): AskedReading {
  const { [id]: _, ...others } = reading.attributes
  return { ...reading, attributes: value === null ? others : { ...others, [id]: value } }
}

export type Edge = 'start' | 'end'

/**
 * The spans of `text` with their first start, or their last end, a word further on or back. The other edge is never passed.
 * "the [city council]" with its start a word back is "[the city council]".
 */
export function moved(text: string, spans: readonly Span[], edge: Edge, step: 1 | -1): readonly Span[] {
  const at = edge === 'start' ? 0 : spans.length - 1
  const span = spans[at]!
  const next = { ...span, [edge]: edgeFrom(text, span[edge], edge, step) }
  if (next.start >= next.end || next[edge] === span[edge]) return spans
  return normaliseSpans(spans.map((each, i) => (i === at ? next : each)))
}

/** The start of the word after the one at an offset, or of the one before; the same for ends. */
function edgeFrom(text: string, from: number, edge: Edge, step: 1 | -1): number {
  const [on, back] = [(at: number) => nextWordEnd(text, at), (at: number) => previousWordStart(text, at)]
  if (edge === 'start') return step === -1 ? back(from) : back(on(on(from)))
  return step === 1 ? on(from) : on(back(back(from)))
}

/** The registries as they will be once a draft is decided. */
export const withMade = (
  registry: readonly RegistryRecord[],
  { made }: Pick<Draft, 'made'>,
): readonly RegistryRecord[] =>
  made.length === 0
    ? registry
    : [...registry, ...made.map(({ id, entry }) => ({ ...entry, id, created: '', modified: '' }))]

/** The new entries that readings of a draft name, each after what it names itself: a position after its issue. */
export function madeFor({ readings, made }: Pick<Draft, 'readings' | 'made'>): readonly AddEntry[] {
  const named = new Set<unknown>(
    readings.flatMap(({ means, attributes }) => [means, ...Object.values(attributes)]),
  )
  for (const { id, entry } of made) if (entry.is === 'position' && named.has(id)) named.add(entry.issue)
  return made.filter(({ id }) => named.has(id))
}
