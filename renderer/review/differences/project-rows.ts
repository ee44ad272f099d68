import type { Codebook } from '../../../data/model/codebook'
import type { DifferenceRow } from '../../../data/review/project-differences'
import { attributeName, kindNames, phraseOf, uncapital, type Called } from './difference-words'

/** As `kindInWords`, of a row that is told of and not compared here. */
export function rowKind(
  { is, kinds, attributes, tags, types }: DifferenceRow,
  people: readonly string[],
  codebook: Codebook,
  called: Called,
): string {
  const owners = people.filter((_, i) => tags[i] != null)
  const words = kinds.flatMap((kind): string[] => {
    if (kind === 'missed') return [owners.length === 1 ? `Only ${called(owners[0]!)}` : kindNames.missed]
    if (kind === 'attribute')
      return attributes.filter((id) => id !== 'stance').map((id) => attributeName(codebook, id))
    if (kind === 'link') {
      const phrases = new Set(types.flatMap((type) => (type === null ? [] : [phraseOf(codebook, type)])))
      return [`Link: ${[...phrases].join(' or ')}`]
    }
    return [kindNames[kind]]
  })
  if (words.length === 0) return is === 'links' ? kindNames.link : 'Same'
  return words.map((word, i) => (i === 0 ? word : uncapital(word))).join(', ')
}
