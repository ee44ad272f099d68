import { z } from 'zod'
import { WORK_SCHEMA } from './document'
import { annotatorIdSchema, articleIdSchema, deviceIdSchema, revisionIdSchema } from './ids'
import { LINT_KEY_MOST } from './records'

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
  return is === 'done' || (is === 'annotation' && isAnnotation(record))
}

function isAnnotation({ label, target, attributes, note, means, codebook }: Fields): boolean {
  return (
    isWord(label) &&
    Array.isArray(target) &&
    target.length > 0 &&
    target.every(isRange) &&
    isObject(attributes) &&
    Object.values(attributes).every(isAttribute) &&
    isText(note) &&
    (means === null || isRecordId(means)) &&
    isRevisionId(codebook)
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
