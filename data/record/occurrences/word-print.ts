import { fold } from '../../text/fold'

/** Bits a word, and how many of them it sets: of a hundred words that a text does not have, one seems to be there. */
const BITS = 10
const EACH = 4

/** Which words a text has, as a Bloom filter: about ten bits a word, from which no word can be read. */
export type WordPrint = Uint8Array

export function wordPrint(text: string): WordPrint {
  const words = new Set(wordsIn(text))
  const print = new Uint8Array(Math.ceil((words.size * BITS) / 8))
  for (const word of words) eachBit(word, print, (byte, bit) => (print[byte]! |= bit))
  return print
}

/** Says whether a text with this print seems to have all these words. Never says no to one that has them, as `fold` has words. */
export function wordsSought(words: string): (print: WordPrint) => boolean {
  const sought = [...new Set(wordsIn(words))]
  return (print) => sought.length > 0 && print.length > 0 && sought.every((word) => hasWord(print, word))
}

const wordsIn = (text: string): readonly string[] => fold(text).split(' ').filter(Boolean)

function hasWord(print: WordPrint, word: string): boolean {
  let has = true
  eachBit(word, print, (byte, bit) => (has &&= (print[byte]! & bit) !== 0))
  return has
}

/** The bits of a word in a print of this length, by two hashes of it, as Kirsch and Mitzenmacher have shown to be enough. */
function eachBit(word: string, { length }: WordPrint, visit: (byte: number, bit: number) => void): void {
  let [a, b] = [0x811c9dc5, 5381]
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i)
    a = Math.imul(a ^ unit, 0x01000193)
    b = (Math.imul(b, 33) + unit) | 0
  }
  for (let i = 0; i < EACH; i++) {
    const at = ((a + Math.imul(i, b | 1)) >>> 0) % (length * 8)
    visit(at >>> 3, 1 << (at & 7))
  }
}
