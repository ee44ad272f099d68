import { normaliseSpans } from '../../model/span'
import type { RecordIndex } from '../../record/index/record-index'
import type { ReviewQuery } from '../agreement'
import {
  ATTRIBUTES,
  CREATED,
  FIRST_START,
  FROM,
  LABEL,
  LINK_STRIDE,
  MEANS,
  PARTS,
  placesIn,
  TO,
  TYPE,
  type Sheet,
} from '../../record/index/sheet'
import { MISSING } from '../measures/coincidences'
import { inTextOrder, type PlacedTags } from '../placed'
import type { Ints } from '../room'
import type { Tokens } from './tokens'
import { valueIn, type Vocabulary } from './vocabulary'
import { weekOf } from './week'

/** Layers that are told by bits of a number, so that those in which a tag has nothing cost nothing; there are rarely more. */
export const FLAGGED = 31

/** One person's tags and links on an article as the layers see them; all by the places of `placed`. */
export interface SideWork {
  readonly placed: PlacedTags
  /** What each tag has, in as many layers as the vocabulary has: tag by tag. */
  readonly layers: number
  readonly choices: Int32Array
  /** In which of the first `FLAGGED` layers each tag has anything, as bits. */
  readonly chosen: Int32Array
  /** In which week each tag was made (`weekOf`), and all of these weeks. */
  readonly week: Int32Array
  readonly weeks: readonly number[]
  /** The type of each link (a number of the index) and the places of its tags, three numbers a link. */
  readonly links: Int32Array
}

/** What several people have on an article; `null` for who is not compared there. */
export interface ArticleWork {
  readonly article: string
  readonly sides: readonly (SideWork | null)[]
  /** `null` when the article's text cannot be read. */
  readonly tokens: Tokens | null
  /** Gives lists that are good until the next article. */
  readonly ints: Ints
}

/**
 * Whose work on an article is compared: that of annotators who have a tag there, or are done with it. Whoever has neither has not
 * been there, and that they have no tags says nothing.
 */
export const isComparedOn = (index: RecordIndex, article: string, annotator: string): boolean =>
  index.pageOf(article, annotator) !== undefined || index.marksOf(article, annotator).isDone

/** What is compared of an article: a sheet for each annotator of the query; `null` for who is not compared there. */
export interface ComparedArticle {
  readonly id: string
  readonly sheets: readonly (Sheet | null)[]
}

const emptySheet: Sheet = Int32Array.of(0, 0)

/**
 * The articles on which at least two of the annotators are compared, by id. They stay as they are now while the index goes on: a sheet
 * is never changed, and what it names keeps its number.
 */
export function comparedArticles(
  index: RecordIndex,
  { annotators, articles }: Pick<ReviewQuery, 'annotators' | 'articles'>,
): readonly ComparedArticle[] {
  const asked = articles && new Set(articles)
  return [...index.knownArticles()]
    .filter((id) => !asked || asked.has(id))
    .toSorted()
    .map((id) => ({
      id,
      sheets: annotators.map((annotator) =>
        isComparedOn(index, id, annotator) ? (index.pageOf(id, annotator)?.sheet ?? emptySheet) : null,
      ),
    }))
    .filter(({ sheets }) => sheets.filter((sheet) => sheet !== null).length >= 2)
}

/** `ints` gives the lists that it needs. */
export function sideWork(
  sheet: Sheet,
  annotator: string,
  { labelOf, rootOf, values }: Vocabulary,
  ints: Ints,
): SideWork {
  const places = placesIn(sheet, ints)
  const all = sheet[0] ?? 0
  // Tags with labels that are not asked about are as if they were not there.
  const kept = ints(all)
  let count = 0
  for (let i = 0; i < all; i++) if (labelOf[sheet[places[i]! + LABEL]!] !== -1) kept[count++] = i

  const { parts, edges } = partsIn(sheet, places, kept.subarray(0, count), ints)
  const ids = ints(4 * count)
  const label = ints(count)
  const means = ints(count)
  for (let k = 0; k < count; k++) {
    const at = places[kept[k]!]!
    for (let word = 0; word < 4; word++) ids[4 * k + word] = sheet[at + word]!
    label[k] = labelOf[sheet[at + LABEL]!]!
    means[k] = rootOf[sheet[at + MEANS]!]!
  }
  const placed = inTextOrder({ annotator, count, parts, edges, ids, label, means }, ints)

  const week = ints(count)
  const layers = values.length
  const choices = ints(count * layers)
  const chosen = ints(count)
  const placeOf = ints(all).fill(-1)
  for (let place = 0; place < count; place++) {
    const at = places[kept[placed.from[place]!]!]!
    placeOf[kept[placed.from[place]!]!] = place
    week[place] = weekOf(sheet[at + CREATED]!)
    for (let layer = 0; layer < layers; layer++) {
      const value = valueIn(
        values[layer]!,
        placed.label[place]!,
        placed.means[place]!,
        sheet[at + ATTRIBUTES]!,
      )
      choices[place * layers + layer] = value
      if (value !== MISSING && layer < FLAGGED) chosen[place]! |= 1 << layer
    }
  }
  const weeks: number[] = []
  for (let place = 0; place < count; place++) if (!weeks.includes(week[place]!)) weeks.push(week[place]!)
  return { placed, layers, choices, chosen, week, weeks, links: linksIn(sheet, places[all]!, placeOf, ints) }
}

function partsIn(
  sheet: Sheet,
  places: Int32Array,
  kept: Int32Array,
  ints: Ints,
): { readonly parts: Int32Array; readonly edges: Int32Array } {
  const parts = ints(kept.length + 1)
  let edgeCount = 0
  for (let k = 0; k < kept.length; k++) edgeCount += 2 * sheet[places[kept[k]!]! + PARTS]!
  const edges = ints(edgeCount)
  let to = 0
  for (let k = 0; k < kept.length; k++) {
    const i = kept[k]!
    const at = places[i]! + FIRST_START
    const size = 2 * sheet[places[i]! + PARTS]!
    parts[k] = to
    let isDisjoint = true
    for (let edge = 2; edge < size; edge += 2) isDisjoint &&= sheet[at + edge]! > sheet[at + edge - 1]!
    if (isDisjoint) for (let edge = 0; edge < size; edge++) edges[to++] = sheet[at + edge]!
    else
      for (const { start, end } of normaliseSpans(spansIn(sheet, at, size))) {
        edges[to++] = start
        edges[to++] = end
      }
  }
  parts[kept.length] = to
  return { parts, edges }
}

const spansIn = (sheet: Sheet, at: number, size: number) =>
  Array.from({ length: size / 2 }, (_, part) => ({
    start: sheet[at + 2 * part]!,
    end: sheet[at + 2 * part + 1]!,
  }))

function linksIn(sheet: Sheet, first: number, placeOf: Int32Array, ints: Ints): Int32Array {
  const links = ints(3 * (sheet[1] ?? 0))
  let end = 0
  for (let i = 0, at = first; i < (sheet[1] ?? 0); i++, at += LINK_STRIDE) {
    const [from, to] = [placeOf[sheet[at + FROM]!]!, placeOf[sheet[at + TO]!]!]
    if (from === -1 || to === -1) continue
    links[end++] = sheet[at + TYPE]!
    links[end++] = from
    links[end++] = to
  }
  return links.subarray(0, end)
}
