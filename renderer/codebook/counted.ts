import type { CodebookUse, Counts } from '../../data/model/codebook-touches'
import type { LabelsUsed, LabelUse } from '../../data/record/evidence'

/** Tags by annotator, whatever the revision they were made under. */
export function tagsOf(use: LabelUse | undefined): Counts {
  const counts: Record<string, number> = {}
  for (const { annotator, tags } of use?.by ?? []) counts[annotator] = (counts[annotator] ?? 0) + tags
  return counts
}

/** The use of a codebook by whom, as the record of all articles counts it. */
export function usageOf(used: LabelsUsed | null): CodebookUse {
  const attributes: Record<string, Record<string, number>> = {}
  for (const { attribute, annotator, tags } of used?.attributes ?? []) {
    const counts = (attributes[attribute] ??= {})
    counts[annotator] = (counts[annotator] ?? 0) + tags
  }
  return {
    labels: Object.fromEntries((used?.labels ?? []).map((use) => [use.label, tagsOf(use)])),
    attributes,
    links: (used?.links ?? []).map(({ type, from, to, annotator, links }) => ({
      type,
      from,
      to,
      counts: { [annotator]: links },
    })),
  }
}

/** "41 tags of yours, 12 of Jonas Reed": of whom how many there are; `null` when there are none. */
export function wordCounts(
  counts: Counts,
  me: string,
  people: readonly { readonly id: string; readonly name: string }[],
  what: 'tag' | 'link' = 'tag',
): string | null {
  const counted = (count: number): string => (count === 1 ? `1 ${what}` : `${count} ${what}s`)
  const mine = counts[me] ?? 0
  const others = Object.entries(counts).filter(([annotator, count]) => annotator !== me && count > 0)
  if (mine === 0 && others.length === 0) return null
  const name = (annotator: string) => people.find(({ id }) => id === annotator)?.name ?? annotator
  const parts = [
    ...(mine > 0 ? [`${counted(mine)} of yours`] : []),
    ...others.map(([annotator, count], i) =>
      mine === 0 && i === 0 ? `${counted(count)} of ${name(annotator)}` : `${count} of ${name(annotator)}`,
    ),
  ]
  return new Intl.ListFormat('en-GB', { type: 'unit' }).format(parts)
}
