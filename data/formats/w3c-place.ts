import type { Fault } from '../model/parse'
import { failed, ok, type Result } from '../model/result'
import type { Span } from '../model/span'
import type { OffsetMap } from '../text/offsets'
import { hasType, isObject, listOf, textIn, under, type Json } from './w3c-json'

/** What `start` and `end` of a file count. The standard says code points; many tools write what their browser counts. */
export type Unit = 'code-points' | 'utf-16'

export interface Quote {
  readonly exact: string
  /** `null` where the file says nothing about what stands around the words. */
  readonly prefix: string | null
  readonly suffix: string | null
}

/** What a target's selectors say about the one stretch that it means: at least one of the two. */
export interface Selected {
  readonly quote: Quote | null
  readonly position: Span | null
}

export interface ReadText {
  readonly text: string
  readonly offsets: OffsetMap
}

/**
 * The first quote and the first position among a target's selectors, which are alternatives for one stretch. A
 * quote that refines another selector counts, since it stands in the same text; a position that does is left
 * out, as it counts from the start of what it refines.
 */
export function selectedBy(target: Json, at: string): Result<Selected, Fault> {
  const where = under(at, 'selector')
  const outer = listOf(target['selector']).filter(isObject)
  const all = outer.flatMap(withRefinements)
  const quoted = all.find((selector) => hasType(selector, 'TextQuoteSelector'))
  const placed = outer.find((selector) => hasType(selector, 'TextPositionSelector'))
  if (!quoted && !placed) return failed({ where, expected: 'a TextQuoteSelector or a TextPositionSelector' })

  const exact = textIn(quoted, 'exact')
  if (quoted && exact === null)
    return failed({ where, expected: 'a TextQuoteSelector with the words it quotes as “exact”' })
  const { start, end } = placed ?? {}
  if (placed && !(isCount(start) && isCount(end) && start < end))
    return failed({
      where,
      expected: 'a TextPositionSelector with whole numbers “start” and, greater, “end”',
    })
  return ok({
    quote: exact === null ? null : quoteOf(exact, quoted),
    position: isCount(start) && isCount(end) ? { start, end } : null,
  })
}

function withRefinements(selector: Json): Json[] {
  const chain = [selector]
  for (const outer of chain) chain.push(...listOf(outer['refinedBy']).filter(isObject))
  return chain
}

const quoteOf = (exact: string, selector: Json | undefined): Quote => ({
  exact: withLineFeeds(exact),
  prefix: contextOf(selector?.['prefix']),
  suffix: contextOf(selector?.['suffix']),
})

const contextOf = (value: unknown): string | null => (typeof value === 'string' ? withLineFeeds(value) : null)

const withLineFeeds = (text: string): string => text.replace(/\r\n?/g, '\n')

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0

/** A position as code units of the text; `null` when it does not lie in it. */
export function spanAt({ start, end }: Span, unit: Unit, { offsets }: ReadText): Span | null {
  const length = unit === 'utf-16' ? offsets.codeUnits : offsets.codePoints
  if (end > length) return null
  return unit === 'utf-16' ? { start, end } : offsets.toCodeUnits({ start, end })
}

const other = (unit: Unit): Unit => (unit === 'utf-16' ? 'code-points' : 'utf-16')

const quotes = (span: Span | null, { exact }: Quote, { text }: ReadText): boolean =>
  span !== null && text.slice(span.start, span.end) === exact

/**
 * What the positions of a file count, by how many quotes stand where they say: code points unless more quotes
 * fit as UTF-16. Without characters beyond the 65,536 first, the two are the same.
 */
export function unitOf(all: readonly { readonly selected: Selected; readonly text: ReadText }[]): Unit {
  let lead = 0
  for (const { selected, text } of all) {
    const { quote, position } = selected
    if (!quote || !position) continue
    if (quotes(spanAt(position, 'code-points', text), quote, text)) lead++
    if (quotes(spanAt(position, 'utf-16', text), quote, text)) lead--
  }
  return lead < 0 ? 'utf-16' : 'code-points'
}

/**
 * The stretch that is meant, in code units; `null` when the text has none or more than one such. A position whose
 * words are the quoted ones comes first, then the one place that has the quote and what stands around it, then
 * the one place that has the quote. A position without a quote is taken at its word.
 */
export function spanOf({ quote, position }: Selected, text: ReadText, unit: Unit): Span | null {
  if (!quote) return position && spanAt(position, unit, text)
  const placed = [unit, other(unit)].map((each) => position && spanAt(position, each, text))
  return placed.find((span) => quotes(span, quote, text)) ?? onlyPlaceOf(quote, text.text)
}

/** Words that stand there more often than this are not searched for the one place with the right context. */
const PATIENCE = 10_000

function onlyPlaceOf({ exact, prefix, suffix }: Quote, text: string): Span | null {
  const anywhere: number[] = []
  const inContext: number[] = []
  for (let at = text.indexOf(exact); at !== -1 && inContext.length < 2; at = text.indexOf(exact, at + 1)) {
    if (anywhere.push(at) > PATIENCE) return null
    const end = at + exact.length
    if (text.endsWith(prefix ?? '', at) && text.startsWith(suffix ?? '', end)) inContext.push(at)
  }
  const [start] = inContext.length === 1 ? inContext : anywhere.length === 1 ? anywhere : []
  return start === undefined ? null : { start, end: start + exact.length }
}
