import type { Span } from '../../../data/model/span'
import type { TextView } from '../text/text-view'
import { caretBoxAt } from './caret-box'
import { spanOf } from './moves'

/** Selected words, and where the toolbar for them goes. */
export interface PickedWords {
  readonly span: Span
  readonly box: { readonly left: number; readonly top: number; readonly bottom: number }
}

/** The words that are selected in a text; `null` when none are. */
export function pickedIn(text: TextView): Span | null {
  const picked = text.selection()
  const span = picked && withoutBreaks(text.text, spanOf(picked))
  return span && span.start < span.end ? span : null
}

/** Selected words with their place, in pixels of `page`; `null` where they stand nowhere. */
export function placedOn(page: Element, text: TextView, span: Span): PickedWords | null {
  const first = caretBoxAt(text, span.start)
  const last = caretBoxAt(text, span.end, true)
  if (!first || !last) return null
  const { left, top } = page.getBoundingClientRect()
  return { span, box: { left: last.x - left, top: first.top - top, bottom: last.bottom - top } }
}

/** A selection that reaches to the start of a paragraph means the words before it, not the line break. */
function withoutBreaks(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const lead = words.length - words.replace(/^\n+/, '').length
  return { start: start + lead, end: start + Math.max(lead, words.replace(/\n+$/, '').length) }
}
