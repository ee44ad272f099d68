import type { Block, BlockType } from '../model/article'
import type { Span } from '../model/span'
import { sentencesIn } from './sentences'

/** Kinds of blocks whose names are not the report's: who wrote it, and what the outlet adds. */
const passedOver: readonly BlockType[] = ['byline', 'dateline', 'boilerplate']

const listed = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Written with a capital, and no names by themselves. */
const calendar = listed(
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun January February ' +
    'March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov ' +
    'Dec I Mr Mrs Ms Dr',
)

/** Often begin a sentence, and hardly ever a name. */
const starters = listed(
  'The A An He She It They We I You But And Or So Nor Yet In On At By To Of For From With As If That This These Those There ' +
    'Then Here His Her Its Their Our My Your After Before When While Where Since Until Although Though Because Both Neither ' +
    'Either Not No Yes Now Asked Earlier Later Last Next Also Only Even Still Some Many Most Several Few All Any Each Such ' +
    'What Who Why How Which Whether One Two Three Four Five Six Ten According Addressing Speaking Regarding Despite During ' +
    'Under Over Between Among Against About Following Meanwhile However Instead Moreover',
)

/** "Lavrov", "al-Assad", "Ki-moon", "O’Brien", "U.S.", "W.", and without the "’s" of "Assad’s". */
const word = String.raw`(?:(?:\p{Lu}\.){2,}|\p{Lu}\.(?=\s\p{Lu})|(?:\p{Ll}{1,3}[-’'])?\p{Lu}[\p{L}\p{M}\p{N}]*(?:[-‐’'](?!s(?![\p{L}\p{N}]))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*)`
/** What may stand between two words of one name: "Secretary of State", "Ursula von der Leyen". */
const between = String.raw`\s+(?:(?:of the|of|de la|de|del|della|di|da|dos|van der|van|von der|von|der|den|bin|ibn|al|el)\s+)?`
const sequence = new RegExp(
  String.raw`(?<![\p{L}\p{N}\p{M}'’-])${word}(?:${between}${word})*(?![\p{L}\p{N}\p{M}])`,
  'gu',
)
const oneWord = new RegExp(word, 'gu')

interface Sequence extends Span {
  /** Whether its first word has its capital from where it stands and not from what it is. */
  readonly opens: boolean
  readonly headline: boolean
}

/**
 * The names of a report in text order: words with capitals that follow on each other, as newswire writes names of
 * people, places and offices ("Russian Foreign Minister Sergei Lavrov", "Bashar al-Assad", "U.N. Security Council"). A
 * word that opens a sentence or a quotation, or stands in a headline, counts only when it has its capital inside a
 * sentence elsewhere too, or begins a longer name with a word that is written small nowhere. Days and months are none.
 * Told by capitals alone: scripts without them have no names here, and in German nouns count as well.
 */
export function namesIn(text: string, blocks: readonly Block[]): Span[] {
  const read = blocks.filter(({ type }) => !passedOver.includes(type))
  const found = read.flatMap((block) => sequencesIn(text, block))
  const sure = new Set<string>()
  for (const { start, end, opens, headline } of found)
    if (!headline)
      for (const [i, [name]] of [...text.slice(start, end).matchAll(oneWord)].entries())
        if (i > 0 || !opens) sure.add(name)
  const small = new Set(
    read.flatMap(({ start, end }) => text.slice(start, end).match(/(?<!\p{L})\p{Ll}+/gu) ?? []),
  )

  return found.flatMap((each) => {
    const words = [...text.slice(each.start, each.end).matchAll(oneWord)].map(({ 0: name, index }) => ({
      name,
      start: each.start + index,
      end: each.start + index + name.length,
    }))
    const counts = ({ name }: { name: string }, i: number) => {
      if (each.headline) return sure.has(name)
      if (i > 0 || !each.opens || sure.has(name)) return !starters.has(name) || i > 0 || !each.opens
      return words.length > 1 && !starters.has(name) && !small.has(name.toLowerCase())
    }
    return runsOf(words, counts).flatMap((run) => {
      const isNamed = run.some(({ name }) => !calendar.has(name))
      const first = run.findIndex(({ name }) => !calendar.has(name))
      const last = run.findLastIndex(({ name }) => !calendar.has(name))
      return isNamed ? [{ start: run[first]!.start, end: run[last]!.end }] : []
    })
  })
}

/** The words with capitals of a block that follow on each other, sentence by sentence. */
function sequencesIn(text: string, block: Block): Sequence[] {
  return sentencesIn(text, block).flatMap(({ start, end }) => {
    const sentence = text.slice(start, end)
    return [...sentence.matchAll(sequence)].map(({ 0: words, index }) => ({
      start: start + index,
      end: start + index + words.length,
      opens: /(?:^|[“„«"(]|[:–—-]\s)["'“‘„«(]*$/u.test(sentence.slice(Math.max(0, index - 4), index)),
      headline: block.type === 'headline',
    }))
  })
}

/** What counts of some words, as runs without any that does not. */
function runsOf<T>(words: readonly T[], counts: (word: T, i: number) => boolean): T[][] {
  const runs: T[][] = [[]]
  for (const [i, each] of words.entries()) {
    if (counts(each, i)) runs.at(-1)!.push(each)
    else runs.push([])
  }
  return runs.filter((run) => run.length > 0)
}
