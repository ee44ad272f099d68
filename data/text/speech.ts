import type { Span } from '../model/span'

/** Verbs by which news says that somebody spoke, as they stand after the speaker. English, German, French, Spanish, Russian. */
const verbs =
  'said|says|told|tells|added|adds|insisted|insists|argued|argues|warned|warns|claimed|claims|called|calls|stated|declared|' +
  'announced|wrote|writes|replied|answered|demanded|demands|promised|denied|denies|urged|urges|vowed|rejected|repeated|' +
  'acknowledged|suggested|stressed|noted|explained|confirmed|' +
  'sagte|sagt|erklärte|betonte|forderte|kritisierte|warnte|meinte|' +
  '(?:a|ont) (?:dit|déclaré|affirmé|ajouté|estimé|expliqué|souligné)|' +
  'dijo|afirmó|declaró|añadió|aseguró|' +
  'сказала?|заявила?|отметила?|подчеркнула?|добавила?'

/** Those that also stand between a quotation and its speaker: “…,” said Pell. */
const turnedVerbs =
  'said|says|added|adds|insisted|argued|warned|declared|wrote|replied|answered|asked|sagte|sagt|erklärte|betonte|meinte|' +
  'a (?:dit|déclaré|affirmé|ajouté|estimé|expliqué)|dijo|afirmó|declaró|añadió|сказала?|заявила?|отметила?|подчеркнула?'

const speaks = new RegExp(
  // At most an apposition in commas and two words between: “Pell, the chair, has also said”.
  `^(?:\\s*,[^,.;“”"]{1,60},)?\\s+(?:(?:who|has|had|have|also|then|later|again|hat|auch|она|он)\\s+){0,2}(?:${verbs})(?!\\p{L})`,
  'iu',
)
const spoken = new RegExp(
  `(?:[”"’»«“,]\\s*(?:${turnedVerbs})|(?:according to|laut|selon|según|по словам))\\s+(?:(?!(?:that|dass|daß|que|что)\\s)[\\p{L}\\p{M}’'.-]+,?\\s+){0,5}$`,
  'iu',
)

/** Code units to each side of a name in which its verb is looked for. */
const REACH = 90

/**
 * Whether the words of `name` stand where a sentence names its speaker, by the verbs around it: “Pell said”, “…,” said the
 * chair, Dorian Pell. Looks no further than `within`; both in code units of the text. A guess for what to offer first.
 */
export function standsAsSpeaker(text: string, name: Span, within: Span): boolean {
  const after = text.slice(name.end, Math.min(within.end, name.end + REACH))
  const before = text.slice(Math.max(within.start, name.start - REACH), name.start)
  return speaks.test(after) || spoken.test(before)
}

const saysAfter = new RegExp(
  `^[\\s,.;:–—-]{0,3}(?:[\\p{L}\\p{M}’'.-]+,?\\s+){0,5}(?:${verbs}|${turnedVerbs})(?!\\p{L})`,
  'iu',
)
const saysBefore = new RegExp(
  `(?<!\\p{L})(?:${verbs}|${turnedVerbs}|according to|laut|selon|según|по словам)(?:\\s+[\\p{L}\\p{M}’'.-]+){0,6}[\\s,:–—-]*$`,
  'iu',
)

/**
 * Whether a verb of speech stands at a quotation (with its marks): “…,” Pell said; Pell told reporters: “…”. Looks no
 * further than `within`; both in code units of the text. A guess.
 */
export function isReported(text: string, quotation: Span, within: Span): boolean {
  const after = text.slice(quotation.end, Math.min(within.end, quotation.end + REACH))
  const before = text.slice(Math.max(within.start, quotation.start - REACH), quotation.start)
  return saysAfter.test(after) || saysBefore.test(before)
}
