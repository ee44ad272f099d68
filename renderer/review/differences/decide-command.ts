import type { Annotation, Link } from '../../../data/model/records'
import type { DecisionReason, LinkReading, Named } from '../../../data/model/review-records'
import type { AskedReading, ReviewCommand } from '../../../data/store/review-commands'
import { readingOf, type Draft } from './draft'
import { isReadingOf, type Difference } from './differences'

type Decide = Extract<ReviewCommand, { do: 'decide' }>

/** What a reviewer makes of a difference. */
export type Choice = Readonly<
  | { is: 'accept'; side: number }
  | { is: 'reject' }
  /** All readings stay, each with how much speaks for it (0 to 1), or with `null` alike. */
  | { is: 'contested'; weights: readonly number[] | null }
  | { is: 'draft'; draft: Draft }
>

/** What is said along with it. */
export interface Said {
  readonly reason: DecisionReason | null
  readonly note: string
}

/** Why a choice cannot be made. */
export type Unless = 'no-reading' | 'one-reading' | 'link'

/** The readings of a group that are different from each other, the first of each. */
export function readingsOf({ group }: Pick<Difference, 'group'>): readonly Annotation[] {
  if (group.is === 'links') return []
  const found: Annotation[] = []
  for (const tag of group.tags) if (tag && !found.some((other) => isReadingOf(other, tag))) found.push(tag)
  return found
}

/** Why that cannot be decided on a difference; `null`: it can. */
export function unless(difference: Difference, choice: Choice): Unless | null {
  const { group } = difference
  if (choice.is === 'accept') {
    const made: readonly unknown[] = group.is === 'tags' ? group.tags : group.links
    return made[choice.side] ? null : 'no-reading'
  }
  if (choice.is !== 'contested') return null
  if (group.is === 'links') return 'link'
  return readingsOf(difference).length < 2 ? 'one-reading' : null
}

/**
 * The command that decides so on a difference, as one decision on all of its tags: a reading that is accepted stands for all
 * of them from then on, so that each annotator can take it over.
 */
export function decideCommand(difference: Difference, choice: Choice, { reason, note }: Said): Decide {
  const { article, group, owned } = difference
  const on = owned.map(({ annotator, record }): Named => ({ annotator, id: record.id }))
  const base = { do: 'decide', article, on, readings: [], links: [], reason, note } as const
  switch (choice.is) {
    case 'reject':
      return { ...base, action: 'reject' }
    case 'accept': {
      if (owned.length === 1 || group.kinds.length === 0) return { ...base, action: 'accept' }
      const record = group.is === 'tags' ? group.tags[choice.side] : group.links[choice.side]
      if (!record) throw new Error('there is no reading to accept')
      return { ...base, action: 'change', ...asReading(difference, record) }
    }
    case 'contested': {
      const readings = readingsOf(difference).map((tag, i): AskedReading => ({
        ...readingOf(tag),
        ...(choice.weights && { weight: choice.weights[i] ?? 0 }),
      }))
      return { ...base, action: 'contested', readings }
    }
    case 'draft': {
      const { action, readings, link } = choice.draft
      return { ...base, action, readings, links: link ? [link] : [] }
    }
  }
}

/** One reading in the place of the tags of several differences. */
export function mergeCommand(
  differences: readonly [Difference, ...Difference[]],
  draft: Draft,
  said: Said,
): Decide {
  const each = differences.map((difference) => decideCommand(difference, { is: 'draft', draft }, said))
  return { ...each[0]!, on: each.flatMap(({ on }) => on) }
}

const asReading = (
  difference: Difference,
  record: Annotation | Link,
): { readonly readings: readonly AskedReading[]; readonly links: readonly LinkReading[] } =>
  record.is === 'annotation'
    ? { readings: [readingOf(record)], links: [] }
    : { readings: [], links: [linkOf(difference, record)] }

/** A link as a reading: its ends are tags of whoever made it. */
export function linkOf({ owned }: Pick<Difference, 'owned'>, link: Link): LinkReading {
  const { annotator } = owned.find(({ record }) => record === link)!
  return {
    type: link.type,
    from: { annotator, id: link.from },
    to: { annotator, id: link.to },
  }
}

/** One decision on several differences of one sort at once: each is accepted as that side has it, or rejected. */
export const decideMany = (
  differences: readonly Difference[],
  choice: Extract<Choice, { is: 'accept' | 'reject' }>,
  saidOf: (difference: Difference) => Said,
): readonly Decide[] =>
  differences
    .filter((difference) => unless(difference, choice) === null)
    .map((difference) => decideCommand(difference, choice, saidOf(difference)))
