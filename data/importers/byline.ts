const lead = '(?:By|BY|by|Von|VON|von|Par|PAR|Por|POR|Di|Door)'
const name = "\\p{Lu}[\\p{L}\\p{M}.'’-]*"
const names = `${name}(?:\\s(?:(?:van|von|de|der|den|la|le|du|da|al|bin|ter)\\s){0,2}${name}){0,4}`
const more = `(?:(?:\\s*,\\s*|\\s+(?:and|und|et|y|e|en|&)\\s+)${names}){0,6}`

const line = new RegExp(`^\\s*(${lead})\\s+(${names}${more})((?:,| in | for )[^.!?]{0,80})?\\s*$`, 'u')
const opening = new RegExp(
  `^\\s*(${lead})\\s+(${names}${more}(?:, [\\p{L} ]{2,40})?)\\s*(?:[|:–—]|\\s--?\\s)\\s*`,
  'u',
)
/** Words after "by" that are no names: "By Monday", "By The Numbers". */
const noName =
  /^(?:The|A|An|This|That|Now|Then|Today|Contrast|Comparison|Far|All|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December)\b/u

export interface Byline {
  /** The names, and what else the line says of them, without the word "By". */
  readonly authors: string
  /** Just past the byline and the dash after it, in code units of the text read. */
  readonly end: number
}

/** Reads a line that is a byline and nothing else: "By Ada Quill and Jens Aldmo", "Von Annegret Kolbe, Tolvash". */
export function bylineOf(text: string): Byline | null {
  if (text.length > 200) return null
  const found = line.exec(text)
  if (!found || noName.test(found[2]!)) return null
  return { authors: (found[2]! + (found[3] ?? '')).replace(/\s+/gu, ' ').trim(), end: text.length }
}

/** Reads a byline that a dash or a bar sets off from the report on the same line: "By Ada Quill | The talks …". */
export function openingByline(text: string): Byline | null {
  const found = opening.exec(text.slice(0, 200))
  if (!found || noName.test(found[2]!) || found[0].length >= text.length) return null
  return { authors: found[2]!.replace(/\s+/gu, ' '), end: found[0].length }
}
