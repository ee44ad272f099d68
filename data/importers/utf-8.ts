/** Text as UTF-16 code units: the first `length` of `units`. */
export interface Units {
  readonly units: Uint16Array
  readonly length: number
}

export interface Utf8 extends Units {
  /** Characters of two bytes and more that were well formed. */
  readonly longCharacters: number
  /** Bytes and broken-off characters that are not UTF-8; each is U+FFFD in `units`. */
  readonly malformed: number
}

/**
 * Reads UTF-8 from byte `from` on. Each malformed sequence becomes one U+FFFD, by the longest well-formed
 * beginning, as browsers do; surrogates and overlong forms are malformed.
 */
export function readUtf8(bytes: Uint8Array, from: number): Utf8 {
  const units = new Uint16Array(bytes.length - from)
  let length = 0
  let longCharacters = 0
  let malformed = 0
  let at = from
  while (at < bytes.length) {
    const first = bytes[at++]!
    if (first < 0x80) {
      units[length++] = first
      continue
    }
    let more = first < 0xc2 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : 0
    let code = more === 1 ? first & 0x1f : more === 2 ? first & 0x0f : first & 0x07
    // The second byte's limits rule out overlong forms, surrogates and what lies beyond U+10FFFF.
    let low = first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80
    let high = first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf
    let whole = more > 0
    for (; more > 0; more--) {
      const next = bytes[at]
      if (next === undefined || next < low || next > high) {
        whole = false
        break
      }
      code = (code << 6) | (next & 0x3f)
      low = 0x80
      high = 0xbf
      at++
    }
    if (!whole) {
      units[length++] = 0xfffd
      malformed++
      continue
    }
    longCharacters++
    if (code < 0x10000) units[length++] = code
    else {
      units[length++] = 0xd7c0 + (code >> 10)
      units[length++] = 0xdc00 | (code & 0x3ff)
    }
  }
  return { units, length, longCharacters, malformed }
}
