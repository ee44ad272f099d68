import type { Fault } from '../model/parse'
import { failed, ok, type Result } from '../model/result'
import { hasType, isObject, under, type Json } from './w3c-json'

/** One annotation of a file, and where it stands in it; `''` when the file is that annotation. */
export interface Item {
  readonly item: Json
  readonly at: string
}

export interface Items {
  readonly items: readonly Item[]
  /** What all of them stand in and may take a creator and a date from; `null` for a bare list. */
  readonly whole: Json | null
}

/**
 * The annotations of a file: one, a list, a page, a collection with its pages in it, or a Hypothesis export. A
 * collection whose pages stand elsewhere is refused, since part of it would be missing.
 */
export function itemsIn(value: unknown): Result<Items, Fault> {
  if (Array.isArray(value)) return itemsOf(value, '', null)
  if (!isObject(value)) return failed(nothing)
  if (hasType(value, 'AnnotationCollection')) return itemsOfCollection(value)
  if (Array.isArray(value['items'])) return itemsOf(value['items'], 'items', value)
  if (Array.isArray(value['annotations'])) return itemsOf(value['annotations'], 'annotations', value)
  const single = hasType(value, 'Annotation') || ('target' in value && !('type' in value))
  return single ? ok({ items: [{ item: value, at: '' }], whole: null }) : failed(nothing)
}

const nothing: Fault = {
  where: 'the top level',
  expected: 'a Web Annotation, a list of them, an AnnotationPage or an AnnotationCollection',
}

function itemsOf(list: readonly unknown[], at: string, whole: Json | null): Result<Items, Fault> {
  const items: Item[] = []
  for (const [i, item] of list.entries()) {
    const place = `${at}[${i}]`
    if (!isObject(item)) return failed({ where: place, expected: 'an annotation' })
    if ('type' in item && !hasType(item, 'Annotation'))
      return failed({ where: under(place, 'type'), expected: '“Annotation”' })
    items.push({ item, at: place })
  }
  return ok({ items, whole })
}

function itemsOfCollection(collection: Json): Result<Items, Fault> {
  const items: Item[] = []
  let page: unknown = 'items' in collection ? collection : collection['first']
  let at = 'items' in collection ? '' : 'first'
  while (page !== undefined) {
    const list = isObject(page) ? page['items'] : undefined
    if (!isObject(page) || !Array.isArray(list))
      return failed({ where: at, expected: 'a page with its annotations, in this file,' })
    const found = itemsOf(list, under(at, 'items'), collection)
    if (!found.ok) return found
    for (const item of found.value.items) items.push(item)
    page = page['next']
    at = under(at, 'next')
  }
  const { total } = collection
  if (typeof total === 'number' && total !== items.length)
    return failed({ where: 'total', expected: `the number of annotations in the file, ${items.length},` })
  return ok({ items, whole: collection })
}
