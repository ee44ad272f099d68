import type { Codebook } from '../model/codebook'
import type { Problem } from '../model/problem'
import { isTagOrLink, type Annotation, type Link, type WorkRecord } from '../model/records'
import type {
  Answer,
  Assignment,
  DecidedOn,
  Decision,
  LinkReading,
  Named,
  Reading,
  Reviewed,
} from '../model/review-records'
import { failed, ok, type Result } from '../model/result'
import { isSame } from '../model/same'
import { printOf } from '../review/print'
import { keyOfNamed } from '../review/standing'
import type { ArticleChange } from './changes'
import type { Scene, Stamp } from './commands'
import { gone, labelInUse, mayJoin, mean, ofKind, setAttribute, targetOf } from './decide-parts'
import { besidesTags } from './patched-records'
import type { AskedReading, ReviewCommand } from './review-commands'
import { takeOver } from './take-over'

type Asked<Kind extends ReviewCommand['do']> = Extract<ReviewCommand, { do: Kind }>
type Changes = Result<readonly ArticleChange[], Problem>

/** What a command on others' work would change in my own document on the article. */
export function decideReview(scene: Scene, command: ReviewCommand, stamp: Stamp): Changes {
  const { article } = command
  switch (command.do) {
    case 'decide':
      return decideOnRecords(scene, command, stamp)
    case 'withdraw-decision': {
      const before = scene.records.get(command.decision)
      if (before?.is !== 'decision') return failed({ kind: 'not-there', what: 'decision' })
      return ok([gone(article, before)])
    }
    case 'answer':
      return answer(scene, command, stamp)
    case 'take-back-answer': {
      const before = scene.records.get(command.answer)
      if (before?.is !== 'answer') return failed({ kind: 'not-there', what: 'answer' })
      return ok([gone(article, before)])
    }
    case 'assign':
      return assign(scene, command, stamp)
    case 'mark-reviewed':
      return ok(markReviewed(scene, command, stamp))
    case 'take-up-review':
      return ok(ofKind(scene, 'reviewed').map((before) => gone(article, before)))
    case 'take-over': {
      const decision = decisionIn(scene, command.decision)
      return decision ? takeOver(scene, decision, stamp) : failed({ kind: 'not-there', what: 'decision' })
    }
  }
}

const newFields = ({ newId, now }: Stamp) => ({ id: newId(), created: now, modified: now })

/** Somebody's decision on the article, mine before others'. */
function decisionIn({ records, company }: Scene, id: string): Decision | null {
  const found = [records, ...(company?.others.values() ?? [])].map((each) => each.get(id))
  return found.find((record) => record?.is === 'decision') ?? null
}

/** Somebody's live tag or link. */
export function namedIn({ records, company }: Scene, { annotator, id }: Named): Annotation | Link | null {
  const theirs = annotator === company?.me ? records : company?.others.get(annotator)
  const record = theirs?.get(id) ?? null
  return isTagOrLink(record) ? record : null
}

function decideOnRecords(scene: Scene, command: Asked<'decide'>, stamp: Stamp): Changes {
  const { article, action, reason, note } = command
  const on: DecidedOn[] = []
  const keys = new Set<string>()
  const records: (Annotation | Link)[] = []
  for (const { annotator, id } of command.on) {
    const record = namedIn(scene, { annotator, id })
    if (!record) return failed({ kind: 'not-there', what: 'annotation' })
    const key = keyOfNamed({ annotator, id })
    if (keys.has(key)) continue
    keys.add(key)
    on.push({ annotator, id, as: printOf(record) })
    records.push(record)
  }
  if (!fits(command, records)) return failed({ kind: 'decision-not-fitting', action })
  const readings: Reading[] = []
  for (const asked of command.readings) {
    const reading = readingOf(scene, asked, records)
    if (!reading.ok) return reading
    readings.push(reading.value)
  }
  for (const link of command.links) {
    const fault = faultIn(scene, link)
    if (fault) return failed(fault)
  }
  const said = { action, on, readings, links: [...command.links], reason, note, codebook: scene.codebook.id }

  const mine = ofKind(scene, 'decision')
  const again = mine.find((before) => areThese(before.on, keys))
  const rest = mine.flatMap((before) => (before === again ? [] : withoutThese(before, keys, stamp)))
  if (!again) {
    const after: Decision = { is: 'decision', ...newFields(stamp), article, ...said }
    return ok([...rest, { article, id: after.id, before: null, after }])
  }
  const after: Decision = { ...again, ...said }
  if (isSame(again, after)) return ok(rest)
  return ok([...rest, { article, id: after.id, before: again, after: { ...after, modified: stamp.now } }])
}

