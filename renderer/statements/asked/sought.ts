import { Names } from '../../../data/text/fuzzy'
import { MOST } from '../row'

/** Computes a value when it is asked for first. */
export function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null
  return () => (known ??= { value: compute() }).value
}

/** Finds by names that are made ready when something is typed first. */
export function sought<T>(items: readonly T[], names: (item: T) => readonly string[]) {
  let ready: Names<T> | null = null
  return (typed: string): readonly { item: T; name: string }[] => {
    if (typed.trim() === '') return items.slice(0, MOST).map((item) => ({ item, name: names(item)[0] ?? '' }))
    ready ??= new Names(items, names)
    return ready.find(typed, MOST)
  }
}
