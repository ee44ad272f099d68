import type { ReviewQuery } from '../../../data/review/agreement'
import type { DifferenceFilter } from '../review-ui'
import type { LayerRow } from './layers'
import type { Point } from './points'

/** What of a layer was asked for: all that was compared, what is the same, or what is not. */
export type Part = 'compared' | 'same' | 'different'

/** What a query compares, as it is compared there. */
export const comparedBy = ({
  annotators,
  articles,
  labels,
  threshold,
}: ReviewQuery): Pick<DifferenceFilter, 'people' | 'articles' | 'labels' | 'threshold'> => ({
  people: annotators,
  articles: articles ?? 'all',
  ...(labels && { labels }),
  threshold,
})

/** Which tags stand behind a number of a layer. */
export function tagsBehind(
  { kind, of, name }: Pick<LayerRow, 'kind' | 'of' | 'name'>,
  part: Part,
  query: ReviewQuery,
): DifferenceFilter {
  const whole: DifferenceFilter = {
    ...comparedBy(query),
    ...(of !== null && of !== '*' && ['units', 'spans', 'tokens'].includes(kind) && { labels: [of] }),
    title: `${name}: ${words[part]}`,
  }
  if (part === 'compared') return { ...whole, standings: ['open', 'decided', 'alike'] }
  if (part === 'same') return { ...whole, standings: ['alike'] }
  switch (kind) {
    case 'units':
    case 'spans':
    case 'tokens':
      return { ...whole, kinds: ['missed', 'boundary'] }
    case 'links':
      return { ...whole, kinds: ['link'] }
    case 'attribute':
      return { ...whole, kinds: ['attribute'], ...(of !== null && { attributes: [of] }) }
    default:
      return { ...whole, kinds: [kind] }
  }
}

/** What differs of a layer in one week: where the last tag was made then, or of words and stretches, on articles that were finished then. */
export function tagsOfWeek(
  row: LayerRow,
  { of: [week], articles }: Point,
  query: ReviewQuery,
): DifferenceFilter {
  const behind = tagsBehind(row, 'different', query)
  if (row.kind === 'units' || row.kind === 'tokens') return { ...behind, ...(articles && { articles }) }
  return { ...behind, ...(week !== undefined && { week }) }
}

const words: Readonly<Record<Part, string>> = {
  compared: 'all that was compared',
  same: 'what is the same',
  different: 'what differs',
}

/** The tags behind a cell of a table of one's choices against another's. */
export const tagsInCell = (
  { kind, of, name }: Pick<LayerRow, 'kind' | 'of' | 'name'>,
  values: readonly [first: string | null, second: string | null],
  inWords: string,
  query: ReviewQuery,
): DifferenceFilter => ({
  ...comparedBy(query),
  chosen: { of: kind === 'attribute' && of !== null ? of : kind, values },
  title: `${name}: ${inWords}`,
})
