/** What is wrong with a text that should be JSON: the offset, in UTF-16 code units, and what was expected there. */
export interface JsonFault {
  readonly at: number
  readonly expected: string
}

/** How deep lists and objects may stand in each other. Our own files need six levels, and a walk over more may overflow. */
export const DEPTH = 64

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const WORD = /true|false|null/y
const SPACE = /[ \t\n\r]*/y

/** What may stand next. `first-*` may also be the end of what was just opened. */
type Next = 'value' | 'first-value' | 'first-key' | 'key' | 'after'

/**
 * The first place where the text is no JSON, goes too deep, or has a key that means something to JavaScript
 * itself; `null` when `JSON.parse` may have it. It keeps its own stack, so that no text can overflow the program's.
 */
export function faultInJson(text: string): JsonFault | null {
  const open: ('[' | '{')[] = []
  let next: Next = 'value'
  let at = skip(SPACE, text, 0)

  for (; at < text.length; at = skip(SPACE, text, at)) {
    const c = text[at]!
    const inside = open.at(-1)

    if (next === 'after') {
      if (!inside) return { at, expected: 'the end of the file' }
      if (c === ',') next = inside === '[' ? 'value' : 'key'
      else if (c === (inside === '[' ? ']' : '}')) open.pop()
      else return { at, expected: inside === '[' ? 'a comma or “]”' : 'a comma or “}”' }
      at++
    } else if (next === 'key' || next === 'first-key') {
      if (c === '}' && next === 'first-key') {
        open.pop()
        next = 'after'
        at++
        continue
      }
      if (c !== '"') return { at, expected: 'a key in double quotes' }
      const string = scanString(text, at)
      if (typeof string !== 'number') return string
      if (FORBIDDEN.has(keyOf(text.slice(at, string))))
        return { at, expected: 'a key other than “__proto__”, “constructor” and “prototype”' }
      at = skip(SPACE, text, string)
      if (text[at] !== ':') return { at, expected: 'a colon after the key' }
      next = 'value'
      at++
    } else if (c === ']' && next === 'first-value') {
      open.pop()
      next = 'after'
      at++
    } else if (c === '[' || c === '{') {
      if (open.length === DEPTH) return { at, expected: `at most ${DEPTH} levels of lists and objects` }
      open.push(c)
      next = c === '[' ? 'first-value' : 'first-key'
      at++
    } else {
      const end = c === '"' ? scanString(text, at) : scanPlain(text, at)
      if (typeof end !== 'number') return end
      next = 'after'
      at = end
    }
  }
  if (open.length > 0) return { at: text.length, expected: 'the rest of the file' }
  return next === 'after' ? null : { at: text.length, expected: 'a value' }
}

/** Where the number, `true`, `false` or `null` at `at` ends. */
function scanPlain(text: string, at: number): number | JsonFault {
  const number = skip(NUMBER, text, at)
  const end = number > at ? number : skip(WORD, text, at)
  return end > at ? end : { at, expected: 'a value' }
}

/** Where the string that opens at `at` ends, or what is wrong in it. */
function scanString(text: string, at: number): number | JsonFault {
  for (let i = at + 1; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (c === 0x22) return i + 1
    if (c < 0x20) return { at: i, expected: 'no line break, tab or control character inside quotes' }
    if (c !== 0x5c) continue
    const escape = /^(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(i + 1, i + 6))
    if (!escape) return { at: i, expected: 'an escape that JSON knows' }
    i += escape[0].length
  }
  return { at: text.length, expected: 'a double quote that ends the text' }
}

/** A key as `JSON.parse` would have it: `"__pr\u006fto__"` is one of the forbidden, too. */
const keyOf = (quoted: string): string =>
  quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1)

/** Where the sticky pattern's match at `at` ends; `at` itself when there is none. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}
