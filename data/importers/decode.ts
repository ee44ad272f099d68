import type { Problem } from '../model/problem'
import { failed, ok, type Result } from '../model/result'
import { normaliseNewlines, type Newlines } from './newlines'
import { hasKnownSignature, looksBinary, looksLikeMarkup } from './not-text'
import { guessByteOrder, readUtf16 } from './utf-16'
import { readUtf8, type Units } from './utf-8'
import { readWindows1252 } from './windows-1252'

export interface SourceFile {
  /** The file's name, with or without its path. */
  readonly name: string
  readonly bytes: Uint8Array
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

export interface Decoded {
  /** With `\n` newlines and no byte-order mark; nothing else is altered. */
  readonly text: string
  readonly encoding: Encoding
  readonly byteOrderMark: boolean
  readonly newlines: Newlines
}

/** The largest file that is read, in bytes. */
export const LARGEST_FILE = 20 * 1024 * 1024

/**
 * The text of a file. The encoding is that of its byte-order mark, else UTF-16 if NUL bytes say so, else UTF-8 if it
 * is well formed, else Windows-1252. Bytes that an encoding cannot have become U+FFFD. A file that is too large, is no
 * text, or has nothing but white space is a Problem. Linear in the size of the file.
 */
export function decode({ name, bytes }: SourceFile): Result<Decoded, Problem> {
  if (bytes.length > LARGEST_FILE)
    return failed({ kind: 'too-large', file: name, bytes: bytes.length, limit: LARGEST_FILE })
  if (hasKnownSignature(bytes) || looksLikeMarkup(bytes)) return failed({ kind: 'not-text', file: name })

  const { encoding, byteOrderMark, ...units } = readUnits(bytes)
  if (looksBinary(units)) return failed({ kind: 'not-text', file: name })
  const normalised = normaliseNewlines(units)
  const text = stringOf(normalised)
  if (text.trim() === '') return failed({ kind: 'empty-file', file: name })
  return ok({ text, encoding, byteOrderMark, newlines: normalised.newlines })
}

type Read = Units & Pick<Decoded, 'encoding' | 'byteOrderMark'>

function readUnits(bytes: Uint8Array): Read {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf)
    return { ...readUtf8(bytes, 3), encoding: 'utf-8', byteOrderMark: true }
  if (a === 0xff && b === 0xfe)
    return { ...readUtf16(bytes, 2, 'little'), encoding: 'utf-16le', byteOrderMark: true }
  if (a === 0xfe && b === 0xff)
    return { ...readUtf16(bytes, 2, 'big'), encoding: 'utf-16be', byteOrderMark: true }

  const order = guessByteOrder(bytes)
  if (order) {
    const encoding = order === 'little' ? 'utf-16le' : 'utf-16be'
    return { ...readUtf16(bytes, 0, order), encoding, byteOrderMark: false }
  }

  const utf8 = readUtf8(bytes, 0)
  // Windows-1252 hardly ever looks like UTF-8, so one broken character among many whole ones, as in a file that was
  // cut off, does not make it Windows-1252.
  if (utf8.malformed * 10 <= utf8.longCharacters) return { ...utf8, encoding: 'utf-8', byteOrderMark: false }
  return { ...readWindows1252(bytes), encoding: 'windows-1252', byteOrderMark: false }
}

/** Code units turned into a string at a time: an argument list may not be much longer. */
const CHUNK = 8192

function stringOf({ units, length }: Units): string {
  const chunks: string[] = []
  for (let at = 0; at < length; at += CHUNK)
    chunks.push(fromCodes(units.subarray(at, Math.min(at + CHUNK, length))))
  return chunks.join('')
}

/** `String.fromCharCode(...codes)`, but several times as fast. */
const fromCodes = (codes: Uint16Array): string => Reflect.apply(String.fromCharCode, String, codes)
