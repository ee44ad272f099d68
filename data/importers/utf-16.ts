import type { Units } from './utf-8'

export type ByteOrder = 'little' | 'big'

/** Reads UTF-16 from byte `from` on. Half of a pair, and an odd byte at the end, become U+FFFD. */
export function readUtf16(bytes: Uint8Array, from: number, order: ByteOrder): Units {
  const length = (bytes.length - from + 1) >> 1
  const units = new Uint16Array(length)
  const high = order === 'big' ? 0 : 1
  for (let i = 0, at = from; i < length; i++, at += 2) {
    const whole = at + 1 < bytes.length
    units[i] = whole ? (bytes[at + high]! << 8) | bytes[at + 1 - high]! : 0xfffd
  }
  return { units: mendPairs(units), length }
}

/** Puts U+FFFD for every surrogate without its other half, in place. */
function mendPairs(units: Uint16Array): Uint16Array {
  for (let i = 0; i < units.length; i++) {
    const kind = units[i]! & 0xfc00
    const paired = kind === 0xd800 && (units[i + 1]! & 0xfc00) === 0xdc00
    if (paired) i++
    else if (kind === 0xd800 || kind === 0xdc00) units[i] = 0xfffd
  }
  return units
}

/** How many bytes at the start are looked at. */
const HEAD = 65_536

/**
 * The byte order of UTF-16 without a mark, by where its NUL bytes stand: no other text has any, and in UTF-16 nearly
 * all are the upper halves of ASCII, spaces and line ends at least. `null` when it does not look like UTF-16.
 */
export function guessByteOrder(bytes: Uint8Array): ByteOrder | null {
  const looked = Math.min(bytes.length, HEAD)
  if (bytes.length % 2 === 1 || looked === 0) return null
  let atEven = 0
  let atOdd = 0
  for (let at = 0; at < looked; at++) {
    if (bytes[at] !== 0) continue
    if (at % 2 === 0) atEven++
    else atOdd++
  }
  if (atOdd * 200 >= looked && atOdd >= 10 * atEven) return 'little'
  if (atEven * 200 >= looked && atEven >= 10 * atOdd) return 'big'
  return null
}
