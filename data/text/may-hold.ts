import { FoldedText, foldCharacter, type Exactness } from './folded-text'

/** Latin, Greek and Cyrillic with all their accents, and the signs for kelvin and ångström: what folds to a plain letter. */
const alphabets: readonly (readonly [number, number])[] = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x61, 0x7a],
  [0xc0, 0x24f],
  [0x370, 0x52f],
  [0x1d00, 0x1fff],
  [0x2126, 0x212b],
]

const plain = /^[a-zA-Z0-9α-ωΑ-Ωа-яА-Я]$/

/** By exactness: the characters that fold to each plain letter, or to it and more. */
const made = new Map<string, ReadonlyMap<string, string>>()

export function plainLetters({ matchCase, accents }: Exactness): ReadonlyMap<string, string> {
  const key = `${matchCase} ${accents}`
  const known = made.get(key)
  if (known) return known
  const letters = new Map<string, string>()
  for (const [from, to] of alphabets)
    for (let code = from; code <= to; code++) {
      const character = String.fromCharCode(code)
      for (const unit of foldCharacter(character, { matchCase, accents }))
        if (plain.test(unit)) letters.set(unit, (letters.get(unit) ?? '') + character)
    }
  made.set(key, letters)
  return letters
}

/**
 * A quick first look: whether words may stand in a text, without making the text ready to be searched. Never says no to one
 * that has them. Looks for every run of plain letters in the words, the longest first, in all ways in which the text could have it;
 * words without such letters may stand anywhere.
 */
export function mayHold(words: string, exactness: Exactness): (text: string) => boolean {
  const letters = plainLetters(exactness)
  const runs: string[][] = [[]]
  for (const unit of new FoldedText(words, exactness).folded.split(''))
    if (plain.test(unit)) runs.at(-1)!.push(unit)
    else runs.push([])
  const sought = runs
    .filter((run) => run.length > 0)
    .toSorted((a, b) => b.length - a.length)
    .map((run) => {
      const units = run.map((unit) => `[${letters.get(unit) ?? unit}]`)
      return new RegExp(units.join(String.raw`[\p{M}\p{Cf}]*`), 'u')
    })
  return (text) => sought.every((run) => run.test(text))
}
