import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'

/**
 * Ids stand in file names, so each is lower case and short, and a reader of files accepts nothing else:
 * no id from a file can name a path outside its folder.
 */
export const articleIdSchema = z.string().regex(/^[a-z2-7]{26}$/, 'an article id (26 letters or digits)')
export const annotatorIdSchema = z
  .string()
  .max(36)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an annotator id (lower-case words joined by hyphens)')
export const deviceIdSchema = z.string().regex(/^[a-z2-7]{10}$/, 'a device id (10 letters or digits)')
export const recordIdSchema = z
  .string()
  .regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'a lower-case UUID')
export const revisionIdSchema = z.string().regex(/^[a-z2-7]{26}$/, 'a revision id (26 letters or digits)')

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567'

/** RFC 4648 base 32 in lower case without padding; five bits a character, most significant first. */
export function base32(bytes: Uint8Array): string {
  let out = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      out += BASE32[(held >> bits) & 31]
    }
    held &= (1 << bits) - 1
  }
  return bits === 0 ? out : out + BASE32[(held << (5 - bits)) & 31]
}

type Hash = (text: string) => string
let hash: Hash = (text) => bytesToHex(sha256(utf8ToBytes(text)))

/** SHA-256 of a text's UTF-8 bytes, in hexadecimal. A lone surrogate counts as U+FFFD, as in every UTF-8 encoder. */
export const sha256Hex: Hash = (text) => hash(text)

/** Has the platform's own SHA-256 do what `sha256Hex` does; `store/files/node-hash.ts` has one that takes a tenth of the time. */
export const hashWith = (platform: Hash): void => {
  hash = platform
}

/** The id of an article with this text: the first 130 bits of its SHA-256, so equal texts have equal ids everywhere. */
export const articleIdOf = (text: string): string => contentId(text)

/** The id of anything whose content names it: 26 characters of base 32. */
export const contentId = (content: string): string => base32(hexToBytes(sha256Hex(content))).slice(0, 26)

/** The id of a record that follows from a text: a version 8 UUID. */
export function idFrom(text: string): string {
  const hash = sha256Hex(text)
  const at = (from: number, to: number) => hash.slice(from, to)
  return `${at(0, 8)}-${at(8, 12)}-8${at(13, 16)}-8${at(17, 20)}-${at(20, 32)}`
}

/** The two characters that shard a folder of articles. */
export const shardOf = (articleId: string): string => articleId.slice(-2)

/**
 * An annotator id from a name and ten characters of randomness: "Zoë O'Neil" and "k7…" give `zoe-o-neil-k7…`,
 * so two people of one name stay two. A name without Latin letters gives `annotator-…`, and so does one that agreed sets go by
 * (`review/agreed.ts`).
 */
export function annotatorIdFrom(name: string, random: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 25)
    .replace(/^-+|-+$/g, '')
  const isTaken = words === '' || /^agreed(-set)?$/.test(words)
  return `${isTaken ? 'annotator' : words}-${random.slice(0, 10)}`
}
