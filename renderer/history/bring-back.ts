import { isSame } from '../../data/model/same'
import type { Link, WorkRecord } from '../../data/model/records'
import { counted } from '../ui/words'

/** What bringing back would do to one tag, or to one link between tags that stay. */
export interface PlannedChange {
  readonly id: string
  readonly kind: Kind
  /** As it is now; `null` when it comes back. */
  readonly now: WorkRecord | null
  /** As it was; `null` when it goes. */
  readonly was: WorkRecord | null
  /** Links that come or go with the tag. */
  readonly links: number
}

type Kind = 'comes' | 'goes' | 'changes'
export const kinds = ['comes', 'changes', 'goes'] as const satisfies readonly Kind[]

/** A link that is not chosen by itself: it comes with all of these tags, or goes with any of them. */
interface Follower {
  readonly id: string
  readonly tags: readonly string[]
  readonly comes: boolean
}

export interface Plan {
  /** Tags in text order, then links. */
  readonly changes: readonly PlannedChange[]
  readonly followers: readonly Follower[]
}

type Records = ReadonlyMap<string, WorkRecord>

/** What would have to change so that my records are again what they were. */
export function planOf(now: Records, was: Records): Plan {
  const differing = [...new Set([...now.keys(), ...was.keys()])].flatMap((id) => {
    const pair = { id, now: now.get(id) ?? null, was: was.get(id) ?? null }
    return isSame(pair.now, pair.was) ? [] : [{ ...pair, kind: kindOf(pair), links: 0 }]
  })
  const tags = differing.filter(({ now, was }) => (now ?? was)?.is === 'annotation').toSorted(byPlace)
  const links = differing.filter(({ now, was }) => (now ?? was)?.is === 'link')
  const turning = new Set(tags.filter(turnsLinks).map(({ id }) => id))

  const followers = links.flatMap((change): Follower[] => {
    const link = linkOf(change)
    const ends = link ? [link.from, link.to].filter((end) => turning.has(end)) : []
    if (ends.length === 0 || change.kind === 'changes') return []
    return [{ id: change.id, tags: ends, comes: change.kind === 'comes' }]
  })
  const following = new Set(followers.map(({ id }) => id))
  return {
    changes: [
      ...tags.map((tag) => ({
        ...tag,
        links: followers.filter((follower) => follower.tags.includes(tag.id)).length,
      })),
      ...links.filter(({ id }) => !following.has(id)),
    ],
    followers,
  }
}

/** The ids of what is to be brought back when these changes are left out. */
export function chosenIn({ changes, followers }: Plan, leftOut: ReadonlySet<string>): string[] {
  const chosen = changes.filter(({ id }) => !leftOut.has(id)).map(({ id }) => id)
  const isIn = (id: string) => !leftOut.has(id)
  const along = followers.filter(({ tags, comes }) => (comes ? tags.every(isIn) : tags.some(isIn)))
  return [...chosen, ...along.map(({ id }) => id)]
}

/** "2 tags came back, 1 changed and 1 went." */
export function broughtInWords({ changes }: Plan, leftOut: ReadonlySet<string>): string {
  const chosen = changes.filter(({ id }) => !leftOut.has(id))
  const verbs = { comes: 'came back', changes: 'changed', goes: 'went' } as const
  const things = chosen.every((change) => (change.now ?? change.was)?.is === 'link') ? 'link' : 'tag'
  const parts = kinds
    .map((kind) => [verbs[kind], chosen.filter((change) => change.kind === kind).length] as const)
    .filter(([, n]) => n > 0)
    .map(([verb, n], i) => `${i === 0 ? counted(n, things) : n} ${verb}`)
  return `${new Intl.ListFormat('en-GB').format(parts)}.`
}

const kindOf = ({ now, was }: Pick<PlannedChange, 'now' | 'was'>): Kind =>
  !now ? 'comes' : !was ? 'goes' : 'changes'

/** Links depend on whether a tag is there and on its label, not on what else is said of it. */
function turnsLinks({ now, was }: PlannedChange): boolean {
  if (now?.is !== 'annotation' || was?.is !== 'annotation') return true
  return now.label !== was.label
}

const linkOf = ({ now, was }: PlannedChange): Link | null => {
  const record = now ?? was
  return record?.is === 'link' ? record : null
}

const byPlace = (a: PlannedChange, b: PlannedChange): number =>
  startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1)

const startOf = ({ now, was }: PlannedChange): number => {
  const record = was ?? now
  return record?.is === 'annotation' ? (record.target[0]?.start ?? 0) : 0
}
