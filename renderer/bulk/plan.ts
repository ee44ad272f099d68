import { allows, attributesFor, type Codebook } from '../../data/model/codebook'
import { mayMean } from '../../data/model/meaning'
import type { AttributeValue, RegistryRecord } from '../../data/model/records'
import { Registry } from '../../data/model/registry'
import type { Command } from '../../data/store/commands'
import type { TogetherAs } from '../../data/store/registry-commands'

/** A tag of mine as far as one needs to know it to change it with others. */
export interface PickedTag {
  readonly id: string
  readonly article: string
  readonly label: string
  readonly means: string | null
  readonly words: string
}

/** What is done with many tags. */
export type BulkChange = Readonly<
  | { is: 'label'; label: string }
  /** `null` takes back what they mean. */
  | { is: 'means'; means: string | null }
  | { is: 'attribute'; attribute: string; value: AttributeValue | null }
  | { is: 'delete' }
>

/** What a change does to a tag: it is changed, it is so already, or the change is not for tags with its label. */
export type Effect = 'changes' | 'is-so' | 'unfit'

export interface Known {
  readonly codebook: Codebook
  readonly registry: readonly RegistryRecord[]
}

export function effectOf({ codebook, registry }: Known, tag: PickedTag, change: BulkChange): Effect {
  switch (change.is) {
    case 'label':
      return tag.label === change.label ? 'is-so' : 'changes'
    case 'means': {
      const entries = Registry.of(registry)
      if (change.means === null) return tag.means === null ? 'is-so' : 'changes'
      const record = entries.get(change.means)
      if (record && !mayMean(tag.label, record)) return 'unfit'
      return tag.means !== null && entries.countsAs(tag.means) === entries.countsAs(change.means)
        ? 'is-so'
        : 'changes'
    }
    case 'attribute': {
      const attribute = attributesFor(codebook, tag.label).find(({ id }) => id === change.attribute)
      const fits = attribute && (change.value === null || allows(attribute, change.value))
      return fits ? 'changes' : 'unfit'
    }
    case 'delete':
      return 'changes'
  }
}

/** The commands that do it, those on one article beside one another. Tags that it is not for are left as they are. */
export function commandsFor(
  known: Known,
  tags: readonly PickedTag[],
  change: BulkChange,
): readonly Command[] {
  const changed = tags.filter((tag) => effectOf(known, tag, change) === 'changes')
  if (change.is === 'delete')
    return [...byArticle(changed)].map(([article, own]) => ({
      do: 'delete',
      article,
      annotations: own.map(({ id }) => id),
    }))
  return changed.map(({ article, id: annotation }): Command => {
    const tag = { article, annotation }
    switch (change.is) {
      case 'label':
        return { do: 'relabel', ...tag, label: change.label }
      case 'means':
        return { do: 'mean', ...tag, means: change.means }
      case 'attribute':
        return { do: 'set-attribute', ...tag, attribute: change.attribute, value: change.value }
    }
  })
}

/** The tags by article, each in their order. */
export function byArticle(tags: readonly PickedTag[]): ReadonlyMap<string, readonly PickedTag[]> {
  const found = new Map<string, PickedTag[]>()
  for (const tag of tags) {
    const own = found.get(tag.article)
    if (own) own.push(tag)
    else found.set(tag.article, [tag])
  }
  return found
}

/** How the step is named in the history. */
export const stepFor: Readonly<Record<BulkChange['is'], TogetherAs>> = {
  label: 'relabel-many',
  means: 'assign-many',
  attribute: 'set-many',
  delete: 'delete-many',
}
