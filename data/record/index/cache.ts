import type { Codebook } from '../../model/codebook'
import type { Bytes } from './chunks'
import { Dictionary, type TextNumbers } from './dictionary'
import type { Seen } from './keep-up'
import { unpackNumbers } from './packed-numbers'
import type { PackedSheet } from './page'
import { PackedDictionary } from './packed-dictionary'
import { RecordIndex, type MarksOn } from './record-index'

/** Another number for another content: what an older or newer program kept is made again. */
const VERSION = 4

const textsNames = [
  'articles',
  'annotators',
  'labels',
  'entries',
  'revisions',
  'quotes',
  'attributes',
  'types',
] as const
type TextsName = (typeof textsNames)[number]

/** What a piece says in words; the sheets of its pages follow. */
interface Head {
  readonly version: number
  readonly project: string
  /** The sum of the piece before it; 0 in the first. */
  readonly after: number
  /** Of each page its article, its annotator, and how many of the bytes are its own; see `packNumbers`. */
  readonly pages?: readonly number[]
  readonly marks?: readonly MarksOn[]
  /** Some of one dictionary, in the order of their numbers. */
  readonly of?: TextsName
  readonly texts?: readonly string[]
  /** In the last piece. */
  readonly seen?: readonly (readonly [base: string, stamps: Readonly<Record<string, string>>])[]
}
type Said = Omit<Head, 'version' | 'project' | 'after'>

/** About how much a piece holds, so that little is in memory twice: bytes of sheets, characters, marks. */
const BYTES = 2 ** 21
const CHARACTERS = 2 ** 20
const MARKS = 10_000

/**
 * What an index holds of tags and links, and the stamps under which it was read, as bytes for the user's own folder, a piece after the
 * other. Statements are not in it, nor anything of the registries: those are derived when it is read back.
 *
 * The index may change between two pieces: what is kept are the tags of the beginning. The texts come last, so that no tag has a number
 * without a text. All pieces are laid into the same memory, so each has to be written before the next is asked for.
 *
 * @param most about how many bytes of tags a piece holds
 */
export function* keptPieces(
  index: RecordIndex,
  seen: Seen,
  project: string,
  most = BYTES,
): Generator<Uint8Array> {
  const stamps = [...seen].map(([base, shards]) => [base, Object.fromEntries(shards)] as const)
  const [sheets, marks] = [[...index.sheets()], [...index.marks]]
  let after = 0
  let room: Bytes = new Uint8Array()
  for (const [said, packed] of partsOf(index, sheets, marks, stamps, most)) {
    const piece = pieceOf({ version: VERSION, project, after, ...said }, packed, room)
    room = new Uint8Array(piece.buffer)
    after = sumIn(piece)
    yield piece
  }
}

function* partsOf(
  index: RecordIndex,
  all: Iterable<PackedSheet>,
  marks: readonly MarksOn[],
  seen: NonNullable<Head['seen']>,
  most: number,
): Generator<readonly [Said, readonly Bytes[]]> {
  let pages: number[] = []
  let sheets: Bytes[] = []
  let bytes = 0
  for (const { article, annotator, packed } of all) {
    pages.push(article, annotator, packed.length)
    sheets.push(packed)
    bytes += packed.length
    if (bytes < most) continue
    yield [{ pages }, sheets]
    ;[pages, sheets, bytes] = [[], [], 0]
  }
  if (pages.length > 0) yield [{ pages }, sheets]

  for (let from = 0; from < marks.length; from += MARKS)
    yield [{ marks: marks.slice(from, from + MARKS) }, []]

  const { articles, annotators, texts } = index
  const dictionaries: Record<TextsName, TextNumbers> = { articles, annotators, ...texts }
  for (const of of textsNames) {
    const dictionary = dictionaries[of]
    let some: string[] = []
    let characters = 0
    for (let number = 1; number < dictionary.size; number++) {
      const text = dictionary.textOf(number)
      some.push(text)
      characters += text.length
      if (characters < CHARACTERS) continue
      yield [{ of, texts: some }, []]
      ;[some, characters] = [[], 0]
    }
    if (some.length > 0) yield [{ of, texts: some }, []]
  }
  yield [{ seen }, []]
}

/** Bytes before the head, which say how long it is, and of the sum of all at the end. */
const LENGTH = 8
const SUM = 8
/** In UTF-8 at most, by UTF-16 code unit. */
const BYTES_OF_A_CHARACTER = 3

