/** Code units at the start of the text that are looked at. */
const LOOKED_AT = 20_000

/** Frequent words that tell languages of one script apart. */
const frequent: Readonly<Record<string, string>> = {
  en: 'the of and to in is was that for with his her said on be have has by at from they not are were would which it',
  de: 'der die das und ist nicht den dem ein eine zu mit auf für sich von des im auch als sie wird sagte werden nach aus',
  fr: 'le la les des et est une dans que qui pour pas sur au avec du ce il elle ont été sont plus par aux selon',
  es: 'el la los las y es que en una por con para no se del su lo al más como pero fue ha sus este entre',
  it: 'il di che è la per un in non con del della sono si le dei da ha nel alla gli anche al dal più una',
  pt: 'o os que e do da em um uma para com não no na dos das se por mais ao foi ele à pelo são também',
  nl: 'de het een van en in is dat op te zijn voor met niet aan er door maar ook bij uit heeft werd naar om',
  ru: 'и в не на что с по как из за к он это но у его от так для о было президент россии сказал',
  uk: 'і в не на що з та за до у як від про для це він але є його під час після україни',
  ar: 'في من على إلى أن عن مع التي الذي هذا هذه كان ما لا بعد قال بين',
  fa: 'و در به از که این را با است برای آن می خود یک گفت کرد شد',
}
const languages = Object.entries(frequent).map(([code, words]) => ({
  code,
  words: new Set(words.split(' ')),
}))

/** Scripts that one language of the news nearly always means. */
const scripts: readonly (readonly [language: string, letters: RegExp])[] = [
  ['ja', /[ぁ-ゖァ-ヺ]/g],
  ['ko', /[가-힣]/g],
  ['zh', /[一-鿿]/g],
  ['he', /[א-ת]/g],
  ['el', /[Α-ώ]/g],
  ['th', /[ก-ฮ]/g],
  ['hi', /[अ-ह]/g],
]

/**
 * The language of a text as a BCP 47 tag, by its script, then by its most frequent words; `null` where these leave a
 * doubt, as in a few words or a language that is not listed.
 */
export function languageOf(text: string): string | null {
  const start = text.slice(0, LOOKED_AT)
  const letters = start.match(/\p{L}/gu)?.length ?? 0
  for (const [language, pattern] of scripts) {
    const share = (start.match(pattern)?.length ?? 0) / letters
    if (share > (language === 'ja' ? 0.15 : 0.5)) return language
  }

  const words = start.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []
  const scores = languages
    .map(({ code, words: known }) => ({ code, hits: words.filter((word) => known.has(word)).length }))
    .toSorted((a, b) => b.hits - a.hits)
  const [best, second] = scores
  if (!best || !second || best.hits < 3 || best.hits < words.length * 0.08) return null
  return best.hits >= second.hits * 1.3 ? best.code : null
}
