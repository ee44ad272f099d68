import { fold } from './fold'

/** Something that was found, and by which of its names. */
export interface Found<T> {
  readonly item: T
  /** The name or alias that fits best, as it was given. */
  readonly name: string
}

/**
 * How a name fits what was typed, best first. Everything that fits in one way stands before all that fit in a later
 * one; inside a way, the name with fewer wrong letters, then the one whose first hit is nearer to its start, then the
 * one that was given first.
 */
const ways = {
  /** "Lavrov": Lavrov */
  whole: 0,
  /** "serg": Sergei Lavrov */
  beginning: 1,
  /** "rus for min": the Russian foreign minister */
  wordStarts: 2,
  /** "lavrov sergei": Sergei Lavrov */
  anyOrder: 3,
  /** "rfm", "sela": the first letters of words that follow each other, one word or more left out between them */
  initials: 4,
  /** "urope": Europe */
  inside: 5,
  /** "lavorv": one letter wrong, missing, too many or swapped with the next in words of four letters, two from eight */
  typos: 6,
} as const

/** Ranks are numbers so that they sort quickly: the way, then wrong letters, then the place of the first hit. */
const rank = (way: number, wrong: number, at: number): number =>
  (way * 100 + wrong) * 1000 + Math.min(at, 999)

interface Name {
  /** Folded, with a space before each word. */
  readonly padded: string
  readonly words: readonly string[]
  /** Which letters it has, hashed to 31 bits: a name without them need not be read. */
  readonly letters: number
  readonly given: string
}

/** What was typed, in the forms in which it is compared. */
interface Sought {
  readonly padded: string
  readonly words: readonly string[]
  readonly letters: number
  /** Wrong letters that may be in it in all. */
  readonly patience: number
}

/**
 * Names and aliases made ready to be searched as one types. Case, accents and signs do not count (`fold`). Searching ten
 * thousand names takes a few milliseconds; nothing is found twice, and the same words always give the same order.
 */
export class Names<T> {
  readonly #entries: readonly { readonly item: T; readonly names: readonly Name[] }[]

  /** `namesOf` gives what an item is called, its own name first. */
  constructor(items: readonly T[], namesOf: (item: T) => readonly string[]) {
    this.#entries = items.map((item) => ({ item, names: namesOf(item).map(nameFrom) }))
  }

  /** At most `limit` items that fit what was typed, best first; with nothing typed, the first in the order given. */
  find(typed: string, limit = 50): Found<T>[] {
    return this.search(typed, limit).found
  }

  /** The same, and how many fit in all. */
  search(typed: string, limit: number): { readonly found: Found<T>[]; readonly all: number } {
    const sought = soughtFrom(typed)
    if (sought.words.length === 0) {
      const first = this.#entries.slice(0, limit)
      const found = first.map(({ item, names }) => ({ item, name: names[0]?.given ?? '' }))
      return { found, all: this.#entries.length }
    }
    // Only when there is room left: names with typos stand after all others anyhow.
    const near = (name: Name) => exactly(name, sought) ?? nearly(name, sought)
    const exact = this.#places((name) => exactly(name, sought))
    const places = exact.length < limit ? this.#places(near) : exact
    const found = Array.from(places.subarray(0, limit), (key) => {
      const { item, names } = this.#entries[key % this.#entries.length]!
      const ranks = names.map((name) => near(name) ?? Infinity)
      const best = ranks.reduce((a, b) => Math.min(a, b))
      return { item, name: names[ranks.indexOf(best)]!.given }
    })
    return { found, all: places.length }
  }

  /** The items that have these words for a name, whatever the case, accents and signs; in the order given. */
  called(words: string): T[] {
    const folded = fold(words)
    if (folded === '') return []
    const sought = ` ${folded}`
    return this.#entries.flatMap(({ item, names }) =>
      names.some(({ padded }) => padded === sought) ? [item] : [],
    )
  }

  /** For every item that has a name with a rank, best first: its best rank times the number of items, plus its place. */
  #places(rankOf: (name: Name) => number | null): Float64Array {
    const keys: number[] = []
    for (const [place, { names }] of this.#entries.entries()) {
      let best: number | null = null
      for (const name of names) {
        const found = rankOf(name)
        if (found !== null && (best === null || found < best)) best = found
      }
      if (best !== null) keys.push(best * this.#entries.length + place)
    }
    return Float64Array.from(keys).toSorted()
  }
}

