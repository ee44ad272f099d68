import type { Units } from './utf-8'

/**
 * What bytes 0x80 to 0x9F mean, by the WHATWG Encoding Standard; the other bytes are their own code point. The
 * table stands here because not every runtime's own decoder has it right.
 */
const upper =
  '\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F' +
  '\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178'

const table = Uint16Array.from({ length: 256 }, (_, byte) =>
  byte >= 0x80 && byte < 0xa0 ? upper.charCodeAt(byte - 0x80) : byte,
)

/** Reads Windows-1252: every byte is one code unit, and none is malformed. */
export function readWindows1252(bytes: Uint8Array): Units {
  return { units: Uint16Array.from(bytes, (byte) => table[byte]!), length: bytes.length }
}