/** Whether there are as many records and readings as the action needs, of one sort. */
function fits(
  { action, readings, links }: Asked<'decide'>,
  records: readonly (Annotation | Link)[],
): boolean {
  const areTags = records.every(({ is }) => is === 'annotation')
  const areLinks = records.every(({ is }) => is === 'link')
  const [tags, read, linked] = [records.length, readings.length, links.length]
  const weights = readings.filter(({ weight }) => weight !== undefined).length
  if (tags === 0 || (weights > 0 && (action !== 'contested' || weights < read))) return false
  switch (action) {
    case 'accept':
    case 'reject':
      return read === 0 && linked === 0
    case 'change':
      return (areTags && read === 1 && linked === 0) || (areLinks && read === 0 && linked === 1)
    case 'merge':
      return areTags && tags > 1 && read === 1 && linked === 0
    case 'split':
    case 'contested':
      return areTags && read > 1 && linked === 0
  }
}

/** What stands in one of the tags decided on may stand in the reading, even if the codebook would not have it today. */
function readingOf(
  scene: Scene,
  asked: AskedReading,
  records: readonly (Annotation | Link)[],
): Result<Reading, Problem> {
  const tags = records.filter((record) => record.is === 'annotation')
  const alike = tags.filter(({ label }) => label === asked.label)
  if (alike.length === 0) {
    const label = labelInUse(scene.codebook, asked.label)
    if (!label.ok) return label
  }
  const target = targetOf(scene.text, asked.spans)
  if (!target.ok) return target
  const blank = blankTag(asked.label, target.value, scene.codebook)
  const isKnown = alike.some(({ means }) => means === asked.means)
  const meant = isKnown ? ok(blank) : mean(scene.registry, blank, asked.means)
  if (!meant.ok) return meant
  for (const [attribute, value] of Object.entries(asked.attributes)) {
    if (alike.some(({ attributes }) => isSame(attributes[attribute], value))) continue
    const set = setAttribute(scene.codebook, blank, { attribute, value })
    if (!set.ok) return set
  }
  const { label, attributes, means, weight } = asked
  return ok({
    label,
    target: target.value,
    attributes: { ...attributes },
    means,
    ...(weight !== undefined && { weight }),
  })
}

/** A tag to try attributes and a meaning on. */
const blankTag = (label: string, target: Annotation['target'], codebook: Codebook): Annotation => ({
  is: 'annotation',
  id: '',
  created: '',
  modified: '',
  article: '',
  label,
  target,
  attributes: {},
  note: '',
  means: null,
  codebook: codebook.id,
})

/** A link's ends have the labels of their tags, or those that I have decided they should have. */
function faultIn(scene: Scene, { type, from, to }: LinkReading): Problem | null {
  if (!scene.codebook.linkTypes.some(({ id }) => id === type)) return { kind: 'not-there', what: 'link-type' }
  const [starts, ends] = [labelsAt(scene, from), labelsAt(scene, to)]
  const [start, end] = [starts[0], ends[0]]
  if (start === undefined || end === undefined) return { kind: 'not-there', what: 'annotation' }
  const may = starts.some((one) => ends.some((other) => mayJoin(scene.codebook, type, one, other)))
  return isOne(from, to) || !may ? { kind: 'link-not-allowed', type, from: start, to: end } : null
}

