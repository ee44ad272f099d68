/** Words that stand for whoever was named before. */
const pronouns = new Set(
  (
    'i me my mine myself you your yours yourself he him his himself she her hers herself it its itself we us our ours ' +
    'ourselves they them their theirs themselves one ones who whom whose which that this these those both neither either ' +
    'all some many others another each everyone everybody someone somebody nobody anyone anybody ' +
    'er ihm ihn sein seine sie ihr ihre es wir uns il elle lui leur leurs ils elles on nous vous son sa ses ' +
    'он она оно они его её ее их ему ей им него неё нее них'
  ).split(' '),
)

const wordsOf = (words: string): readonly string[] => words.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []

/**
 * Whether words say who is meant only by what stands around them: a pronoun ("she", "the latter"), or something that is
 * somebody's ("his government", "their leader").
 */
export function saysNobodyByItself(words: string): boolean {
  const [first, ...others] = wordsOf(words)
  if (first === undefined) return true
  if (pronouns.has(first)) return true
  return (
    (first === 'the' || first === 'this') && ['latter', 'former', 'two', 'other'].includes(others[0] ?? '')
  )
}

/** Words longer than this are a description and no name. */
const LONGEST = 6

/**
 * Whether an entry may as well be called so everywhere: a name, written with a capital ("Moscow", "Mr. Lavrov"), or an office
 * or thing with its article ("the Russian foreign minister"), and nothing that depends on the sentence it stands in.
 */
export function mayBeAlias(words: string): boolean {
  const all = words.match(/[\p{L}\p{M}\p{N}’'.-]+/gu) ?? []
  if (all.length === 0 || all.length > LONGEST || saysNobodyByItself(words)) return false
  if (/[“”"«»\n]/u.test(words)) return false
  const isOffice = /^the\s+\S+/iu.test(words)
  // In scripts without capitals every short phrase may be one.
  const hasNoCase = !/[\p{Lu}\p{Ll}]/u.test(words)
  return isOffice || hasNoCase || all.some((word) => /^\p{Lu}/u.test(word))
}
