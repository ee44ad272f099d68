import { z } from 'zod'
import { WORK_SCHEMA } from './document'
import { annotatorIdSchema, articleIdSchema, deviceIdSchema, revisionIdSchema } from './ids'
import { LINT_KEY_MOST } from './records'
import { decisionActions, decisionReasons, tasks } from './review-records'

/**
 * Whether a parsed value is a work document just as `workDocumentSchema` has it. It never takes what the schema
 * refuses, and so spares the schema a document of thousands of tags, for which it needs twenty times as long. What it
 * does not take, the schema has to judge, and to word.
 */
export function isOrdinaryWork(value: unknown): boolean {
  if (!isObject(value)) return false
  const { format, schema, project, annotator, device, clock, logged, article, items } = value
  return (
    format === 'parley/work' &&
    schema === WORK_SCHEMA &&
    isWord(project) &&
    isAnnotator(annotator) &&
    isDevice(device) &&
    isCount(clock) &&
    isCount(logged) &&
    isArticle(article) &&
    isObject(items) &&
    Object.keys(items).every((id) => isRecordId(id) && isItem(items[id]))
  )
}

type Fields = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string'
const isWord = (value: unknown): boolean => isText(value) && value !== ''
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0

/** A check of texts of which the last one that passed comes again and again, as the article does in each of its tags. */
function oftenTheSame(passes: (text: string) => boolean): (value: unknown) => boolean {
  let last: string | null = null
  return (value) => {
    if (!isText(value)) return false
    if (value === last) return true
    if (!passes(value)) return false
    last = value
    return true
  }
}

const bySchema = (schema: z.ZodString | z.ZodISODateTime) =>
  oftenTheSame((text) => schema.safeParse(text).success)

const isAnnotator = bySchema(annotatorIdSchema)
const isDevice = bySchema(deviceIdSchema)
const isArticle = bySchema(articleIdSchema)
const isRevisionId = bySchema(revisionIdSchema)

const RECORD_ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const isRecordId = oftenTheSame((text) => RECORD_ID.test(text) && !text.endsWith('\n'))

/** A moment as `Date.toISOString` writes it, on a day that every month has; any other goes to the schema. */
const MOMENT = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/
const datetime = z.iso.datetime()
const isMoment = oftenTheSame((text) => MOMENT.test(text) || datetime.safeParse(text).success)

function isItem(item: unknown): boolean {
  if (!isObject(item)) return false
  const { rev, record } = item
  return (
    Array.isArray(rev) &&
    rev.length === 2 &&
    isCount(rev[0]) &&
    isDevice(rev[1]) &&
    (record === null || (isObject(record) && isRecord(record)))
  )
}

function isRecord(record: Fields): boolean {
  const { is, id, created, modified, article } = record
  if (!isRecordId(id) || !isMoment(created) || !isMoment(modified) || !isArticle(article)) return false
  if (is === 'link') return isWord(record['type']) && isRecordId(record['from']) && isRecordId(record['to'])
  if (is === 'dismissed') return isWord(record['lint']) && String(record['lint']).length <= LINT_KEY_MOST
  if (is === 'annotation') return isAnnotation(record)
  if (is === 'decision') return isDecision(record)
  if (is === 'answer') return isRecordId(record['decision']) && isWord(record['text'])
  if (is === 'assignment')
    return isAnnotator(record['person']) && isTask(record['to']) && isYesOrNo(record['off'])
  if (is === 'reviewed') return isYesOrNo(record['agreed'])
  return is === 'done'
}

const isOneOf = (words: readonly string[]) => (value: unknown) => isText(value) && words.includes(value)
const isTask = isOneOf(tasks)
const isAction = isOneOf(decisionActions)
const isReason = isOneOf(decisionReasons)
const isYesOrNo = (value: unknown): boolean => typeof value === 'boolean'
const PRINT = /^[0-9a-f]{16}$/

function isDecision({ action, on, readings, links, reason, note, codebook }: Fields): boolean {
  return (
    isAction(action) &&
    Array.isArray(on) &&
    on.length > 0 &&
    on.every((named) => isNamed(named) && isText(named['as']) && isPrint(named['as'])) &&
    Array.isArray(readings) &&
    readings.every(isReading) &&
    Array.isArray(links) &&
    links.every(isLinkReading) &&
    (reason === null || isReason(reason)) &&
    isText(note) &&
    isRevisionId(codebook)
  )
}

const isPrint = (text: string): boolean => PRINT.test(text) && text.length === 16

const isNamed = (value: unknown): value is Fields =>
  isObject(value) && isAnnotator(value['annotator']) && isRecordId(value['id'])

function isReading(reading: unknown): boolean {
  if (!isObject(reading) || !isTagged(reading)) return false
  const { weight } = reading
  const isWeight = typeof weight === 'number' && weight >= 0 && weight <= 1
  return isWeight || !Object.hasOwn(reading, 'weight')
}

const isLinkReading = (link: unknown): boolean =>
  isObject(link) && isWord(link['type']) && isNamed(link['from']) && isNamed(link['to'])

const isAnnotation = (record: Fields): boolean =>
  isTagged(record) && isText(record['note']) && isRevisionId(record['codebook'])

/** What a tag says of the words, and a reading says that it should. */
function isTagged({ label, target, attributes, means }: Fields): boolean {
  return (
    isWord(label) &&
    Array.isArray(target) &&
    target.length > 0 &&
    target.every(isRange) &&
    isObject(attributes) &&
    Object.values(attributes).every(isAttribute) &&
    (means === null || isRecordId(means))
  )
}

function isRange(range: unknown): boolean {
  if (!isObject(range)) return false
  const { start, end, quote, prefix, suffix } = range
  return isCount(start) && isCount(end) && end !== 0 && isWord(quote) && isText(prefix) && isText(suffix)
}

const isAttribute = (value: unknown): boolean =>
  isText(value) ||
  typeof value === 'boolean' ||
  Number.isFinite(value) ||
  (Array.isArray(value) && value.every(isText))