function labelsAt(scene: Scene, end: Named): string[] {
  const tag = namedIn(scene, end)
  if (tag?.is !== 'annotation') return []
  const decided = ofKind(scene, 'decision').filter(({ on }) => on.some((one) => isOne(one, end)))
  return [tag.label, ...decided.flatMap(({ readings }) => readings.map(({ label }) => label))]
}

/**
 * An earlier decision of mine, of which some records are decided on anew. What accepts or rejects says it of each record, and
 * stays for the others; any other speaks of them together, and goes.
 */
function withoutThese(before: Decision, keys: ReadonlySet<string>, { now }: Stamp): ArticleChange[] {
  const left = before.on.filter((one) => !keys.has(keyOfNamed(one)))
  if (left.length === before.on.length) return []
  const stays = left.length > 0 && (before.action === 'accept' || before.action === 'reject')
  if (!stays) return [gone(before.article, before)]
  const after: Decision = { ...before, on: left, modified: now }
  return [{ article: before.article, id: before.id, before, after }]
}

const isOne = (a: Named, b: Named): boolean => a.annotator === b.annotator && a.id === b.id

/** Whether these are the records with these keys, in whichever order. */
const areThese = (on: readonly Named[], keys: ReadonlySet<string>): boolean =>
  on.length === keys.size && on.every((one) => keys.has(keyOfNamed(one)))

function answer(scene: Scene, { article, decision, text }: Asked<'answer'>, stamp: Stamp): Changes {
  if (!decisionIn(scene, decision)) return failed({ kind: 'not-there', what: 'decision' })
  if (text.trim() === '') return failed({ kind: 'no-words' })
  const after: Answer = { is: 'answer', ...newFields(stamp), article, decision, text }
  return ok([{ article, id: after.id, before: null, after }])
}

/** What counts already is not said again. */
function assign(scene: Scene, { article, person, to, off }: Asked<'assign'>, stamp: Stamp): Changes {
  if (scene.company && !scene.company.knows(person))
    return failed({ kind: 'unknown-annotator', annotator: person })
  const isAbout = (record: WorkRecord): record is Assignment =>
    record.is === 'assignment' && record.person === person && record.to === to
  const mine = ofKind(scene, 'assignment').filter(isAbout)
  const others = [...(scene.company?.others.values() ?? [])].flatMap((each) => [...besidesTags(each)])
  if (isOff([...mine, ...others.filter(isAbout)]) === off) return ok([])
  const [before = null] = mine
  const after: Assignment = before
    ? { ...before, off, modified: stamp.now }
    : { is: 'assignment', ...newFields(stamp), article, person, to, off }
  return ok([{ article, id: after.id, before, after }])
}

/** Whether, by the latest of these, somebody need not: as when nobody has said anything. */
function isOff(assignments: readonly Assignment[]): boolean {
  const latest = assignments.toSorted((a, b) => (key(a) < key(b) ? -1 : 1)).at(-1)
  return latest?.off ?? true
}

const key = ({ modified, id }: Assignment): string => `${modified} ${id}`

function markReviewed(
  scene: Scene,
  { article, agreed }: Asked<'mark-reviewed'>,
  stamp: Stamp,
): ArticleChange[] {
  // Two devices of one person can each have made one.
  const marks = ofKind(scene, 'reviewed')
  const [before] = marks
  if (before)
    return marks
      .filter((mark) => mark.agreed !== agreed)
      .map((mark) => ({
        article,
        id: mark.id,
        before: mark,
        after: { ...mark, agreed, modified: stamp.now },
      }))
  const after: Reviewed = { is: 'reviewed', ...newFields(stamp), article, agreed }
  return [{ article, id: after.id, before: null, after }]
}
