import type { Tags } from '../state/tag-list'
import { quoteOf } from '../state/tags'
import type { Look } from './drawing/marks'
import type { Looks } from './drawing/paragraph-drawing'
import type { DrawnTag } from './drawing/tag-index'
import type { ReaderIntents } from './reader-intents'

export interface ShownTags {
  readonly mine: Tags
  readonly theirs: Tags
}

export interface ShownLook {
  readonly selected: string | null
  readonly pointedAt: string | null
  readonly hiddenLabels: ReadonlySet<string>
  /** The selected tag's links: how each reads from it, and the other end. */
  readonly links: readonly { readonly phrase: string; readonly other: string }[]
  /** Others' readings of the selected tag's words. */
  readonly beside?: ReadonlySet<string>
}

/** Nothing is selected, pointed at, linked or hidden. */
export const noLook: ShownLook = { selected: null, pointedAt: null, hiddenLabels: new Set(), links: [] }

/** The tags that do not look as they do at rest, for what is shown of them. */
export const namedIn = ({ selected, pointedAt, links, beside }: ShownLook): (string | null)[] => [
  selected,
  pointedAt,
  ...links.map(({ other }) => other),
  ...(beside ?? []),
]

/** What the drawings need to know; `focused` is the tag that has the focus by key. */
export function looksOf(shown: ShownLook, focused: string | null, intents: ReaderIntents): Looks {
  const linked = new Set(shown.links.map(({ other }) => other))
  const lookOf = (tag: DrawnTag): Look => {
    const { id } = tag
    if (id === shown.selected) return 'selected'
    if (shown.beside?.has(id)) return 'beside'
    if (id === shown.pointedAt) return 'pointed'
    if (linked.has(id)) return 'linked'
    return intents.settledAs?.(tag) ?? 'rest'
  }
  return {
    selected: shown.selected,
    focused,
    lookOf,
    nameOf: ({ annotation, label }) => `${label.name}: ${quoteOf(annotation)}`,
    suffixOf: intents.suffixOf,
    signOf: intents.signOf,
  }
}
