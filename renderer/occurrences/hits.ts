import type { FoundIn, Occurrence, TagThere } from '../../data/record/occurrences/occurrence'
import type { Command } from '../../data/store/commands'

/** What places are to be tagged as. */
export interface As {
  readonly label: string
  /** `null`: nothing is said about what the words mean. */
  readonly means: string | null
  /** The ids that count as that meaning. */
  readonly counts: ReadonlySet<string>
}

/**
 * What would be done with a place. `new`: it gets a tag. `tagged`: it has one with this label, which can be told what it means.
 * `done`: it has one, and there is nothing to tell it.
 */
export type State = Readonly<{ is: 'new' } | { is: 'tagged'; tag: string } | { is: 'done' }>

export function stateOf({ tags }: Pick<Occurrence, 'tags'>, { label, means, counts }: As): State {
  const own = tags.filter((tag) => tag.isSame && tag.label === label)
  const [first] = own
  if (!first) return { is: 'new' }
  if (means === null || own.some((tag) => tag.means !== null && counts.has(tag.means))) return { is: 'done' }
  return { is: 'tagged', tag: first.id }
}

/** Tags there that are not the very tag that is wanted. */
export const overlapping = ({ tags }: Pick<Occurrence, 'tags'>, { label }: As): readonly TagThere[] =>
  tags.filter((tag) => !(tag.isSame && tag.label === label))

/** Names a place among all. */
export const keyOf = (article: string, { start }: Pick<Occurrence, 'start'>): string => `${article} ${start}`

/** Places whose tick the user has turned. */
export type Turned = ReadonlySet<string>

/** New places are ticked at first, those that are tagged already are not; where there is nothing to do, there is no tick. */
export function isTicked(key: string, state: State, turned: Turned): boolean {
  if (state.is === 'done') return false
  return (state.is === 'new') !== turned.has(key)
}

/** A line of the list: an article, or a place in it. */
export type Line = Readonly<
  | { is: 'article'; found: FoundIn; keys: readonly string[]; ticked: number }
  | { is: 'place'; found: FoundIn; place: Occurrence; key: string; state: State; isTicked: boolean }
>

export interface Lines {
  readonly lines: readonly Line[]
  readonly ticked: number
  /** Articles with something ticked. */
  readonly articles: number
}

/** The list as lines, each article before its places. `keys` are those of places that can be ticked. */
export function linesOf(found: readonly FoundIn[], as: As, turned: Turned): Lines {
  const lines: Line[] = []
  let [ticked, articles] = [0, 0]
  for (const each of found) {
    const places = each.occurrences.map((place) => {
      const key = keyOf(each.article, place)
      const state = stateOf(place, as)
      return { is: 'place', found: each, place, key, state, isTicked: isTicked(key, state, turned) } as const
    })
    const keys = places.filter(({ state }) => state.is !== 'done').map(({ key }) => key)
    const own = places.filter((place) => place.isTicked).length
    lines.push({ is: 'article', found: each, keys, ticked: own }, ...places)
    ticked += own
    articles += own > 0 ? 1 : 0
  }
  return { lines, ticked, articles }
}

/** `turned` so that all of these are ticked, or none. */
export function turnAll(
  lines: readonly Line[],
  keys: readonly string[],
  to: boolean,
  turned: Turned,
): Turned {
  const wanted = new Set(keys)
  const next = new Set(turned)
  for (const line of lines) {
    if (line.is !== 'place' || line.state.is === 'done' || !wanted.has(line.key)) continue
    if (line.isTicked === to) continue
    if (!next.delete(line.key)) next.add(line.key)
  }
  return next
}

/** What tags the ticked places. */
export const commandsFor = (lines: readonly Line[], { label, means }: As): readonly Command[] =>
  lines.flatMap((line): Command[] => {
    if (line.is !== 'place' || !line.isTicked) return []
    const { article } = line.found
    const { start, end } = line.place
    return line.state.is === 'tagged'
      ? [{ do: 'mean', article, annotation: line.state.tag, means }]
      : [{ do: 'annotate', article, spans: [{ start, end }], label, means }]
  })
