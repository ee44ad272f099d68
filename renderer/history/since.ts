import { isSame } from '../../data/model/same'
import type { OpenedArticle, Past } from '../state/state'
import { setWith, shownAnnotations } from '../state/tags'

/** What became of a tag since the moment that is looked at; `null` when it is still the same. */
export function becameOf(
  past: Past | null,
  now: OpenedArticle | null,
  tag: string,
): 'gone' | 'changed' | null {
  if (!past || !now) return null
  const then = setWith(past.open, tag)?.records.get(tag)
  const present = setWith(now, tag)?.records.get(tag)
  if (!present) return 'gone'
  return isSame(then, present) ? null : 'changed'
}

/** "43 tags then, 41 now: 5 gone, 2 changed, 3 new." Of those people whose tags are shown. */
export function sinceInWords(past: Past, now: OpenedArticle, alongside: string | null): string {
  const then = shownAnnotations(past.open, alongside)
  const present = shownAnnotations(now, alongside)
  const before = new Set(Array.from(then, ({ id }) => id))
  const became = Array.from(then, ({ id }) => becameOf(past, now, id))
  const parts = [
    [became.filter((is) => is === 'gone').length, 'gone'],
    [became.filter((is) => is === 'changed').length, 'changed'],
    [present.filter(({ id }) => !before.has(id)).length, 'new'],
  ] as const
  const differences = parts.filter(([n]) => n > 0).map(([n, what]) => `${n} ${what}`)
  const counts = `${then.length} ${then.length === 1 ? 'tag' : 'tags'} then, ${present.length} now`
  return differences.length === 0 ? `${counts}, all the same` : `${counts}: ${differences.join(', ')}`
}