/** The rank of a name that has what was typed letter by letter; `null` when it does not. */
function exactly(name: Name, sought: Sought): number | null {
  if ((sought.letters & ~name.letters) !== 0) return null
  const [first] = sought.words
  if (!first) return null
  if (name.padded.startsWith(sought.padded))
    return rank(name.padded.length === sought.padded.length ? ways.whole : ways.beginning, 0, 0)
  const ordered = startsInOrder(name, sought.words)
  if (ordered !== null) return rank(ways.wordStarts, 0, ordered)
  if (sought.words.every((word) => name.padded.includes(` ${word}`)))
    return rank(
      ways.anyOrder,
      0,
      name.words.findIndex((word) => word.startsWith(first)),
    )
  if (sought.words.length === 1) {
    const at = initialsAt(first, name.words)
    if (at !== null) return rank(ways.initials, 0, at)
  }
  if (sought.words.every((word) => name.padded.includes(word)))
    return rank(ways.inside, 0, name.padded.indexOf(first))
  return null
}

/** The rank of a name that has what was typed but for a few letters; `null` when too many differ. */
function nearly(name: Name, sought: Sought): number | null {
  if (sought.patience === 0 || bits(sought.letters & ~name.letters) > sought.patience) return null
  let wrong = 0
  let at = name.words.length
  for (const word of sought.words) {
    const [typos, place] = nearest(word, name.words)
    if (place < 0) return null
    wrong += typos
    at = Math.min(at, place)
  }
  return rank(ways.typos, wrong, at)
}

/** Where the first of these words starts a word of the name, if each starts one after the one before; else `null`. */
function startsInOrder({ words }: Name, sought: readonly string[]): number | null {
  let at = 0
  let first: number | null = null
  for (const word of sought) {
    while (at < words.length && !words[at]!.startsWith(word)) at++
    if (at === words.length) return null
    first ??= at
    at++
  }
  return first
}

/**
 * The first of the words, in the order of the name, whose beginnings put together are these letters; `null` when there are
 * none. Goes through the words once, so that no name makes it slow.
 */
function initialsAt(letters: string, words: readonly string[]): number | null {
  /** For so many letters from the front, the word that they begin at. */
  const begins: (number | undefined)[] = []
  for (const [at, word] of words.entries())
    for (let from = letters.length - 1; from >= 0; from--) {
      const begin = from === 0 ? at : begins[from]
      if (begin === undefined) continue
      for (let n = 1; from + n <= letters.length && letters[from + n - 1] === word[n - 1]; n++)
        begins[from + n] ??= begin
    }
  return begins[letters.length] ?? null
}

/** The fewest typos with which a word starts one of these, and which; `-1` when none is near enough. */
function nearest(word: string, words: readonly string[]): readonly [typos: number, place: number] {
  const patience = patienceFor(word)
  for (let typos = 0; typos <= patience; typos++) {
    const place = words.findIndex((other) => starts(word, 0, other, 0, typos))
    if (place >= 0) return [typos, place]
  }
  return [0, -1]
}

const patienceFor = (word: string): number => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2)

/** Whether `word` from `i` on starts `other` from `j` on with at most `typos` letters wrong, missing, added or swapped. */
function starts(word: string, i: number, other: string, j: number, typos: number): boolean {
  while (i < word.length && j < other.length && word[i] === other[j]) {
    i++
    j++
  }
  if (word.length - i <= typos) return true
  if (typos === 0) return false
  return (
    starts(word, i + 1, other, j + 1, typos - 1) ||
    starts(word, i + 1, other, j, typos - 1) ||
    starts(word, i, other, j + 1, typos - 1) ||
    (word[i] === other[j + 1] && word[i + 1] === other[j] && starts(word, i + 2, other, j + 2, typos - 1))
  )
}

/** Names that were made ready before: the same come again with every change of the registries. */
const known = new Map<string, Name>()
const KNOWN_AT_MOST = 100_000

function nameFrom(given: string): Name {
  const before = known.get(given)
  if (before) return before
  const folded = fold(given)
  const name = { padded: ` ${folded}`, words: wordsOf(folded), letters: lettersOf(folded), given }
  if (known.size >= KNOWN_AT_MOST) known.clear()
  known.set(given, name)
  return name
}

/** The name folded, as `fold` does it; quick for one that was made ready before. */
export const foldedName = (given: string): string => nameFrom(given).padded.slice(1)

function soughtFrom(typed: string): Sought {
  const folded = fold(typed)
  const words = wordsOf(folded)
  const patience = words.reduce((sum, word) => sum + patienceFor(word), 0)
  return { padded: ` ${folded}`, words, letters: lettersOf(folded), patience }
}

const wordsOf = (folded: string): readonly string[] => (folded === '' ? [] : folded.split(' '))

function lettersOf(folded: string): number {
  let letters = 0
  for (let i = 0; i < folded.length; i++) {
    const code = folded.charCodeAt(i)
    if (code !== 32) letters |= 1 << (code % 31)
  }
  return letters
}

function bits(letters: number): number {
  let count = 0
  for (let rest = letters; rest !== 0; rest &= rest - 1) count++
  return count
}
