import type { CodebookUse, Counts } from '../../data/model/codebook-touches'
import type { LabelsUsed, LabelUse } from '../../data/record/evidence'

/** Tags by annotator, whatever the revision they were made under. */
export function tagsOf(use: LabelUse | undefined): Counts {
  const counts: Record<string, number> = {}
  for (const { annotator, tags } of use?.by ?? []) counts[annotator] = (counts[annotator] ?? 0) + tags
  return counts
}

/** What is known of the use of a codebook: that of its labels. */
export const usageOf = (used: LabelsUsed | null): CodebookUse => ({
  labels: Object.fromEntries((used?.labels ?? []).map((use) => [use.label, tagsOf(use)])),
  attributes: {},
  links: [],
})

/** "41 tags of yours, 12 of Jonas Reed": of whom how many there are; `null` when there are none. */
export function wordCounts(
  counts: Counts,
  me: string,
  people: readonly { readonly id: string; readonly name: string }[],
): string | null {
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

const counted = (count: number): string => (count === 1 ? '1 tag' : `${count} tags`)
