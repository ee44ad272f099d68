import { fold } from '../../../data/text/fold'

/** A piece of a name, and whether it is what was typed. */
export interface Piece {
  readonly text: string
  readonly hit: boolean
}

/**
 * Cuts a name where what was typed stands in it, so that one sees why it was found: for each typed word the word of the
 * name that begins most like it, as far as they are the same, or else where it stands inside one. "exprot" in "Export…"
 * gives "Exp" and "ort…". Together the pieces are the name.
 */
export function emphasised(name: string, typed: string): readonly Piece[] {
  const words = fold(typed).split(' ').filter(Boolean)
  if (words.length === 0) return [{ text: name, hit: false }]
  const { letters, from } = lettersOf(name)
  const hits = new Set<number>()
  for (const word of words) {
    const { at, length } = placeOf(word, letters)
    for (let i = at; i < at + length; i++) hits.add(from[i]!)
  }
  return cut(name, hits)
}

/** A name letter by letter as it is compared, and for each letter the code unit of the name that it came from. */
function lettersOf(name: string): { readonly letters: string; readonly from: readonly number[] } {
  let letters = ''
  const from: number[] = []
  let at = 0
  for (const sign of name) {
    // A mark on the letter before, and an apostrophe, are no letters and part no words.
    const folded = fold(sign) || (/[\p{Mn}'’ʼ`´]/u.test(sign) ? '' : ' ')
    letters += folded
    for (let i = 0; i < folded.length; i++) from.push(at)
    at += sign.length
  }
  return { letters, from }
}

/** Where letters begin like a word for longest, at the start of a word; or where all of it stands. */
function placeOf(word: string, letters: string): { readonly at: number; readonly length: number } {
  let best = { at: 0, length: 0 }
  for (let at = 0; at < letters.length; at++) {
    if (letters[at] === ' ' || (at > 0 && letters[at - 1] !== ' ')) continue
    let length = 0
    while (length < word.length && letters[at + length] === word[length]) length++
    if (length > best.length) best = { at, length }
  }
  const inside = best.length < word.length ? letters.indexOf(word) : -1
  if (inside >= 0) return { at: inside, length: word.length }
  // A letter or two in common say nothing of why it was found.
  return best.length * 2 < word.length ? { at: 0, length: 0 } : best
}

/** `hits` are the code units at which signs begin that were hit. */
function cut(name: string, hits: ReadonlySet<number>): Piece[] {
  const pieces: { text: string; hit: boolean }[] = []
  let at = 0
  for (const sign of name) {
    const last = pieces.at(-1)
    const hit = hits.has(at) || (last?.hit === true && /\p{M}/u.test(sign))
    if (last?.hit === hit) last.text += sign
    else pieces.push({ text: sign, hit })
    at += sign.length
  }
  return pieces
}
