import type { Codebook } from '../../model/codebook'
import { Dictionary } from './dictionary'
import type { Seen } from './keep-up'
import { RecordIndex, type MarksOn } from './record-index'

/** Another number for another content: what an older or newer program kept is made again. */
const VERSION = 2

interface Head {
  readonly version: number
  readonly project: string
  /** In the order of `textsNames`. */
  readonly texts: readonly (readonly string[])[]
  readonly seen: readonly (readonly [base: string, stamps: Readonly<Record<string, string>>])[]
  /** Of each page its article, its annotator, and how many numbers it has. */
  readonly pages: readonly number[]
  readonly marks: readonly MarksOn[]
  /** Of the numbers. */
  readonly sum: number
}

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

/** Bytes of the length of the head, which stands first. */
const LENGTH = 8

/**
 * What an index holds of tags and links, and the stamps under which it was read, as bytes for the user's own folder. Statements are not
 * in it, nor anything of the registries: those are derived when it is read back.
 */
export function keptIndex(index: RecordIndex, seen: Seen, project: string): Uint8Array {
  const pages = [...index.sheets()]
  const numbers = new Int32Array(pages.reduce((sum, { sheet }) => sum + sheet.length, 0))
  let at = 0
  for (const { sheet } of pages) {
    numbers.set(sheet, at)
    at += sheet.length
  }
  const { articles, annotators, texts } = index
  const dictionaries: Record<TextsName, Dictionary> = { articles, annotators, ...texts }
  const head: Head = {
    version: VERSION,
    project,
    texts: textsNames.map((name) => dictionaries[name].texts),
    seen: [...seen].map(([base, stamps]) => [base, Object.fromEntries(stamps)]),
    pages: pages.flatMap(({ article, annotator, sheet }) => [article, annotator, sheet.length]),
    marks: [...index.marks],
    sum: sumOf(numbers),
  }
  const text = new TextEncoder().encode(JSON.stringify(head))
  // Numbers begin at a multiple of four.
  const padded = Math.ceil(text.length / 4) * 4
  const bytes = new Uint8Array(LENGTH + padded + numbers.byteLength)
  new DataView(bytes.buffer).setUint32(0, text.length)
  bytes.set(text, LENGTH)
  bytes.set(new Uint8Array(numbers.buffer), LENGTH + padded)
  return bytes
}

/** What was kept; `null` when it cannot be used: damaged, of another version, or of another project. */
export function indexFrom(
  bytes: Uint8Array,
  project: string,
  codebook: Codebook,
): { readonly index: RecordIndex; readonly seen: Seen } | null {
  const head = headIn(bytes)
  if (!head || head.version !== VERSION || head.project !== project) return null
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  const numbers = new Int32Array(bytes.slice(LENGTH + Math.ceil(length / 4) * 4).buffer)
  if (sumOf(numbers) !== head.sum) return null
  const dictionaries = Object.fromEntries(textsNames.map((name, i) => [name, new Dictionary(head.texts[i])]))
  const index = new RecordIndex(codebook, dictionaries)
  let at = 0
  for (let i = 0; i + 2 < head.pages.length; i += 3) {
    const [article = 0, annotator = 0, size = 0] = head.pages.slice(i, i + 3)
    const names = [index.articles.textOf(article), index.annotators.textOf(annotator)] as const
    index.putSheet(...names, numbers.subarray(at, at + size))
    at += size
  }
  for (const { article, annotator, marks } of head.marks) index.putMarks(article, annotator, marks)
  return { index, seen: new Map(head.seen.map(([base, stamps]) => [base, new Map(Object.entries(stamps))])) }
}

/** Only this module writes such a head, and its numbers have a sum. */
function headIn(bytes: Uint8Array): Head | null {
  if (bytes.length < LENGTH) return null
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  if (LENGTH + length > bytes.length || (bytes.length - LENGTH - Math.ceil(length / 4) * 4) % 4 !== 0)
    return null
  try {
    const head: Head = JSON.parse(
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(LENGTH, LENGTH + length)),
    )
    return head
  } catch {
    return null
  }
}

/** Fletcher's sum, so that the order counts. */
function sumOf(numbers: Int32Array): number {
  let [a, b] = [1, 0]
  for (const number of numbers) {
    a = (a + (number >>> 0)) % 4_294_967_291
    b = (b + a) % 4_294_967_291
  }
  return a + b
}
