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
 * thousand names takes a few milliseconds, and less with every letter, as only those are looked at again that fitted without
 * it; nothing is found twice, and the same words always give the same order.
 */
export class Names<T> {
  readonly #items: readonly T[]
  /** Every name once, however many are called so. */
  readonly #names: readonly Name[]
  readonly #letters: Int32Array
  /** The numbers of the names of all items, one item after the other; and where those of each begin, and the last end. */
  readonly #of: Int32Array
  readonly #begins: Int32Array
  /** The numbers of the names that have what was typed last, letter by letter. */
  #last: { readonly padded: string; readonly fit: readonly number[] } | null = null

  /** `namesOf` gives what an item is called, its own name first. */
  constructor(items: readonly T[], namesOf: (item: T) => readonly string[]) {
    const numbers = new Map<Name, number>()
    const of: number[] = []
    const begins = new Int32Array(items.length + 1)
    for (const [i, item] of items.entries()) {
      for (const given of namesOf(item)) {
        const name = nameFrom(given)
        const number = numbers.get(name) ?? numbers.size
        numbers.set(name, number)
        of.push(number)
      }
      begins[i + 1] = of.length
    }
    this.#items = items
    this.#names = [...numbers.keys()]
    this.#letters = Int32Array.from(this.#names, ({ letters }) => letters)
    this.#of = Int32Array.from(of)
    this.#begins = begins
  }

  /** At most `limit` items that fit what was typed, best first; with nothing typed, the first in the order given. */
  find(typed: string, limit = 50): Found<T>[] {
    return this.search(typed, limit).found
  }

  /** The same, and how many fit in all. */
  search(typed: string, limit: number): { readonly found: Found<T>[]; readonly all: number } {
    const sought = soughtFrom(typed)
    const count = this.#items.length
    if (sought.words.length === 0) {
      const found = this.#items.slice(0, limit).map((item, i) => ({ item, name: this.#ownName(i) }))
      return { found, all: count }
    }
    const ranks = this.#exactRanks(sought)
    let places = this.#places(ranks)
    // Only when there is room left: names with typos stand after all others anyhow.
    if (places.length < limit && this.#addNear(ranks, sought)) places = this.#places(ranks)
    const found = Array.from(places.subarray(0, limit), (key) => this.#foundAt(key % count, ranks))
    return { found, all: places.length }
  }

  /** The items that have these words for a name, whatever the case, accents and signs; in the order given. */
  called(words: string): T[] {
    const folded = fold(words)
    if (folded === '') return []
    const sought = ` ${folded}`
    const fits = this.#names.map(({ padded }) => padded === sought)
    return this.#items.filter((_, i) =>
      this.#of.subarray(this.#begins[i], this.#begins[i + 1]).some((name) => fits[name]),
    )
  }

  #ownName(item: number): string {
    const [from = 0, to = 0] = [this.#begins[item], this.#begins[item + 1]]
    return from < to ? this.#names[this.#of[from]!]!.given : ''
  }

  #foundAt(place: number, ranks: Float64Array): Found<T> {
    const own = this.#of.subarray(this.#begins[place], this.#begins[place + 1])
    const best = own.reduce((a, b) => (ranks[b]! < ranks[a]! ? b : a), own[0]!)
    return { item: this.#items[place]!, name: this.#names[best]!.given }
  }

  /**
   * The ranks of the names that have what was typed letter by letter, Infinity for the others. A name that has it has every
   * beginning of it too, so after one more letter none is looked at but those that had it before.
   */
  #exactRanks(sought: Sought): Float64Array {
    const ranks = new Float64Array(this.#names.length).fill(Infinity)
    const fit: number[] = []
    const look = (number: number) => {
      if ((sought.letters & ~this.#letters[number]!) !== 0) return
      const found = exactly(this.#names[number]!, sought)
      if (found === null) return
      ranks[number] = found
      fit.push(number)
    }
    if (this.#last && sought.padded.startsWith(this.#last.padded))
      for (const number of this.#last.fit) look(number)
    else for (let number = 0; number < ranks.length; number++) look(number)
    this.#last = { padded: sought.padded, fit }
    return ranks
  }

  /** Adds the ranks of those that have it but for a few letters. Gives whether there are any. */
  #addNear(ranks: Float64Array, sought: Sought): boolean {
    if (sought.patience === 0) return false
    let hasAny = false
    for (let number = 0; number < ranks.length; number++) {
      if (ranks[number] !== Infinity || bits(sought.letters & ~this.#letters[number]!) > sought.patience)
        continue
      const found = nearly(this.#names[number]!, sought)
      if (found === null) continue
      ranks[number] = found
      hasAny = true
    }
    return hasAny
  }

  /** For every item that has a name with a rank, best first: its best rank times the number of items, plus its place. */
  #places(ranks: Float64Array): Float64Array {
    const keys: number[] = []
    const count = this.#items.length
    for (let place = 0; place < count; place++) {
      let best = Infinity
      for (let i = this.#begins[place]!; i < this.#begins[place + 1]!; i++)
        best = Math.min(best, ranks[this.#of[i]!]!)
      if (best !== Infinity) keys.push(best * count + place)
    }
    return Float64Array.from(keys).toSorted()
  }
}

/** The rank of a name that has what was typed letter by letter; `null` when it does not. */
function exactly(name: Name, sought: Sought): number | null {
  const [first] = sought.words
  if (!first) return null
  const at = name.padded.indexOf(sought.padded)
  if (at === 0) return rank(name.padded.length === sought.padded.length ? ways.whole : ways.beginning, 0, 0)
  return sought.words.length === 1 ? oneWord(name, first, at) : severalWords(name, sought.words, first)
}

/** The rank by a word that is not the beginning of the name; `at` is where it first starts a word of it, or -1. */
function oneWord({ padded, words }: Name, word: string, at: number): number | null {
  if (at > 0) return rank(ways.wordStarts, 0, wordsBefore(padded, at))
  const initials = word.length > 1 && padded.includes(` ${word[0]}`) ? initialsAt(word, words) : null
  if (initials !== null) return rank(ways.initials, 0, initials)
  const inside = padded.indexOf(word)
  return inside < 0 ? null : rank(ways.inside, 0, inside)
}

function severalWords(name: Name, words: readonly string[], first: string): number | null {
  const { padded } = name
  const ordered = startsInOrder(name, words)
  if (ordered !== null) return rank(ways.wordStarts, 0, ordered)
  if (words.every((word) => padded.includes(` ${word}`)))
    return rank(
      ways.anyOrder,
      0,
      name.words.findIndex((word) => word.startsWith(first)),
    )
  return words.every((word) => padded.includes(word)) ? rank(ways.inside, 0, padded.indexOf(first)) : null
}

/** How many words begin before a place of a padded name. */
function wordsBefore(padded: string, at: number): number {
  let count = 0
  for (let i = padded.indexOf(' '); i >= 0 && i < at; i = padded.indexOf(' ', i + 1)) count++
  return count
}

/** The rank of a name that has what was typed but for a few letters; `null` when too many differ. */
function nearly(name: Name, sought: Sought): number | null {
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
