import { applied, changesTo } from '../../data/store/changes'
import { rememberChanges } from './last-changes'
import type { OpenedArticle, ShownSet } from './state'

/**
 * An article that was read again, with the very objects of before wherever they say the same: the text, so that the
 * reader keeps its place and what is selected in it, and records, so that nothing is drawn again that was not changed.
 */
export function sameAsBefore(before: OpenedArticle, next: OpenedArticle): OpenedArticle {
  const { article } = before
  const known = new Map(before.others.map((set) => [set.annotator, set]))
  return {
    ...next,
    article,
    mine: sameSet(article.id, before.mine, next.mine),
    others: next.others.map((set) => sameSet(article.id, known.get(set.annotator), set)),
  }
}

function sameSet(article: string, before: ShownSet | undefined, next: ShownSet): ShownSet {
  if (!before || before.annotator !== next.annotator) return next
  const changes = changesTo(article, before.records, [...next.records.values()])
  if (changes.length === 0) return before
  const records = applied(before.records, changes)
  rememberChanges(before.records, records, changes)
  return { ...before, records }
}
