import papa from 'papaparse'
import { z } from 'zod'
import { annotationSetSchema, type AnnotationSet } from '../data/model/annotation-set'

/** Reads an exported set; throws what is wrong with it. */
export const setIn = (json: string): AnnotationSet => annotationSetSchema.parse(JSON.parse(json))

/** Tags by what a person would know them by, in text order: "claim “no boats”". */
export const tagsIn = (set: AnnotationSet): readonly string[] =>
  set.annotations
    .toSorted((a, b) => a.target[0]!.start - b.target[0]!.start || (a.label < b.label ? -1 : 1))
    .map(({ label, target }) => `${label} “${target.map(({ quote }) => quote).join(' … ')}”`)

/** The quotes of a set that are not what stands in the text there, by either way to count. */
export function wrongQuotes({ articles, annotations }: AnnotationSet): readonly string[] {
  return annotations.flatMap(({ articleId, target }) => {
    const text = articles.find(({ id }) => id === articleId)?.text ?? ''
    const codePoints = [...text]
    return target.flatMap(({ start, end, startCodePoint, endCodePoint, quote }) =>
      text.slice(start, end) === quote && codePoints.slice(startCodePoint, endCodePoint).join('') === quote
        ? []
        : [quote],
    )
  })
}

/** The rows of an exported table, by the names of its columns. */
export function rowsIn(csv: string): readonly Readonly<Record<string, string>>[] {
  const { data, errors } = papa.parse<Record<string, string>>(csv, { header: true, skipEmptyLines: true })
  if (errors.length > 0) throw new Error(errors[0]?.message)
  return data
}

const selectorSchema = z.object({
  type: z.string(),
  exact: z.string().optional(),
  start: z.number().optional(),
  end: z.number().optional(),
})
const targetSchema = z.object({ selector: z.array(selectorSchema) })
const collectionSchema = z.object({
  type: z.literal('AnnotationCollection'),
  first: z.object({
    items: z.array(z.object({ target: z.union([targetSchema, z.array(targetSchema)]) }).loose()),
  }),
})

/** Each quote of an exported W3C collection with where it stands, in code points. */
export function placesIn(json: string): readonly { exact: string; start: number; end: number }[] {
  const { items } = collectionSchema.parse(JSON.parse(json)).first
  return items.flatMap(({ target }) =>
    [target].flat().map(({ selector }) => {
      const exact = selector.find(({ type }) => type === 'TextQuoteSelector')?.exact
      const place = selector.find(({ type }) => type === 'TextPositionSelector')
      if (exact === undefined || place?.start === undefined || place.end === undefined)
        throw new Error('An annotation lacks its quote or its place.')
      return { exact, start: place.start, end: place.end }
    }),
  )
}
