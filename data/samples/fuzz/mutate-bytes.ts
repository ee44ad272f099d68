import type { Random } from './random'
import { chosen, upTo } from './random'

/** A way to spoil a file that knows nothing of what is in it. Never changes the bytes it is given. */
export type SpoilBytes = (random: Random, bytes: Uint8Array) => Uint8Array

const changed = (bytes: Uint8Array, change: (copy: Uint8Array) => void): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  change(copy)
  return copy
}

const joined = (...parts: readonly Uint8Array[]): Uint8Array => {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** A stretch of the bytes, as start and end. */
function stretch(random: Random, { length }: Uint8Array): [number, number] {
  const start = upTo(random, length)
  return [start, Math.min(length, start + 1 + upTo(random, chosen(random, [4, 64, length])))]
}

const lineFeed = 0x0a

/** Where a whole line starts and ends, its line feed with it. */
function line(random: Random, bytes: Uint8Array): [number, number] {
  const inside = upTo(random, bytes.length)
  const start = bytes.lastIndexOf(lineFeed, inside - 1) + 1
  const end = bytes.indexOf(lineFeed, inside)
  return [inside === 0 ? 0 : start, end === -1 ? bytes.length : end + 1]
}

const ascii = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What a bad disk, a cut transfer, an editor or a hostile hand does to bytes. */
export const spoilBytes: Readonly<Record<string, SpoilBytes>> = {
  'flips bits': (random, bytes) =>
    changed(bytes, (copy) => {
      for (let times = chosen(random, [1, 1, 3, 40]); times > 0; times--)
        copy[upTo(random, copy.length)]! ^= 1 << upTo(random, 8)
    }),
  truncates: (random, bytes) => bytes.slice(0, upTo(random, bytes.length)),
  'cuts the start': (random, bytes) => bytes.slice(upTo(random, bytes.length)),
  'cuts a hole': (random, bytes) => {
    const [start, end] = stretch(random, bytes)
    return joined(bytes.subarray(0, start), bytes.subarray(end))
  },
  'fills with zeros': (random, bytes) => changed(bytes, (copy) => copy.fill(0, ...stretch(random, bytes))),
  'is zeros only': (_random, bytes) => new Uint8Array(bytes.length),
  'is empty': () => new Uint8Array(0),
  'is white space': () => ascii(' \n\t\r\n'),
  'is garbage': (random) => Uint8Array.from({ length: 1 + upTo(random, 400) }, () => upTo(random, 256)),
  'repeats a stretch': (random, bytes) => {
    const [start, end] = stretch(random, bytes)
    return joined(bytes.subarray(0, end), bytes.subarray(start))
  },
  'repeats a line': (random, bytes) => {
    const [start, end] = line(random, bytes)
    return joined(bytes.subarray(0, end), bytes.subarray(start))
  },
  'drops a line': (random, bytes) => {
    const [start, end] = line(random, bytes)
    return joined(bytes.subarray(0, start), bytes.subarray(end))
  },
  'stands there twice': (_random, bytes) => joined(bytes, bytes),
  'begins with a mark': (_random, bytes) => joined(Uint8Array.of(0xef, 0xbb, 0xbf), bytes),
  'has CRLF': (_random, bytes) => {
    const out: number[] = []
    for (const byte of bytes) {
      if (byte === lineFeed) out.push(0x0d)
      out.push(byte)
    }
    return Uint8Array.from(out)
  },
  'is UTF-16': (_random, bytes) => {
    const out = new Uint8Array(bytes.length * 2 + 2)
    out.set([0xff, 0xfe])
    for (const [i, byte] of bytes.entries()) out[2 + i * 2] = byte
    return out
  },
  'nests deeply': (random) => {
    const depth = chosen(random, [65, 2_000, 200_000])
    const [open, close] = chosen(random, [
      ['[', ']'],
      ['{"a":', '}'],
    ])
    const whole = random() < 0.5
    return ascii(`${open.repeat(depth)}${whole ? `1${close.repeat(depth)}` : ''}`)
  },
  'is another value': (random) =>
    ascii(chosen(random, ['null', '[]', '{}', '0', '""', 'true', '[null]', '{"format":null}', '1e400'])),
}
