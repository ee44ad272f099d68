import type { Span } from '../model/span'
import { isBetweenGraphemes } from './graphemes'

/**
 * Where else a text says the same words, in text order and the given place included: whole words, capitals or not, and
 * any white space for white space. "Russia" is not found in "Russian", but in "Russia’s".
 */
export function placesWith(text: string, words: string): Span[] {
  const sought = words.trim()
  if (sought === '') return []
  const pattern = sought.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replace(/\s+/gu, String.raw`\s+`)
  const before = /^[\p{L}\p{N}\p{M}]/u.test(sought) ? String.raw`(?<![\p{L}\p{N}\p{M}])` : ''
  const after = /[\p{L}\p{N}\p{M}]$/u.test(sought) ? String.raw`(?![\p{L}\p{N}\p{M}])` : ''
  const places: Span[] = []
  for (const { 0: found, index } of text.matchAll(new RegExp(before + pattern + after, 'giu'))) {
    const span = { start: index, end: index + found.length }
    if (isBetweenGraphemes(text, span.start) && isBetweenGraphemes(text, span.end)) places.push(span)
  }
  return places
}
