import { v5 } from 'uuid'
import { z } from 'zod'
import type { AnnotationSet } from '../model/annotation-set'
import type { Codebook } from '../model/codebook'
import { recordIdSchema } from '../model/ids'
import type { Fault } from '../model/parse'
import { failed, ok, type Result } from '../model/result'
import { normaliseSpans, type Span } from '../model/span'
import { widenToGraphemes } from '../text/graphemes'
import { rangeOf } from '../text/quote'
import { bodiesOf, sortTags } from './w3c-bodies'
import { iriOf, listOf, textIn, under, type Json } from './w3c-json'
import type { ReadText, Selected } from './w3c-place'
import { recordIn } from './w3c-terms'

type SetRange = AnnotationSet['annotations'][number]['target'][number]

/**
 * The id of an annotation's record: its own UUID where its IRI is one, or else a UUID made from the IRI, or from all
 * of it where it has none, so that the same file gives the same ids each time.
 */
export function recordIdOf(item: Json): string {
  const iri = iriOf(item) ?? JSON.stringify(item)
  const own = recordIdSchema.safeParse((recordIn(iri) ?? iri).toLowerCase())
  // Given the bytes, since it throws on a text that holds half a surrogate pair.
  return own.success ? own.data : v5(new TextEncoder().encode(iri), v5.URL)
}

/** Where a file gives no date at all: a time that nobody takes for one. */
const UNKNOWN_TIME = '1970-01-01T00:00:00.000Z'

/** When it was made and last changed, in UTC: as the item says, else as the whole file does. */
export function timesOf(
  item: Json,
  at: string,
  whole: Json | null,
): Result<{ readonly created: string; readonly modified: string }, Fault> {
  const created = textIn(item, 'created', 'generated') ?? textIn(whole, 'created', 'generated')
  const modified = textIn(item, 'modified', 'updated') ?? created
  const times = [created, modified].map((time) => (time === null ? UNKNOWN_TIME : inUtc(time)))
  const [first, last] = times
  if (first && last) return ok({ created: first, modified: last })
  const where = under(at, first ? 'modified' : 'created')
  return failed({ where, expected: 'a date and time, as 2031-03-12T09:30:00Z' })
}

/** A time as our records keep it; those that are in UTC already stay letter for letter. `null` for what is none. */
function inUtc(time: string): string | null {
  if (z.iso.datetime().safeParse(time).success) return time
  const date = new Date(time)
  return /^\d{4}-\d{2}/.test(time) && !Number.isNaN(date.getTime()) ? date.toISOString() : null
}

/** What a tag of ours says about itself under `parley:` terms; `null` when another tool made it. */
export const ownLabel = (item: Json): string | null => textIn(item, 'parley:label')

/** Label, note and meaning. What has no place of its own, as a second kind of tags, goes into the note. */
export function contentOf(
  item: Json,
  at: string,
  codebook: Codebook,
): Result<{ readonly label: string; readonly note: string; readonly means: string | null }, Fault> {
  const { tags, meanings, notes } = bodiesOf(item)
  const own = ownLabel(item)
  const { labels, others } = sortTags(tags, codebook)
  if (own !== null) {
    const means = meanings.flatMap((iri) => recordIn(iri) ?? [])[0] ?? null
    return ok({ label: own, note: notes.join('\n\n'), means })
  }
  const [label] = labels
  if (labels.length === 1 && label)
    return ok({
      label,
      note: [...notes, ...meanings, ...others.map((tag) => `#${tag}`)].join('\n\n'),
      means: null,
    })
  const names = codebook.labels.map(({ name }) => name).join(', ')
  const instead = others.length > 0 ? ` instead of ${others.map((tag) => `“${tag}”`).join(', ')}` : ''
  return failed({
    where: under(at, 'tags' in item ? 'tags' : 'body'),
    expected: `a tag that names one label of the codebook (${names})${instead}`,
  })
}

/** A range of a tag of ours as the file has it, right or wrong; the set is checked as a whole later. */
export function ownRange({ quote, position }: Selected, { offsets }: ReadText): SetRange | null {
  if (!quote || !position || quote.prefix === null || quote.suffix === null) return null
  return {
    ...offsets.toCodeUnits(position),
    quote: quote.exact,
    prefix: quote.prefix,
    suffix: quote.suffix,
    startCodePoint: position.start,
    endCodePoint: position.end,
  }
}

/** The stretches as a tag's ranges: in text order, joined where they overlap, widened to whole characters. */
export const rangesOf = (spans: readonly Span[], { text, offsets }: ReadText): SetRange[] =>
  normaliseSpans(spans.map((span) => widenToGraphemes(text, span))).map((span) => {
    const range = rangeOf(text, span)
    const { start, end } = offsets.toCodePoints(range)
    return { ...range, startCodePoint: start, endCodePoint: end }
  })

/** Whether it joins annotations of the file instead of standing on words. */
export function isLink(item: Json, isAnnotation: (iri: string) => boolean): boolean {
  if (textIn(item, 'parley:linkType') !== null) return true
  const targets = listOf(item['target']).map(iriOf)
  return (
    listOf(item['motivation']).includes('linking') &&
    targets.length > 0 &&
    targets.every((iri) => iri !== null && isAnnotation(iri))
  )
}

/** The link type that it names by a `parley:` term or by a tag, as an id or a phrase of the codebook. */
export function linkTypeOf(item: Json, { linkTypes }: Codebook): string | null {
  const own = textIn(item, 'parley:linkType')
  if (own !== null) return own
  const words = listOf(item['body']).flatMap((body) => textIn(body, 'value')?.toLowerCase() ?? [])
  return (
    linkTypes.find(({ id, phrase }) => words.includes(id) || words.includes(phrase.toLowerCase()))?.id ?? null
  )
}
