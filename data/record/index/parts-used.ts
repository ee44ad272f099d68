import type { LabelsUsed } from '../evidence'
import {
  ATTRIBUTES,
  eachTag,
  FROM,
  LABEL,
  LINK_STRIDE,
  placesIn,
  TO,
  TYPE,
  type Sheet,
  type Texts,
} from './sheet'

/** One person's sheet on an article, and the number of that person. */
interface Page {
  readonly annotator: number
  readonly sheet: Sheet
}

/** How many tags of whom have a value of each attribute, and how many links of each type lead from which label to which. */
export function partsUsed(
  pages: Iterable<Page | null>,
  texts: Pick<Texts, 'labels' | 'attributes' | 'types'>,
  annotatorOf: (number: number) => string,
): Pick<LabelsUsed, 'attributes' | 'links'> {
  const said = new Map<string, number>()
  const linked = new Map<string, number>()
  const count = (counts: Map<string, number>, key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  for (const page of pages) {
    if (!page) continue
    const { annotator, sheet } = page
    eachTag(sheet, (at) => count(said, `${annotator} ${sheet[at + ATTRIBUTES]!}`))
    const places = placesIn(sheet)
    const labelAt = (tag: number) => sheet[places[tag]! + LABEL]!
    for (let i = 0, at = places.at(-1)!; i < (sheet[1] ?? 0); i++, at += LINK_STRIDE)
      count(
        linked,
        `${annotator} ${sheet[at + TYPE]!} ${labelAt(sheet[at + FROM]!)} ${labelAt(sheet[at + TO]!)}`,
      )
  }

  const attributes = new Map<string, number>()
  for (const [key, tags] of said) {
    const [annotator = 0, text = 0] = key.split(' ').map(Number)
    const values: unknown = JSON.parse(texts.attributes.textOf(text))
    for (const id of Object.keys(values ?? {})) {
      const whose = `${id} ${annotator}`
      attributes.set(whose, (attributes.get(whose) ?? 0) + tags)
    }
  }
  return {
    attributes: [...attributes].map(([key, tags]) => {
      const [attribute = '', annotator = '0'] = key.split(' ')
      return { attribute, annotator: annotatorOf(Number(annotator)), tags }
    }),
    links: [...linked].map(([key, links]) => {
      const [annotator = 0, type = 0, from = 0, to = 0] = key.split(' ').map(Number)
      const [start, end] = [texts.labels.textOf(from), texts.labels.textOf(to)]
      return {
        type: texts.types.textOf(type),
        from: start,
        to: end,
        annotator: annotatorOf(annotator),
        links,
      }
    }),
  }
}
