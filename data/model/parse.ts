import type { z } from 'zod'
import { phraseOf } from './phrase-issue'
import type { Problem } from './problem'
import { failed, ok, type Result } from './result'
import { DEPTH, faultInJson } from './scan-json'

/** A place in a file, and what was expected there: "a whole number" completes "… was expected". */
export interface Fault {
  /** `line 3, column 7` in a text, `annotations[3].target[0].end` in its content. */
  readonly where: string
  readonly expected: string
}

/** The `where` of a fault in the outermost value. */
const TOP = 'the top level'

/**
 * JSON that anybody may have written. A byte-order mark is left out; more than 64 levels, and the keys `__proto__`,
 * `constructor` and `prototype`, are refused. Lines and columns count from 1, columns in UTF-16 code units.
 */
export function parseJson(text: string): Result<unknown, Fault> {
  const json = text.startsWith('\uFEFF') ? text.slice(1) : text
  const ordinary = parseOrdinary(json)
  if (ordinary) return ok(ordinary.value)
  const fault = faultInJson(json)
  if (!fault) return ok(JSON.parse(json))
  const before = json.slice(0, fault.at)
  const line = before.split(/\r\n|\n|\r/).length
  const column = fault.at - Math.max(before.lastIndexOf('\n'), before.lastIndexOf('\r'))
  return failed({ where: `line ${line}, column ${column}`, expected: fault.expected })
}

/** What a forbidden key cannot be written without. */
const TELLING = ['__proto__', 'constructor', 'prototype', '\\u']

/** What nearly all texts are: clearly nothing that `parseJson` refuses; else `null`. It takes a fifth of the time. */
function parseOrdinary(json: string): { readonly value: unknown } | null {
  if (TELLING.some((part) => json.includes(part)) || !isShallow(json, DEPTH)) return null
  try {
    return { value: JSON.parse(json) }
  } catch {
    return null
  }
}

/**
 * Whether lists and objects stand in each other on at most so many levels, as far as the text is JSON: nothing deeper is
 * made of it, however long it is.
 */
function isShallow(text: string, levels: number): boolean {
  let level = 0
  let inText = false
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i)
    if (inText) {
      if (c === 0x5c) i++
      else if (c === 0x22) inText = false
    } else if (c === 0x22) inText = true
    else if (c === 0x7b || c === 0x5b) {
      if (++level > levels) return false
    } else if (c === 0x7d || c === 0x5d) level--
  }
  return true
}

/**
 * A file's JSON as the schema has it, without the keys it does not know. Of all that is wrong, the first in the
 * order of the file is told; a greater `schema` than the known one comes before everything but a wrong `format`,
 * since the rest of a newer file may well look wrong.
 */
export function parseAs<T>(schema: z.ZodType<T>, text: string, file: string): Result<T, Problem> {
  const json = parseJson(text)
  if (!json.ok) return failed({ kind: 'bad-file', file, ...json.error })
  return checkAs(schema, json.value, file)
}

/** The second half of `parseAs`: a value that was parsed already. */
export function checkAs<T>(schema: z.ZodType<T>, value: unknown, file: string): Result<T, Problem> {
  const checked = schema.safeParse(value)
  if (checked.success) return ok(checked.data)
  const { issues } = checked.error

  const wrongFormat = issues.find(({ path }) => path.join() === 'format')
  const newer = issues.flatMap((issue) => newerSchema(issue, value) ?? [])[0]
  if (newer && !wrongFormat) return failed({ kind: 'newer-file', file, ...newer })

  const first = wrongFormat ?? firstInFile(issues, value)
  return failed({ kind: 'bad-file', file, where: placeOf(first.path), expected: phraseOf(first) })
}

function newerSchema(issue: z.core.$ZodIssue, value: unknown): { schema: number; known: number } | null {
  if (issue.code !== 'invalid_value' || issue.path.at(-1) !== 'schema') return null
  const schema = issue.path.reduce<unknown>(childOf, value)
  const known = Math.max(...issue.values.map(Number))
  return typeof schema === 'number' && Number.isInteger(schema) && schema > known ? { schema, known } : null
}

/** `['annotations', 3, 'target', 0, 'end']` as `annotations[3].target[0].end`. */
export function placeOf(path: readonly PropertyKey[]): string {
  const place = path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
    .join('')
    .replace(/^\./, '')
  return place || TOP
}

const childOf = (value: unknown, step: PropertyKey): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined

/** The issue whose place comes first in the file; a key that is missing stands at the end of its object. */
function firstInFile(issues: readonly z.core.$ZodIssue[], value: unknown): z.core.$ZodIssue {
  const orders = new WeakMap<object, ReadonlyMap<string, number>>()
  const indexIn = (parent: unknown, step: PropertyKey): number => {
    if (typeof step === 'number' || typeof parent !== 'object' || parent === null) return Number(step)
    const order = orders.get(parent) ?? new Map(Object.keys(parent).map((key, i) => [key, i]))
    orders.set(parent, order)
    return order.get(String(step)) ?? Number.MAX_SAFE_INTEGER
  }
  const isBefore = (a: readonly PropertyKey[], b: readonly PropertyKey[]): boolean => {
    let parent = value
    for (const [i, step] of a.entries()) {
      const other = b[i]
      if (other === undefined) return false
      if (step !== other) return indexIn(parent, step) < indexIn(parent, other)
      parent = childOf(parent, step)
    }
    return a.length < b.length
  }
  return issues.reduce((first, issue) => (isBefore(issue.path, first.path) ? issue : first))
}
