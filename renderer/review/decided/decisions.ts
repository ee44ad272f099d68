import type { Annotation, Link, WorkRecord } from '../../../data/model/records'
import type { Answer, Decision, DecisionAction, Named } from '../../../data/model/review-records'
import { isSame } from '../../../data/model/same'
import { printOf } from '../../../data/review/print'
import { byTime, Standing, type Made } from '../../../data/review/standing'
import { recordsThat } from '../../state/records-that'
import type { OpenedArticle, ShownSet } from '../../state/state'

const isSaying = (record: WorkRecord | null): record is Decision | Answer =>
  record?.is === 'decision' || record?.is === 'answer'

/** One person's decisions and answers, in the order they were made. The same for the same records. */
const sayingsIn = recordsThat(isSaying)

/** What reviewers have decided on an article, and what was answered. */
export interface Sayings {
  readonly standing: Standing
  readonly decisions: readonly Made[]
  readonly answers: readonly { readonly by: string; readonly answer: Answer }[]
}

let last: { readonly of: readonly (readonly unknown[])[]; readonly sayings: Sayings } | null = null

/** The same as long as nobody decides or answers: no key that tags something makes it anew. */
export function sayingsOn(open: OpenedArticle): Sayings {
  const sets = [open.mine, ...open.others]
  const of = sets.map(({ records }) => sayingsIn(records))
  if (last && last.of.length === of.length && of.every((one, i) => one === last?.of[i])) return last.sayings
  const all = sets.flatMap(({ annotator: by }, i) => of[i]!.map((record) => ({ by, record })))
  const decisions = all.flatMap(({ by, record }): Made[] =>
    record.is === 'decision' ? [{ by, decision: record }] : [],
  )
  const answers = all.flatMap(({ by, record }) => (record.is === 'answer' ? [{ by, answer: record }] : []))
  const sayings = { standing: new Standing(decisions), decisions: decisions.toSorted(byTime), answers }
  last = { of, sayings }
  return sayings
}

/** How a tag or link stands after the decision that counts for it. */
export interface Verdict {
  readonly made: Made
  readonly action: DecisionAction
  /** It was changed after it was decided on, and not into what was decided. */
  readonly isStale: boolean
  /** It is what the decision says it should be. */
  readonly isTakenOver: boolean
}

export function verdictOn(
  { standing }: Sayings,
  named: Named,
  record: WorkRecord | undefined,
): Verdict | null {
  const made = standing.of(named)
  if (!made || (record?.is !== 'annotation' && record?.is !== 'link')) return null
  const { decision } = made
  const isTakenOver = decision.action !== 'contested' && isAsRead(decision, record)
  const as = decision.on.find((on) => on.annotator === named.annotator && on.id === named.id)?.as
  return { made, action: decision.action, isTakenOver, isStale: !isTakenOver && as !== printFor(record) }
}

/** Whether a record is one of those that a decision puts in its place. */
export const isAsRead = ({ readings, links }: Decision, record: Annotation | Link): boolean =>
  record.is === 'annotation'
    ? readings.some((reading) => isSame(contentOf(reading), contentOf(record)))
    : links.some(
        ({ type, from, to }) => record.type === type && record.from === from.id && record.to === to.id,
      )

const contentOf = ({
  label,
  target,
  attributes,
  means,
}: Pick<Annotation, 'label' | 'target' | 'attributes' | 'means'>) => ({
  label,
  target: target.map(({ start, end }) => ({ start, end })),
  attributes,
  means,
})

const prints = new WeakMap<Annotation | Link, string>()

function printFor(record: Annotation | Link): string {
  const print = prints.get(record) ?? printOf(record)
  prints.set(record, print)
  return print
}

/** Whether the annotator still has something to look at: it was not accepted, and is not what it should be. */
export const isOpen = ({ action, isTakenOver }: Verdict): boolean => action !== 'accept' && !isTakenOver

/** Whether there is something that the annotator can take over in one step. */
export const canTakeOver = ({ action, isTakenOver }: Verdict): boolean =>
  !isTakenOver && action !== 'accept' && action !== 'contested'

/** What stands behind a tag's letter in the margin. */
export function suffixOf({ action, isTakenOver, isStale }: Verdict): string {
  if (isStale) return '*'
  if (isTakenOver || action === 'accept') return '✓'
  return { reject: '×', contested: '!', change: '±', merge: '±', split: '±' }[action]
}

/** How a tag steps back: it was accepted, rejected, or is what it should be, and was not changed since; `null`: it does not. */
export function settledAs({ action, isTakenOver, isStale }: Verdict): 'quiet' | 'rejected' | null {
  if (isStale) return null
  if (isTakenOver || action === 'accept') return 'quiet'
  return action === 'reject' ? 'rejected' : null
}

/** Decisions on somebody's tags and links that are there, open ones first, else in the order of the text. */
export interface Decided {
  readonly record: Annotation | Link
  readonly verdict: Verdict
}

export function decidedOn(open: OpenedArticle, set: ShownSet): readonly Decided[] {
  const sayings = sayingsOn(open)
  const found = new Map<string, Decided>()
  for (const { decision } of sayings.decisions)
    for (const { annotator, id } of decision.on) {
      if (annotator !== set.annotator || found.has(id)) continue
      const record = set.records.get(id)
      const verdict = verdictOn(sayings, { annotator, id }, record)
      if (verdict && (record?.is === 'annotation' || record?.is === 'link'))
        found.set(id, { record, verdict })
    }
  const startOf = (record: Annotation | Link): number => {
    const tag = record.is === 'annotation' ? record : set.records.get(record.from)
    return tag?.is === 'annotation' ? tag.target[0]!.start : 0
  }
  return [...found.values()].toSorted(
    (a, b) =>
      Number(isOpen(b.verdict)) - Number(isOpen(a.verdict)) ||
      startOf(a.record) - startOf(b.record) ||
      (a.record.id < b.record.id ? -1 : 1),
  )
}

/** The answers to a decision, by time. */
export const threadOf = ({ answers }: Sayings, decision: string): Sayings['answers'] =>
  answers
    .filter(({ answer }) => answer.decision === decision)
    .toSorted((a, b) => (keyOf(a.answer) < keyOf(b.answer) ? -1 : 1))

const keyOf = ({ created, id }: Answer): string => `${created} ${id}`

/** All decisions on one record, each reviewer's latest, the one that counts last. */
export function allOn({ decisions }: Sayings, { annotator, id }: Named): readonly Made[] {
  const latest = new Map<string, Made>()
  for (const made of decisions)
    if (made.decision.on.some((on) => on.annotator === annotator && on.id === id)) {
      latest.delete(made.by)
      latest.set(made.by, made)
    }
  return [...latest.values()]
}
