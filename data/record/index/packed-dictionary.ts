import type { TextNumbers } from './dictionary'

/** Bytes in a piece of memory; a longer text has a piece for itself. */
const PIECE = 2 ** 16
/** A text is so many bytes longer than its letters at most: its length, and how wide they are. */
const HEAD = 5
/** Code units that are made into a string at once. */
const AT_ONCE = 4_096
const FIRST_ROOM = 1_024
/** How much more room there is each time that it runs out. */
const GROWTH = 1.25
/** The share of the table that may be taken. */
const FULL = 0.75

/**
 * A dictionary for hundreds of thousands of texts, such as the quotes of all tags. They lie as bytes in large pieces of memory and are
 * found by a table of numbers: as strings in a `Map` they take half as much again, and whatever looks for garbage goes through each. A
 * text is made into a string whenever it is asked for, the same to the last code unit.
 */
export class PackedDictionary implements TextNumbers {
  readonly #pieces: Uint8Array[] = []
  /** Bytes of the last piece that are in use. */
  #used = PIECE
  /** By number: where the text lies, as bytes from the first piece on; and its hash. */
  #places = new Uint32Array(FIRST_ROOM)
  #hashes = new Int32Array(FIRST_ROOM)
  #size = 1
  /** Numbers of texts, each at the slot that its hash says or at the next that was free; 0 is free. A power of two long. */
  #table = new Uint32Array(2 * FIRST_ROOM)

  get size(): number {
    return this.#size
  }

  numberOf(text: string): number {
    const hash = hashOf(text)
    return this.#found(text, hash) || this.#add(text, hash)
  }

  find(text: string): number {
    return this.#found(text, hashOf(text))
  }

  textOf(number: number): string {
    if (number <= 0 || number >= this.#size) return ''
    const { piece, at, length, width } = this.#laid(number)
    let text = ''
    for (let from = 0; from < length; from += AT_ONCE) {
      const units: number[] = []
      for (let i = from; i < Math.min(length, from + AT_ONCE); i++) units.push(unitAt(piece, at, i, width))
      text += String.fromCharCode(...units)
    }
    return text
  }

  /** The number of the text, or 0. */
  #found(text: string, hash: number): number {
    const last = this.#table.length - 1
    for (let slot = hash & last; ; slot = (slot + 1) & last) {
      const number = this.#table[slot]!
      if (number === 0 || (this.#hashes[number] === hash && this.#is(number, text))) return number
    }
  }

  #is(number: number, text: string): boolean {
    const { piece, at, length, width } = this.#laid(number)
    if (length !== text.length) return false
    for (let i = 0; i < length; i++) if (unitAt(piece, at, i, width) !== text.charCodeAt(i)) return false
    return true
  }

  #add(text: string, hash: number): number {
    const number = this.#size++
    if (number === this.#places.length) this.#makeRoom()
    this.#places[number] = this.#lay(text)
    this.#hashes[number] = hash
    if (number > FULL * this.#table.length) this.#enterAll(2 * this.#table.length)
    else this.#enter(number)
    return number
  }

  #enter(number: number): void {
    const last = this.#table.length - 1
    let slot = this.#hashes[number]! & last
    while (this.#table[slot] !== 0) slot = (slot + 1) & last
    this.#table[slot] = number
  }

  #enterAll(slots: number): void {
    this.#table = new Uint32Array(slots)
    for (let number = 1; number < this.#size; number++) this.#enter(number)
  }

  #makeRoom(): void {
    const room = Math.ceil(GROWTH * this.#places.length)
    const [places, hashes] = [this.#places, this.#hashes]
    this.#places = new Uint32Array(room)
    this.#places.set(places)
    this.#hashes = new Int32Array(room)
    this.#hashes.set(hashes)
  }

  /** Lays a text down, and gives its place. */
  #lay(text: string): number {
    const width = isNarrow(text) ? 1 : 2
    const most = HEAD + width * text.length
    if (this.#used + most > PIECE) {
      this.#pieces.push(new Uint8Array(Math.max(PIECE, most)))
      this.#used = 0
    }
    const piece = this.#pieces.at(-1)!
    const from = this.#used
    let at = from
    let head = 2 * text.length + width - 1
    for (; head >= 128; head = Math.floor(head / 128)) piece[at++] = 128 + (head % 128)
    piece[at++] = head
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      piece[at++] = unit
      if (width === 2) piece[at++] = unit >> 8
    }
    this.#used = at
    return (this.#pieces.length - 1) * PIECE + from
  }

  /** Where the letters of a text begin, how many code units they are, and how many bytes each is. */
  #laid(number: number) {
    const place = this.#places[number]!
    const piece = this.#pieces[Math.floor(place / PIECE)]!
    let at = place % PIECE
    let head = 0
    for (let scale = 1; ; scale *= 128) {
      const byte = piece[at++]!
      head += (byte % 128) * scale
      if (byte < 128) break
    }
    return { piece, at, length: Math.floor(head / 2), width: 1 + (head % 2) }
  }
}

const unitAt = (piece: Uint8Array, at: number, i: number, width: number): number =>
  width === 1 ? piece[at + i]! : piece[at + 2 * i]! + 256 * piece[at + 2 * i + 1]!

/** Whether each code unit fits into a byte. */
function isNarrow(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0xff) return false
  return true
}

/** FNV-1a over code units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5 | 0
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}
