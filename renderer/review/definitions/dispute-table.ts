import type { Codebook } from '../../../data/model/codebook'
import type { DecisionReason } from '../../../data/model/review-records'
import type { DisputeCount } from '../../../data/review/agreement'
import { differenceKinds, type DifferenceKind } from '../../../data/review/comparison'

/** By what disputes are told apart. */
export const disputesBy = ['week', 'person', 'kind', 'reason'] as const
export type DisputesBy = (typeof disputesBy)[number]

/** How many tags were compared or decided on, and how many of them were disputed. */
export interface Share {
  readonly compared: number
  readonly disputed: number
}

/** A definition: that of a label, or of one of its attributes. */
export interface Definition {
  readonly label: string
  /** `null`: the label itself. */
  readonly attribute: string | null
}

export interface DisputeRow extends Definition {
  readonly whole: Share
  /** One a column; `null` where nothing was compared. */
  readonly cells: readonly (Share | null)[]
}

export interface DisputeTable {
  /** Weeks by their Mondays, people by id, kinds of difference, reasons. */
  readonly columns: readonly string[]
  /** The most disputed first: by the share of their tags, and of equal shares by how many. */
  readonly rows: readonly DisputeRow[]
}

const reasonOrder: readonly (DecisionReason | 'none')[] = [
  'boundary',
  'wrong-label',
  'wrong-actor',
  'wrong-position',
  'wrong-stance',
  'not-a-claim',
  'duplicate',
  'missed',
  'codebook-gap',
  'ambiguous-text',
  'none',
]

/**
 * Disputes as a table, a row a definition. Under weeks and people a cell is of the tags of that week or person; under kinds and
 * reasons it is how many of the compared were disputed so.
 */
export function disputeTable(
  counts: readonly DisputeCount[],
  by: DisputesBy,
  annotators: readonly string[],
): DisputeTable {
  const columns = columnsOf(counts, by, annotators)
  const definitions = new Map<string, DisputeCount[]>()
  for (const count of counts) {
    const key = JSON.stringify([count.label, count.attribute])
    definitions.set(key, [...(definitions.get(key) ?? []), count])
  }
  const rows = [...definitions.values()].flatMap((of): DisputeRow[] => {
    const whole = sum(of)
    const [{ label, attribute } = { label: '', attribute: null }] = of
    if (whole.compared === 0) return []
    return [{ label, attribute, whole, cells: columns.map((column) => cell(of, by, column, whole)) }]
  })
  return {
    columns,
    rows: rows.toSorted((a, b) => share(b.whole) - share(a.whole) || b.whole.disputed - a.whole.disputed),
  }
}

/** 0 to 1. */
export const share = ({ compared, disputed }: Share): number => (compared === 0 ? 0 : disputed / compared)

function columnsOf(
  counts: readonly DisputeCount[],
  by: DisputesBy,
  annotators: readonly string[],
): readonly string[] {
  switch (by) {
    case 'week':
      return [...new Set(counts.map(({ week }) => week))].toSorted()
    case 'person':
      return annotators.filter((id) => counts.some(({ annotator }) => annotator === id))
    case 'kind':
      return differenceKinds.filter((kind) => counts.some(({ kinds }) => (kinds[kind] ?? 0) > 0))
    case 'reason':
      return reasonOrder.filter((reason) => counts.some(({ reasons }) => (reasons[reason] ?? 0) > 0))
  }
}

function cell(counts: readonly DisputeCount[], by: DisputesBy, column: string, whole: Share): Share | null {
  switch (by) {
    case 'week':
    case 'person': {
      const there = counts.filter((count) => (by === 'week' ? count.week : count.annotator) === column)
      const summed = sum(there)
      return summed.compared === 0 ? null : summed
    }
    case 'kind':
    case 'reason': {
      const disputed = counts.reduce((all, count) => {
        const some: Readonly<Record<string, number | undefined>> = by === 'kind' ? count.kinds : count.reasons
        return all + (some[column] ?? 0)
      }, 0)
      return disputed === 0 ? null : { compared: whole.compared, disputed }
    }
  }
}

const sum = (counts: readonly Share[]): Share => ({
  compared: counts.reduce((all, { compared }) => all + compared, 0),
  disputed: counts.reduce((all, { disputed }) => all + disputed, 0),
})

/** Which of the disputed tags a cell is of. */
export function narrowedBy(
  by: DisputesBy,
  column: string,
): { of?: string; week?: string; kind?: DifferenceKind; reason?: DecisionReason | 'none' } {
  switch (by) {
    case 'week':
      return { week: column }
    case 'person':
      return { of: column }
    case 'kind': {
      const kind = differenceKinds.find((each) => each === column)
      return kind ? { kind } : {}
    }
    case 'reason': {
      const reason = reasonOrder.find((each) => each === column)
      return reason ? { reason } : {}
    }
  }
}

/** What a definition is called: "Claim", "Claim: Speech". */
export function definitionName(
  { label, attribute }: Definition,
  { labels, attributes }: Pick<Codebook, 'labels' | 'attributes'>,
): string {
  const name = labels.find(({ id }) => id === label)?.name ?? label
  if (attribute === null) return name
  return `${name}: ${attributes.find(({ id }) => id === attribute)?.name ?? attribute}`
}
