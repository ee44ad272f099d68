import { attributesFor, type Codebook } from '../../data/model/codebook'
import { labelInForce, labelShown } from '../../data/model/labels-in-force'
import type { Annotation, RegistryRecord } from '../../data/model/records'
import { valueInWords } from '../../data/model/value-words'
import type { ShownSet } from '../state/state'
import type { Tags } from '../state/tag-list'
import { linksAt, meaningOf, nameOf, quoteOf } from '../state/tags'
import { withinSentence } from '../ui/whose'
import { linksAlong, otherEnd, waysToLink } from './link-ways'

/** What stands beside a tag's words in a list. */
export interface Beside {
  /** Short: "Reszek". */
  readonly shown: string
  /** As a clause of the tag's name: "made by Reszek". */
  readonly said: string
}

export interface Scenery {
  readonly codebook: Codebook
  readonly registry: readonly RegistryRecord[]
}

/** What a tag means, by the registry's name, else its words. */
export const calledBy = ({ registry }: Scenery, annotation: Annotation): string =>
  meaningOf(annotation, registry) ?? quoteOf(annotation)

/**
 * What says most about a tag besides its words: who makes, holds or is addressed; else what it means; else the
 * first value that only its label has. `null` when nothing is said yet.
 */
export function besideOf(scenery: Scenery, records: ShownSet['records'], tag: Annotation): Beside | null {
  const { codebook, registry } = scenery
  if (labelInForce(codebook, tag.label) !== codebook.labels[0]?.id) {
    const links = linksAt(records, tag.id)
    for (const way of waysToLink(codebook, tag.label).filter(({ isCommon }) => isCommon)) {
      const [link] = linksAlong(way, links, tag.id)
      const other = link && records.get(otherEnd(way, link))
      if (other?.is !== 'annotation') continue
      const shown = calledBy(scenery, other)
      return { shown, said: `${way.phrase} ${shown}` }
    }
  }

  const meaning = meaningOf(tag, registry)
  if (meaning !== null) return { shown: meaning, said: meaning }

  const own = attributesFor(codebook, tag.label).find(
    ({ id, labels }) => labels.length === 1 && tag.attributes[id] !== undefined,
  )
  const value = own && tag.attributes[own.id]
  if (!own || value === undefined) return null
  const words = valueInWords(own, value, registry)
  const shown = own.type === 'entry' ? words : words.toLowerCase()
  return { shown, said: shown }
}

/** "Claim: “No one will …”, made by Reszek": how an entry of the list is named. */
export function fullName(codebook: Codebook, tag: Annotation, beside: Beside | null, whose: string | null) {
  return [nameOf(codebook, tag), beside?.said, whose !== null && `tag of ${withinSentence(whose)}`]
    .filter(Boolean)
    .join(', ')
}

/**
 * Those whose label is among `labels` (none: all), or counts as one of them, whose words have what was typed, whatever the
 * case, and that pass, if anything is asked of them besides.
 */
export function filterTags(
  tags: Tags,
  codebook: Pick<Codebook, 'labels'>,
  labels: ReadonlySet<string>,
  typed: string,
  passes: ((tag: Annotation) => boolean) | null = null,
): Tags {
  const sought = typed.trim().toLowerCase()
  if (labels.size === 0 && sought === '' && !passes) return tags
  return tags.filter(
    (tag) =>
      (labels.size === 0 || labels.has(labelInForce(codebook, tag.label))) &&
      (sought === '' || quoteOf(tag).toLowerCase().includes(sought)) &&
      (passes?.(tag) ?? true),
  )
}

/** The label as which a tag is shown; `undefined` when the codebook does not have it. */
export const labelFor = ({ codebook }: Scenery, tag: Annotation) => labelShown(codebook, tag.label)
