/** "REUTERS/Thomas Peter", "AP Photo/Jane Roe", "(Getty Images)" at the end of a line. */
const creditAtEnd = [
  /(?:^|[\s(])\p{Lu}{2,}(?:[ -]\p{Lu}{2,}){0,2}\s?\/\s?\p{Lu}[\p{L}\p{M}.'’ /-]{2,50}[.)\]]*$/u,
  /(?:^|[\s(])(?:AP|AFP|EPA|Reuters)?\s?(?:Photo|PHOTO)\s?\/\s?[\p{L}\p{M}.'’ /-]{2,50}[.)\]]*$/u,
  /(?:Getty Images|AFP|EPA|Shutterstock)\s?(?:\/\s?[\p{L}\p{M}.'’ -]{2,50}|\))$/u,
  /(?:Photo|Photograph|Picture|Image|Credit|Foto|Bild)(?:\s?:|\sby)\s?\p{Lu}[\p{L}\p{M}.'’ /&-]{2,60}[.)\]]*$/u,
]

const captionAtStart =
  /^[\s([]*(?:Photo|PHOTO|Photograph|PHOTOGRAPH|Picture|PICTURE|Pictured|Image|Caption|CAPTION|File photo|FILE PHOTO|FILE|Foto|Bild|Im Bild|Symbolfoto)\s?[:–—]|^[\s([]*(?:FILE PHOTO|File photo)\b/u

/** "(L)" and "(R)" say where somebody stands; "(R)" alone also marks a party, so what they do in the picture must follow. */
const side = '\\((?:L|R|C|2nd [LR]|left|right|centre|center|l|r)\\)'
const sides = new RegExp(`${side}[\\s\\S]{0,200}${side}`, 'u')
const doing = new RegExp(
  `${side}\\s(?:\\p{L}+\\s){0,6}?(?:meets?|met|shakes?|speaks?|spoke|talks?|listens?|walks?|arrives?|attends?|poses?|gestures?|waves?|greets?|stands?|sits?|looks?|smiles?|gives?|holds?|is seen|are seen|is pictured)\\b`,
  'u',
)

/** No caption is longer, in code units. */
const LONGEST = 600

/** Whether a paragraph describes a picture: it ends with a credit, starts as captions do, or says who stands where. */
export function isCaption(paragraph: string): boolean {
  const text = paragraph.trim()
  if (text.length > LONGEST || text === '') return false
  const end = text.slice(-120)
  return (
    captionAtStart.test(text) ||
    creditAtEnd.some((credit) => credit.test(end)) ||
    sides.test(text) ||
    doing.test(text)
  )
}
