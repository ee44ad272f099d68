/** Code units of a UUID, and the bytes that it says. */
export const ID = 36
const BYTES = 16

const form = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Whether it comes back out of its bytes: a UUID in lower case. */
export const isPlainId = (id: string): boolean => form.test(id)

/** Where in an id the two digits of each byte stand. */
const places = Array.from({ length: ID }, (_, i) => i)
  .filter((i) => ![8, 13, 18, 23].includes(i))
  .filter((_, i) => i % 2 === 0)

/**
 * Ids by their number. They come as text, and become a byte for two digits when they are settled or one is looked for: as text they
 * take more room than all else that tags have in columns, but an article is on the screen sooner.
 */
export class PackedIds {
  /** The ids one after the other, until they are bytes. */
  #text: string
  #bytes: Uint8Array | null = null
  /** The number of the id at a place that follows from it, or -1. Made when an id is first looked for. */
  #table: Int32Array | null = null

  /** `ids` are plain ids, one after the other. */
  constructor(ids: string) {
    this.#text = ids
  }

  /** Gives the room back that they take as text. */
  settle(): void {
    this.#packed()
  }

  at(number: number): string {
    const bytes = this.#bytes
    if (!bytes) return copyOf(this.#text, number * ID)
    const codes: number[] = []
    for (let i = 0; i < BYTES; i++) {
      if (i === 4 || i === 6 || i === 8 || i === 10) codes.push(HYPHEN)
      const byte = bytes[number * BYTES + i]!
      codes.push(codeOf(byte >> 4), codeOf(byte & 15))
    }
    return String.fromCharCode(...codes)
  }

  /** The number of an id; `null` when it is none of these. */
  find(id: string): number | null {
    if (!isPlainId(id)) return null
    const sought = bytesOf(id)
    const bytes = this.#packed()
    const table = (this.#table ??= tableOf(bytes))
    for (let place = placeIn(table, sought, 0); table[place] !== -1; place = (place + 1) & (table.length - 1))
      if (isAt(bytes, table[place]!, sought)) return table[place]!
    return null
  }

  #packed(): Uint8Array {
    if (this.#bytes) return this.#bytes
    this.#bytes = bytesOf(this.#text)
    this.#text = ''
    return this.#bytes
  }
}

/** A part of a text would keep all of it in memory. */
const copyOf = (ids: string, from: number): string =>
  String.fromCharCode(...Array.from({ length: ID }, (_, i) => ids.charCodeAt(from + i)))

const isAt = (bytes: Uint8Array, number: number, sought: Uint8Array): boolean =>
  sought.every((byte, i) => bytes[number * BYTES + i] === byte)

/** At most half full, so that most ids stand where they are looked for first. */
function tableOf(bytes: Uint8Array): Int32Array {
  const count = bytes.length / BYTES
  const table = new Int32Array(2 ** Math.ceil(Math.log2(2 * count + 1))).fill(-1)
  for (let number = 0; number < count; number++) {
    let place = placeIn(table, bytes, number * BYTES)
    while (table[place] !== -1) place = (place + 1) & (table.length - 1)
    table[place] = number
  }
  return table
}

function bytesOf(ids: string): Uint8Array {
  const bytes = new Uint8Array((ids.length / ID) * BYTES)
  for (let from = 0, i = 0; from < ids.length; from += ID)
    for (const place of places)
      bytes[i++] = (digitOf(ids.charCodeAt(from + place)) << 4) | digitOf(ids.charCodeAt(from + place + 1))
  return bytes
}

const HYPHEN = 45

/** The value of a hexadecimal digit, `0` to `9` or `a` to `f`, and the digit of a value. */
const digitOf = (code: number): number => (code & 15) + (code >> 6) * 9
const codeOf = (digit: number): number => (digit < 10 ? 48 : 87) + digit

/** Where the id whose bytes begin at `from` is looked for first: by its end, which is random. */
function placeIn(table: Int32Array, bytes: Uint8Array, from: number): number {
  let place = 0
  for (let i = from + BYTES - 4; i < from + BYTES; i++) place = (place * 31 + bytes[i]!) | 0
  return place & (table.length - 1)
}
