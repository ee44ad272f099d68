import type { Link } from '../model/records'
import type { LinkGroup, TagGroup } from './comparison'
import type { Side } from './side'

/**
 * Several people's links, by the groups that their ends are in. Between the same two groups links of one type belong together, those that
 * most people have first, then by type; what is left of people who have no link in such a group yet joins it with its other type. Two links of
 * one type between the same tags of one person are two groups.
 *
 * A group differs when somebody who has tags in both groups of its ends has no link in it, or one of another type. Who has no tag at an
 * end differs there already, by the tag.
 */
export function linkGroups(sides: readonly Side[], groups: readonly TagGroup[]): readonly LinkGroup[] {
  const groupOf = sides.map(
    (_, side) =>
      new Map(
        groups.flatMap((group) => {
          const tag = group.tags[side]
          return tag ? [[tag.id, group] as const] : []
        }),
      ),
  )
  const between = new Map<string, Between>()
  for (const [side, { links }] of sides.entries())
    for (const link of links) {
      const [from, to] = [groupOf[side]!.get(link.from), groupOf[side]!.get(link.to)]
      if (!from || !to) continue
      const key = `${from.key} ${to.key}`
      const found = between.get(key) ?? { from, to, links: [] }
      between.set(key, found)
      found.links.push({ side, link })
    }
  const made = [...between.values()].flatMap((each) =>
    rowsOf(each.links).map((row) => linkGroup(row, each, sides.length)),
  )
  return made.toSorted(
    (a, b) => a.start - b.start || b.end - a.end || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  )
}

interface Between {
  readonly from: TagGroup
  readonly to: TagGroup
  readonly links: SidesLink[]
}

interface SidesLink {
  readonly side: number
  readonly link: Link
}

/** Links in rows of at most one a side. */
function rowsOf(links: readonly SidesLink[]): SidesLink[][] {
  const rows: SidesLink[][] = []
  const ofType = new Map<string, SidesLink[][]>()
  for (const each of links.toSorted((a, b) => (a.link.id < b.link.id ? -1 : 1))) {
    const theirs = ofType.get(each.link.type) ?? []
    ofType.set(each.link.type, theirs)
    const row = theirs.find((others) => others.every(({ side }) => side !== each.side))
    if (row) row.push(each)
    else theirs.push([each])
  }
  const byType = [...ofType]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, theirs]) => theirs)
    .toSorted((a, b) => b.length - a.length)
  for (const row of byType) {
    const sides = new Set(row.map(({ side }) => side))
    const host = rows.find((others) => others.every(({ side }) => !sides.has(side)))
    if (host) host.push(...row)
    else rows.push(row)
  }
  return rows
}

function linkGroup(row: readonly SidesLink[], { from, to }: Between, sides: number): LinkGroup {
  const links = Array.from(
    { length: sides },
    (_, side) => row.find((each) => each.side === side)?.link ?? null,
  )
  const couldHave = links.filter((_, side) => from.tags[side] && to.tags[side])
  const types = new Set(couldHave.map((link) => link?.type ?? null))
  return {
    is: 'links',
    key: row
      .map(({ link }) => link.id)
      .toSorted()
      .join('+'),
    links,
    from: from.key,
    to: to.key,
    kinds: types.size > 1 ? ['link'] : [],
    start: Math.min(from.start, to.start),
    end: Math.max(from.end, to.end),
  }
}
