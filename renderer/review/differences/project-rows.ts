import type { Codebook } from '../../../data/model/codebook'
import type { DifferenceRow, DifferencesPage } from '../../../data/review/project-differences'
import { attributeName, kindNames, phraseOf, uncapital, type Called } from './difference-words'

/** An article in the list of all: how many differences it has, and those of them that were asked for. */
export interface ListedDifferences {
  readonly article: string
  readonly count: number
  readonly rows: readonly DifferenceRow[]
}

/**
 * The articles of a page in its order, each with its rows; ordered by kind, an article stands where its first row does. The open
 * article, whose rows are known better than here, is among them when it has any.
 */
export function articlesIn(
  page: DifferencesPage | null,
  open: string | undefined,
): readonly ListedDifferences[] {
  const rows = new Map<string, DifferenceRow[]>()
  for (const row of page?.rows ?? []) {
    const there = rows.get(row.article)
    if (there) there.push(row)
    else rows.set(row.article, [row])
  }
  const count = (article: string, there: number) => page?.counts.articles[article] ?? there
  const listed = [...rows].map(([article, own]) => ({
    article,
    rows: own,
    count: count(article, own.length),
  }))
  const isBeyond = open !== undefined && !rows.has(open) && (page?.counts.articles[open] ?? 0) > 0
  return isBeyond ? [{ article: open, rows: [], count: count(open, 0) }, ...listed] : listed
}

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
