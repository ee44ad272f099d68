import type { Decision } from '../../../data/model/review-records'
import { carryOut, isRefusedInPast, say, select, showAlongside } from '../../state/actions'
import type { OpenedArticle } from '../../state/state'
import { store } from '../../state/store'
import { annotationIn, setWith } from '../../state/tags'
import { decidedOn, isOpen, sayingsOn, verdictOn, canTakeOver, type Decided } from './decisions'

/** The tag that stands for a record: a link is told from the tag that it starts at. */
export const tagFor = ({ record }: Pick<Decided, 'record'>): string =>
  record.is === 'link' ? record.from : record.id

/** Selects a tag of the open article, and shows whose it is. */
export function goTo(open: OpenedArticle, tag: string): void {
  const set = setWith(open, tag)
  if (set && set !== open.mine) showAlongside(set.annotator)
  select(null)
  select(annotationIn(open, tag)?.id ?? null)
}

/** Goes to the next of my tags that somebody has decided on, open ones first while there are any. */
export function goToDecided(step: 1 | -1): void {
  const { open, selected } = store.getState()
  if (!open) return
  const all = decidedOn(open, open.mine)
  const left = all.filter(({ verdict }) => isOpen(verdict))
  const among = left.length > 0 ? left : all
  if (among.length === 0) return say('Nobody has decided on your tags in this article.')
  const at = among.findIndex((one) => tagFor(one) === selected)
  const next = among.at((at === -1 && step === 1 ? 0 : at + step) % among.length)
  if (next) goTo(open, tagFor(next))
}

/** Makes my tags what a decision says that they should be. */
export async function takeOver(decision: Decision): Promise<void> {
  if (isRefusedInPast()) return
  const { article, id, action } = decision
  if (!(await carryOut({ do: 'take-over', article, decision: id }))) return
  say(action === 'reject' ? 'Took the correction over: the tag is gone.' : 'Took the correction over.', true)
}

/** The same for the decision that counts for the selected tag of mine. */
export async function takeOverSelected(): Promise<void> {
  const { open, selected } = store.getState()
  const tag = open && annotationIn(open, selected)
  if (!open || !tag) return
  const named = { annotator: open.mine.annotator, id: tag.id }
  const verdict = verdictOn(sayingsOn(open), named, open.mine.records.get(tag.id))
  if (verdict && canTakeOver(verdict)) await takeOver(verdict.made.decision)
  else say('Nobody has decided that this tag of yours should be another.')
}
