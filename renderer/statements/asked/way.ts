import type { Annotation } from '../../../data/model/records'
import { waysToLink, type Way } from '../../inspector/link-ways'
import { linksAt, quoteOf } from '../../state/tags'
import type { Question } from '../questions'
import { plain, type Asked, type Row, type Scene } from '../row'
import { lettersFor } from '../row-letters'

/** In which of several ways two tags are linked, each with both tags' words. */
export function askedWay(
  scene: Scene,
  { ways, other }: Extract<Question, { is: 'way' }>,
  tag: Annotation,
): Asked {
  const there = scene.records.get(other)
  const words = there?.is === 'annotation' ? quoteOf(there) : ''
  const letters = lettersFor(ways.map(({ phrase }) => phrase))
  const rows = ways.map((way, i): Row => ({
    ...plain,
    id: way.id,
    name: way.phrase,
    under: {
      before: `“${short(quoteOf(tag))}” `,
      words: way.phrase,
      after: ` “${short(words)}”`,
      isQuote: true,
    },
    letter: letters[i] ?? null,
    answer: { is: 'way', way, other },
  }))
  return () => [{ title: null, rows }]
}

const short = (words: string): string =>
  words.length <= 24
    ? words
    : `${words
        .slice(0, 22)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`

/** Ways in which the codebook lets two tags be linked that are not, read from the first. */
export const waysBetween = (
  { codebook, records }: Pick<Scene, 'codebook' | 'records'>,
  tag: Annotation,
  other: Annotation,
): Way[] =>
  waysToLink(codebook, tag.label).filter((way) => {
    const [from, to] = way.leaves ? [tag.id, other.id] : [other.id, tag.id]
    return (
      tag.id !== other.id &&
      way.others.includes(other.label) &&
      !linksAt(records, tag.id).some((link) => link.type === way.type && link.from === from && link.to === to)
    )
  })
