/** What counts as different when words are looked for. */
export interface Exactness {
  /** "May" is not "may". */
  readonly matchCase: boolean
  /** "Zoë" is not "Zoe". */
  readonly accents: boolean
}

/** Marks on letters that people leave out: of Latin, Greek, Cyrillic, Hebrew and Arabic; and variation selectors. */
const leftOut: readonly (readonly [number, number])[] = [
  [0x300, 0x36f],
  [0x591, 0x5c7],
  [0x610, 0x61a],
  [0x64b, 0x65f],
  [0x670, 0x670],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
]

const withoutMarks = (text: string): string =>
  text.replace(/\p{M}/gu, (mark) => {
    const code = mark.codePointAt(0)!
    return leftOut.some(([from, to]) => from <= code && code <= to) ? '' : mark
  })

/** Characters that show nothing. */
const unseen = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu

/** Signs that a keyboard has in one form only. */
const typed: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '‛': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '−': '-',
}

/** One character as it is compared: empty when it shows nothing, " " for any white space. */
export function foldCharacter(character: string, { matchCase, accents }: Exactness): string {
  if (character === ' ' || /^\s+$/u.test(character)) return ' '
  const seen = character.replace(unseen, '')
  const cased = matchCase ? seen : seen.toLowerCase().replaceAll('ς', 'σ')
  const decomposed = cased.normalize('NFD')
  const bare = (accents ? decomposed : withoutMarks(decomposed)).normalize('NFC')
  return typed[bare] ?? bare
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Letters and signs that are a character by themselves when another of them follows: between two of them a grapheme
 * cluster always ends.
 */
const alone = new Uint8Array(0x10000)
for (const [from, to] of [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x2ff],
  [0x370, 0x373],
  [0x391, 0x3ff],
  [0x400, 0x481],
  [0x48a, 0x52f],
  [0x5d0, 0x5ea],
  [0x620, 0x64a],
  [0x2010, 0x2027],
  [0x3041, 0x3096],
  [0x30a1, 0x30fa],
  [0x4e00, 0x9fff],
  [0xac00, 0xd7a3],
] as const)
  alone.fill(1, from, to + 1)
alone[0x0a] = 1

/**
 * A text made ready to be searched: every character folded, a run of white space as one space, and of every code
 * unit of that where its character starts and ends in the text (UTF-16 code units). So a place in the folded text is
 * never inside a character of the text.
 */
export class FoldedText {
  readonly folded: string
  readonly #starts: Uint32Array
  readonly #ends: Uint32Array

  constructor(text: string, exactness: Exactness) {
    let units = new Uint16Array(text.length + 64)
    let starts = new Uint32Array(text.length + 64)
    let ends = new Uint32Array(text.length + 64)
    /** Of a character that folds to one code unit other than a space: that unit. 0: not known, or it does not. */
    const single = new Uint16Array(0x10000)
    let length = 0
    let wasSpace = false

    const put = (fold: string, start: number, end: number) => {
      const isSpace = fold === ' '
      if (isSpace && wasSpace) {
        ends[length - 1] = end
        return
      }
      if (fold === '') return
      wasSpace = isSpace
      if (length + fold.length >= units.length) {
        const more = 2 * (length + fold.length)
        units = grown(units, new Uint16Array(more))
        starts = grown(starts, new Uint32Array(more))
        ends = grown(ends, new Uint32Array(more))
      }
      for (let i = 0; i < fold.length; i++) {
        units[length] = fold.charCodeAt(i)
        starts[length] = start
        ends[length++] = end
      }
    }

    for (let at = 0; at < text.length;) {
      const code = text.charCodeAt(at)
      if (alone[code] === 1 && (at + 1 === text.length || alone[text.charCodeAt(at + 1)] === 1)) {
        const unit = single[code]!
        if (unit !== 0 && length < units.length) {
          units[length] = unit
          starts[length] = at++
          ends[length++] = at
          wasSpace = false
          continue
        }
        const fold = foldCharacter(text.charAt(at), exactness)
        if (fold.length === 1 && fold !== ' ') single[code] = fold.charCodeAt(0)
        put(fold, at, ++at)
        continue
      }
      let end = at + 1
      while (
        end < text.length &&
        !(alone[text.charCodeAt(end - 1)] === 1 && alone[text.charCodeAt(end)] === 1)
      )
        end++
      for (const { segment, index } of clusters.segment(text.slice(at, end)))
        put(foldCharacter(segment, exactness), at + index, at + index + segment.length)
      at = end
    }
    this.folded = stringOf(units.subarray(0, length))
    this.#starts = starts
    this.#ends = ends
  }

  /** Where the character starts in the text that a code unit of the folded text belongs to. */
  startOf(at: number): number {
    return this.#starts[at]!
  }

  /** What a stretch of the folded text is in the text; `null` when it would cut a character. */
  spanOf(from: number, to: number): { readonly start: number; readonly end: number } | null {
    const [start, end] = [this.#starts[from]!, this.#ends[to - 1]!]
    const cutsFirst = from > 0 && this.#starts[from - 1] === start
    const cutsLast = to < this.folded.length && this.#ends[to] === end
    return cutsFirst || cutsLast ? null : { start, end }
  }
}

function grown<T extends Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from)
  return to
}

/** Code units as a string, halves of pairs as they are. */
function stringOf(units: Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += 8192)
    text += String.fromCharCode(...units.subarray(at, at + 8192))
  return text
}
