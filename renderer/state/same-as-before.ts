import type { WorkRecord } from '../../data/model/records'
import { isSame } from '../../data/model/same'
import type { OpenedArticle, ShownSet } from './state'

/**
 * An article that was read again, with the very objects of before wherever they say the same: the text, so that the
 * reader keeps its place and what is selected in it, and records, so that nothing is drawn again that was not changed.
 */
export function sameAsBefore(before: OpenedArticle, next: OpenedArticle): OpenedArticle {
  const known = new Map(before.others.map((set) => [set.annotator, set]))
  return {
    article: before.article,
    mine: sameSet(before.mine, next.mine),
    others: next.others.map((set) => sameSet(known.get(set.annotator), set)),
  }
}

function sameSet(before: ShownSet | undefined, next: ShownSet): ShownSet {
  if (!before || before.annotator !== next.annotator) return next
  let isOther = before.records.size !== next.records.size
  const records = new Map<string, WorkRecord>()
  for (const [id, record] of next.records) {
    const was = before.records.get(id)
    const isKept = was !== undefined && isSame(was, record)
    isOther ||= !isKept
    records.set(id, isKept ? was : record)
  }
  return isOther ? { ...next, records } : before
}
