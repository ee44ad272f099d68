/** What a message from the window may weigh, in bytes (two a character), and how deep it may nest. */
export interface Limit {
  readonly bytes: number
  readonly depth: number
}

/** What stands against a message before anybody looks at what it says. */
export type Objection = 'too heavy' | 'too deep' | 'not plain'

/** Names by which an object reaches its prototype; no message of the contract has a field of such a name. */
const traps = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * What a message weighs, in bytes, or what stands against it. Plain are lists, objects without a class of their own,
 * strings, numbers, booleans, `null`, `undefined` and bytes (`Uint8Array`); the rest of what Electron's wire carries
 * (maps, sets, dates, errors …) could hide its weight, and the contract has no use for it. Stops at the first
 * objection, and walks without recursion.
 */
export function weigh(message: unknown, limit: Limit): number | Objection {
  const waiting: { readonly value: unknown; readonly depth: number }[] = [{ value: message, depth: 0 }]
  let bytes = 0
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    bytes += weightOf(value)
    if (bytes > limit.bytes) return 'too heavy'
    if (depth > limit.depth) return 'too deep'
    if (!isPlain(value)) return 'not plain'
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) continue
    for (const [key, inner] of Object.entries(value)) {
      if (traps.has(key)) return 'not plain'
      bytes += 2 * key.length
      waiting.push({ value: inner, depth: depth + 1 })
    }
  }
  return bytes > limit.bytes ? 'too heavy' : bytes
}

/** Bytes weigh what the whole buffer behind them does, since that is what came over the wire. */
function weightOf(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length
  return value instanceof Uint8Array ? value.buffer.byteLength : 8
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'object' && value !== null) {
    if (Array.isArray(value) || value instanceof Uint8Array) return true
    const prototype: unknown = Object.getPrototypeOf(value)
    return prototype === null || prototype === Object.prototype
  }
  return !['bigint', 'symbol', 'function'].includes(typeof value)
}