/** In `room`, if it is large enough. */
function pieceOf(head: Head, sheets: readonly Bytes[], room: Bytes): Bytes {
  const json = JSON.stringify(head)
  const count = sheets.reduce((sum, { length }) => sum + length, 0)
  const most = LENGTH + padded(BYTES_OF_A_CHARACTER * json.length) + padded(count) + SUM
  const all = room.length >= most ? room : new Uint8Array(most)
  const { written } = new TextEncoder().encodeInto(json, all.subarray(LENGTH))
  let at = LENGTH + written
  for (const sheet of sheets) {
    all.set(sheet, at)
    at += sheet.length
  }
  const end = padded(at)
  all.fill(0, at, end)
  const bytes = all.subarray(0, end + SUM)
  const view = new DataView(all.buffer)
  view.setUint32(0, written)
  view.setUint32(4, 0)
  view.setFloat64(end, sumOf(bytes))
  return bytes
}

/** The sum goes over four bytes at a time. */
const padded = (length: number): number => Math.ceil(length / 4) * 4

/** Reads back, a piece after the other, what `keptPieces` gave. */
export class KeptIndex {
  readonly #project: string
  readonly #codebook: Codebook
  /** As they stand in their pieces, each of which goes when its sheets were taken: they are half of what the index holds. */
  readonly #pages: { readonly pages: readonly number[]; readonly sheets: Bytes }[] = []
  readonly #marks: MarksOn[] = []
  readonly #texts: Partial<Record<Exclude<TextsName, 'quotes'>, Dictionary>> = {}
  readonly #quotes = new PackedDictionary()
  #after = 0

  constructor(project: string, codebook: Codebook) {
    this.#project = project
    this.#codebook = codebook
  }

  /**
   * With the last piece what was kept; `more` when there is another to come; `null` when it cannot be used: damaged, of another
   * version, of another project, or not the piece that follows.
   */
  take(bytes: Uint8Array): { readonly index: RecordIndex; readonly seen: Seen } | 'more' | null {
    const head = headIn(bytes)
    if (head?.version !== VERSION || head.project !== this.#project || head.after !== this.#after) return null
    this.#after = sumIn(bytes)
    if (head.pages) this.#pages.push({ pages: head.pages, sheets: sheetsIn(bytes) })
    if (head.marks) this.#marks.push(...head.marks)
    if (head.of) {
      const dictionary = head.of === 'quotes' ? this.#quotes : (this.#texts[head.of] ??= new Dictionary())
      for (const text of head.texts ?? []) dictionary.numberOf(text)
    }
    return head.seen ? { index: this.#made(), seen: seenIn(head.seen) } : 'more'
  }

  #made(): RecordIndex {
    const index = new RecordIndex(this.#codebook, { ...this.#texts, quotes: this.#quotes })
    for (let piece = this.#pages.shift(); piece; piece = this.#pages.shift()) {
      const { pages, sheets } = piece
      let at = 0
      for (let i = 0; i + 2 < pages.length; i += 3) {
        const [article, annotator] = [
          index.articles.textOf(pages[i]!),
          index.annotators.textOf(pages[i + 1]!),
        ]
        index.putSheet(article, annotator, unpackNumbers(sheets, at))
        at += pages[i + 2]!
      }
    }
    for (const { article, annotator, marks } of this.#marks) index.putMarks(article, annotator, marks)
    return index
  }
}

const seenIn = (seen: NonNullable<Head['seen']>): Seen =>
  new Map(seen.map(([base, stamps]) => [base, new Map(Object.entries(stamps))]))

/** Only this module writes such a head, and the whole piece has a sum. */
function headIn(bytes: Uint8Array): Head | null {
  if (bytes.length < LENGTH + SUM || bytes.length % 4 !== 0 || sumOf(bytes) !== sumIn(bytes)) return null
  const text = bytes.subarray(LENGTH, LENGTH + headLength(bytes))
  try {
    const head: Head = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text))
    return head
  } catch {
    return null
  }
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength)
const headLength = (bytes: Uint8Array): number => viewOf(bytes).getUint32(0)
const sumIn = (bytes: Uint8Array): number => viewOf(bytes).getFloat64(bytes.length - SUM)

const sheetsIn = (bytes: Uint8Array): Bytes =>
  Uint8Array.from(bytes.subarray(LENGTH + headLength(bytes), bytes.length - SUM))

/** Fletcher's sum of all but the sum, so that the order counts. */
function sumOf(bytes: Uint8Array): number {
  const view = viewOf(bytes)
  let [a, b] = [1, 0]
  for (let at = 0; at < bytes.length - SUM; at += 4) {
    a = (a + view.getUint32(at)) % 4_294_967_291
    b = (b + a) % 4_294_967_291
  }
  return a + b
}
