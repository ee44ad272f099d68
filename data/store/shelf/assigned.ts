import type { Task } from '../../model/review-records'
import type { Assigned } from './tally'

/** Somebody who should tag or review an article. */
export interface Assignee {
  readonly person: string
  readonly to: Task
}

/** Who should do what, by all that was said of it: of several sayings about one person and task the latest counts. */
export function assigneesOf(said: Iterable<Assigned>): readonly Assignee[] {
  const latest = new Map<string, Assigned>()
  for (const one of said) {
    const about = `${one.person} ${one.to}`
    const before = latest.get(about)
    if (!before || keyOf(before) < keyOf(one)) latest.set(about, one)
  }
  return [...latest.keys()].toSorted().flatMap((about) => {
    const { person, to, off } = latest.get(about)!
    return off ? [] : [{ person, to }]
  })
}

const keyOf = ({ modified, id }: Assigned): string => `${modified} ${id}`
