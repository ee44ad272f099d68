import type { Units } from './utf-8'

/** How files begin that hold something else than plain text: bytes in hexadecimal, or Latin letters as they stand. */
const beginnings = [
  ['25504446', 'PDF'],
  ['504b0304', 'zip: Word, OpenDocument, EPUB'],
  ['504b0506', 'zip, empty'],
  ['d0cf11e0', 'Word before 2007'],
  ['7b5c727466', 'RTF'],
  ['89504e47', 'PNG'],
  ['ffd8ff', 'JPEG'],
  ['47494638', 'GIF'],
  ['49492a00', 'TIFF'],
  ['4d4d002a', 'TIFF'],
  ['52494646', 'WebP, WAV, AVI'],
  ['1f8b', 'gzip'],
  ['425a68', 'bzip2'],
  ['fd377a585a', 'xz'],
  ['28b52ffd', 'Zstandard'],
  ['377abcaf271c', '7-Zip'],
  ['526172211a07', 'RAR'],
  ['7f454c46', 'a program'],
  ['53514c69746520', 'SQLite'],
] as const

const signatures = beginnings.map(([hex]) => hex.match(/../g)!.map((byte) => Number.parseInt(byte, 16)))

/** Whether the file begins as a document, picture, archive or program does. */
export const hasKnownSignature = (head: Uint8Array): boolean =>
  signatures.some((signature) => signature.every((byte, at) => head[at] === byte))

/** Whether this is the source of a web page, which plain text import would show with all its tags. */
export function looksLikeMarkup(head: Uint8Array): boolean {
  const start = String.fromCharCode(...head.subarray(0, 256))
  return /^(?:\xEF\xBB\xBF)?\s*(?:<!doctype\s|<html[\s>]|<\?xml\s)/i.test(start)
}

/**
 * Whether no reader could call this text: a NUL anywhere, or more than one control character in fifty. A few stay
 * allowed, since old wire files carry some around the report.
 */
export function looksBinary({ units, length }: Units): boolean {
  let controls = 0
  for (let at = 0; at < length; at++) {
    const unit = units[at]!
    if (unit === 0) return true
    const space = unit >= 9 && unit <= 13
    if ((unit < 32 && !space) || (unit >= 127 && unit < 160 && unit !== 0x85)) controls++
  }
  return controls * 50 > length
}
