import { attributesFor, wordValue, type Codebook } from '../../../data/model/codebook'
import type { Annotation } from '../../../data/model/records'
import type { Paper } from '../../../electron/ipc/print'
import { linksAlong, otherEnd, waysToLink } from '../../inspector/link-ways'
import { calledBy, type Scenery } from '../../inspector/tag-words'
import { drawnTag, type DrawnTag } from '../../reader/drawing/tag-index'
import type { OpenedArticle, ShownSet } from '../../state/state'
import { annotationsIn, linksAt } from '../../state/tags'

/** What was chosen in the dialog. */
export interface PrintChoice {
  readonly paper: Paper
  /** Whose tags stand under the words; `null`: nobody's. */
  readonly below: string | null
  /** Whose tags stand over the words. */
  readonly above: string | null
  readonly notes: boolean
  readonly table: boolean
}

/** A tag as it is printed, in text order. */
export interface PrintedTag {
  readonly drawn: DrawnTag
  /** What stands at its words, and before its note and its row of the table; `null` when nothing refers to it. */
  readonly number: number | null
  /** Empty without one, or when notes are not printed. */
  readonly note: string
}

/** The chosen people's tags in text order, numbered as far as something refers to them. */
export function tagsToPrint(open: OpenedArticle, codebook: Codebook, choice: PrintChoice): PrintedTag[] {
  const of = (annotator: string | null, side: DrawnTag['side']): DrawnTag[] =>
    Array.from(setOf(open, annotator), (annotation) => drawnTag(annotation, codebook, side))
  const tags = [...of(choice.below, 'below'), ...of(choice.above, 'above')].toSorted(byPlace)
  let count = 0
  return tags.map((drawn) => {
    const note = choice.notes ? drawn.annotation.note.trim() : ''
    return { drawn, note, number: choice.table || note !== '' ? ++count : null }
  })
}

const setOf = (open: OpenedArticle, annotator: string | null): Iterable<Annotation> => {
  const set = annotator === null ? undefined : setBy(open, annotator)
  return set ? annotationsIn(set.records) : []
}

const setBy = ({ mine, others }: OpenedArticle, annotator: string): ShownSet | undefined =>
  [mine, ...others].find((set) => set.annotator === annotator)

const byPlace = (a: DrawnTag, b: DrawnTag): number =>
  a.spans[0]!.start - b.spans[0]!.start || b.length - a.length || a.order - b.order || (a.id < b.id ? -1 : 1)

/** What is said about a tag besides its words: what it means, its values, its links. One line each. */
export function saidOf(open: OpenedArticle, scenery: Scenery, { annotation }: DrawnTag): string[] {
  const { codebook } = scenery
  const set = [open.mine, ...open.others].find(({ records }) => records.has(annotation.id))
  const means = annotation.means === null ? [] : [calledBy(scenery, annotation)]
  const values = attributesFor(codebook, annotation.label).flatMap((attribute) => {
    const value = annotation.attributes[attribute.id]
    return value === undefined ? [] : [`${attribute.name}: ${wordValue(attribute, value)}`]
  })
  const links = set ? linksAt(set.records, annotation.id) : []
  const linked = waysToLink(codebook, annotation.label).flatMap((way) =>
    linksAlong(way, links, annotation.id).flatMap((link) => {
      const other = set?.records.get(otherEnd(way, link))
      return other?.is === 'annotation' ? [`${way.phrase} ${calledBy(scenery, other)}`] : []
    }),
  )
  return [...means, ...values, ...linked]
}

/** A tag of each label that is printed, for the key: in the codebook's order, labels that it does not know last. */
export function tagOfEachLabel(tags: readonly PrintedTag[]): DrawnTag[] {
  const found = new Map(tags.map(({ drawn }) => [drawn.label.id, drawn]))
  return [...found.values()].toSorted((a, b) => a.order - b.order || (a.label.id < b.label.id ? -1 : 1))
}
