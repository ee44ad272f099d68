import type { Codebook } from '../model/codebook'
import { iriOf, isObject, listOf, textIn, type Json } from './w3c-json'

/** What an annotation says about its target, by what each body is for. */
export interface Bodies {
  /** Words or IRIs that classify it. */
  readonly tags: readonly string[]
  /** IRIs of what the words mean. */
  readonly meanings: readonly string[]
  readonly notes: readonly string[]
}

/** A body without a purpose has that of the whole annotation. Hypothesis keeps its tags and its note beside the bodies. */
export function bodiesOf(item: Json): Bodies {
  const tags = listOf(item['tags']).filter((tag) => typeof tag === 'string')
  const meanings: string[] = []
  const notes = listOf(textIn(item, 'text')).map(String)
  for (const body of [...listOf(item['body']).flatMap(alternatives), ...listOf(item['bodyValue'])]) {
    const said = textIn(body, 'value') ?? sourceOf(body)
    if (said === null) continue
    const purposes =
      isObject(body) && 'purpose' in body ? listOf(body['purpose']) : listOf(item['motivation'])
    if (purposes.includes('tagging') || purposes.includes('classifying')) tags.push(said)
    else if (purposes.includes('identifying')) meanings.push(said)
    else notes.push(said)
  }
  return { tags, meanings, notes }
}

/** A `Choice` offers the same thing several times, as in other languages; any other body is itself. */
const alternatives = (body: unknown): readonly unknown[] =>
  isObject(body) && Array.isArray(body['items']) ? body['items'] : [body]

const sourceOf = (body: unknown): string | null =>
  isObject(body) ? (iriOf(body['source']) ?? iriOf(body)) : iriOf(body)

/** The tags by whether they name a label of the codebook: its id or name in any case, or an IRI that ends in one. */
export function sortTags(
  tags: readonly string[],
  { labels }: Codebook,
): { labels: string[]; others: string[] } {
  const named = new Set<string>()
  const others: string[] = []
  for (const tag of tags) {
    const words = [tag, tag.split(/[#/:]/).at(-1) ?? ''].map((word) => word.trim().toLowerCase())
    const label = labels.find(({ id, name }) => words.includes(id) || words.includes(name.toLowerCase()))
    if (label) named.add(label.id)
    else others.push(tag)
  }
  return { labels: [...named], others }
}
