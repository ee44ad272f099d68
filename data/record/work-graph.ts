import type { Codebook } from '../model/codebook'
import type { AttributeValue, WorkRecord } from '../model/records'
import type { Span } from '../model/span'
import { roles, rolesOf, type Role } from './roles'

/** As much of a tag as statements are read from. */
export interface TagLike {
  readonly is: 'annotation'
  readonly id: string
  readonly label: string
  readonly target: readonly (Span & { readonly quote: string })[]
  readonly attributes: Readonly<Record<string, AttributeValue>>
  readonly means: string | null
}

/** As much of a link. */
export interface LinkLike {
  readonly is: 'link'
  readonly id: string
  readonly type: string
  readonly from: string
  readonly to: string
}

export type WorkLike = TagLike | LinkLike | { readonly is: Exclude<WorkRecord['is'], 'annotation' | 'link'> }

/** The types of links that statements are read from, and what stands at their ends. */
const ends = {
  makes: ['actor', 'claim'],
  holds: ['actor', 'position'],
  addresses: ['claim', 'actor'],
  supports: ['claim', 'position'],
  opposes: ['claim', 'position'],
  cites: ['actor', 'actor'],
} as const satisfies Readonly<Record<string, readonly [from: Role, to: Role]>>

export type LinkType = keyof typeof ends

const isLinkType = (type: string): type is LinkType => Object.hasOwn(ends, type)

/**
 * Somebody's tags on one article, and the links between them that statements are read from: those whose two
 * ends are there and are what the type of the link asks for. The order of the records makes no difference.
 */
export class WorkGraph {
  readonly positions: readonly TagLike[]
  readonly claims: readonly TagLike[]
  readonly #positions: ReadonlySet<TagLike>
  readonly #from = new Map<string, TagLike[]>()
  readonly #to = new Map<string, TagLike[]>()

  constructor(records: readonly WorkLike[], codebook: Codebook) {
    const tags = records.filter((record) => record.is === 'annotation')
    const links = records.filter((record) => record.is === 'link')
    const byId = new Map(tags.map((tag) => [tag.id, tag]))
    const ofLabels = rolesOf(codebook)
    const byLinks = rolesFromLinks(links)
    const roleOf = ({ id, label }: TagLike): Role | undefined => ofLabels.get(label) ?? byLinks.get(id)
    this.positions = tags.filter((tag) => roleOf(tag) === 'position')
    this.claims = tags.filter((tag) => roleOf(tag) === 'claim')
    this.#positions = new Set(this.positions)
    for (const { type, from, to } of links) {
      const [start, end] = [byId.get(from), byId.get(to)]
      if (!isLinkType(type) || !start || !end || start === end) continue
      if (roleOf(start) !== ends[type][0] || roleOf(end) !== ends[type][1]) continue
      push(this.#from, `${type} ${from}`, end)
      push(this.#to, `${type} ${to}`, start)
    }
    for (const there of [this.#from, this.#to])
      for (const [key, linked] of there) there.set(key, [...new Set(linked)])
  }

  isPosition(tag: TagLike): boolean {
    return this.#positions.has(tag)
  }

  /** The tags that links of this type lead to from a tag, each once. */
  from(tag: TagLike, type: LinkType): readonly TagLike[] {
    return this.#from.get(`${type} ${tag.id}`) ?? none
  }

  /** The tags that links of this type lead from to a tag, each once. */
  to(tag: TagLike, type: LinkType): readonly TagLike[] {
    return this.#to.get(`${type} ${tag.id}`) ?? none
  }
}

const none: readonly TagLike[] = []

/** By where a tag begins, then where it ends; those on the same words by id. */
export function inTextOrder(a: TagLike, b: TagLike): number {
  return startOf(a) - startOf(b) || endOf(a) - endOf(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

const startOf = ({ target }: TagLike): number => target[0]?.start ?? 0
const endOf = ({ target }: TagLike): number => target.at(-1)?.end ?? 0

/**
 * What the links of a tag show it to be, for labels of the codebook's own: who is made to say something says it, whatever
 * the label is called. Where links disagree it is a claim before a position, and a position before an actor.
 */
function rolesFromLinks(links: readonly LinkLike[]): ReadonlyMap<string, Role> {
  const shown = new Map<string, Role>()
  const show = (id: string, role: Role) => {
    const before = shown.get(id)
    if (before === undefined || roles.indexOf(role) > roles.indexOf(before)) shown.set(id, role)
  }
  for (const { type, from, to } of links) {
    if (!isLinkType(type)) continue
    show(from, ends[type][0])
    show(to, ends[type][1])
  }
  return shown
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key)
  if (list) list.push(item)
  else lists.set(key, [item])
}
