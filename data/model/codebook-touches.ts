import type { CodebookContent, LinkType } from './codebook'
import { differences, type CodebookDifference } from './codebook-differences'
import { labelInForce } from './labels-in-force'

/** How many there are of whom, by annotator id; who has none is not there. */
export type Counts = Readonly<Record<string, number>>

/** How much the parts of a codebook are used, over all articles and people. */
export interface CodebookUse {
  /** Tags by their own label. */
  readonly labels: Readonly<Record<string, Counts>>
  /** Tags that have a value of it, by attribute. */
  readonly attributes: Readonly<Record<string, Counts>>
  readonly links: readonly {
    readonly type: string
    /** The labels of its ends. */
    readonly from: string
    readonly to: string
    readonly counts: Counts
  }[]
}

/** A difference with what of the evidence it concerns. */
export interface Touched {
  readonly difference: CodebookDifference
  /** Of a label, its tags; of an attribute, the tags that have it; of a link type, its links. */
  readonly counts: Counts
}

export interface Touches {
  readonly parts: readonly Touched[]
  /** Links that are there, stay there, and could not be made any more. */
  readonly links: Counts
}

/** What a change of the codebook touches. Whatever it is, no tag and no link goes. */
export function touchedBy(before: CodebookContent, after: CodebookContent, use: CodebookUse): Touches {
  const parts = differences(before, after).map((difference) => ({
    difference,
    counts: countsOf(difference, use),
  }))
  const forbidden = use.links.filter(
    ({ type, from, to }) => allows(before, type, from, to) && !allows(after, type, from, to),
  )
  return { parts, links: sum(forbidden.map(({ counts }) => counts)) }
}

function countsOf({ of, id }: CodebookDifference, use: CodebookUse): Counts {
  if (of === 'label') return use.labels[id] ?? {}
  if (of === 'attribute') return use.attributes[id] ?? {}
  return sum(use.links.filter(({ type }) => type === id).map(({ counts }) => counts))
}

const allows = (codebook: CodebookContent, type: string, from: string, to: string): boolean => {
  const found = codebook.linkTypes.find(({ id }) => id === type)
  return found !== undefined && !found.retired && mayStandAt(codebook, found, from, to)
}

/** Whether a link of this type may lead from one label to the other, or to what these count as. */
export function mayStandAt(
  codebook: Pick<CodebookContent, 'labels'>,
  type: LinkType,
  from: string,
  to: string,
): boolean {
  const isAmong = (labels: readonly string[], label: string) =>
    labels.includes(label) || labels.includes(labelInForce(codebook, label))
  return isAmong(type.from, from) && isAmong(type.to, to)
}

/** All of them together. */
export function sum(all: readonly Counts[]): Counts {
  const total: Record<string, number> = {}
  for (const counts of all)
    for (const [annotator, count] of Object.entries(counts))
      total[annotator] = (total[annotator] ?? 0) + count
  return total
}

/** Mine and those of everybody else. */
export function mineAndOthers(
  counts: Counts,
  me: string,
): { readonly mine: number; readonly others: number } {
  const mine = counts[me] ?? 0
  return { mine, others: Object.values(counts).reduce((all, count) => all + count, 0) - mine }
}
