import {
  registryDocumentSchema,
  workDocumentSchema,
  type RegistryDocument,
  type StoredDocument,
  type WorkDocument,
} from '../model/document'
import { sha256Hex } from '../model/ids'
import { broughtUp, readAsToday } from './migrations'
import { isOrdinaryWork } from '../model/ordinary-work'
import { checkAs, parseJson, type Fault } from '../model/parse'
import type { Problem } from '../model/problem'
import { failed, ok, type Result } from '../model/result'

interface Documents {
  readonly work: WorkDocument
  readonly registry: RegistryDocument
}

const schemas = { work: workDocumentSchema, registry: registryDocumentSchema } as const

/**
 * The file of a document: JSON in UTF-8 with sorted keys, one line for each field and each item, so that equal
 * documents have equal bytes and a change of one tag is a change of one line. `sum` stands last and is the SHA-256 of
 * the same text without it; it says that the content is whole, not who wrote it. Unknown fields are written as they were read.
 */
export function encodeDocument(document: StoredDocument): Uint8Array {
  const { lines, sum } = linesOf(document)
  return new TextEncoder().encode(textOf([...lines, `"sum":"${sum}"`]))
}

/**
 * Reads a document back, with every field that this version does not know, at any depth. Spacing, newlines, a
 * byte-order mark and the order of keys may differ from what was written, as git and editors change them.
 *
 * Gives `damaged-file` if the bytes are no text or `sum` does not match, `newer-file` for a greater `schema`,
 * and else `bad-file` with the place.
 */
export function decodeDocument<K extends keyof Documents>(
  bytes: Uint8Array,
  file: string,
  kind: K,
): Result<Documents[K], Problem> {
  const read = readDocument(bytes, file, kind)
  return read.ok ? ok(read.value.document) : read
}

/** A document and the version that its file is of, which may be older or newer than what is written today. */
export interface ReadDocument<T> {
  readonly document: T
  readonly schema: number
}

/**
 * `decodeDocument` for those who will write the file again. A document of a newer version comes only where its
 * `minReader` allows that, and is not to be written back.
 */
export function readDocument<K extends keyof Documents>(
  bytes: Uint8Array,
  file: string,
  kind: K,
): Result<ReadDocument<Documents[K]>, Problem>
export function readDocument(
  bytes: Uint8Array,
  file: string,
  kind: keyof Documents,
): Result<ReadDocument<StoredDocument>, Problem> {
  const damaged = failed<Problem>({ kind: 'damaged-file', file })
  const text = decodeUtf8(bytes)
  if (text === null || text.trim() === '') return damaged
  const parsed = parseJson(text)
  if (!parsed.ok) return failed({ kind: 'bad-file', file, ...parsed.error })
  const { sum, ...written }: Record<string, unknown> = Object(parsed.value)
  const body = readAsToday(broughtUp(written))

  const checked =
    kind === 'work' && isOrdinaryWork(body) ? ok(body) : checkAs<StoredDocument>(schemas[kind], body, file)
  // Another format or version may keep its sum in another way, or have none.
  if (!checked.ok && isOfAnotherKind(checked.error)) return checked
  if (sum !== sumAsWritten(text) && sum !== linesOf(written).sum) return damaged
  if (!checked.ok) return checked

  // The value itself, not the schema's copy of it, which lacks the fields that the schema does not name.
  const document = body as unknown as StoredDocument
  const fault = misplacedRecord(document)
  return fault
    ? failed({ kind: 'bad-file', file, ...fault })
    : ok({ document, schema: Number(written['schema']) })
}

const isOfAnotherKind = (problem: Problem): boolean =>
  problem.kind === 'newer-file' || (problem.kind === 'bad-file' && problem.where === 'format')

/** A record under another's id, or of another article, would be lost or doubled when copies are joined. */
function misplacedRecord(document: StoredDocument): Fault | null {
  for (const [id, { record }] of Object.entries(document.items)) {
    if (record && record.id !== id) return { where: `items.${id}.record.id`, expected: 'the id of its item' }
    if (record && 'article' in document && 'article' in record && record.article !== document.article)
      return { where: `items.${id}.record.article`, expected: 'the article of the file' }
  }
  return null
}

interface Lines {
  /** One a field, `items` being one; sorted by key. */
  readonly lines: readonly string[]
  /** SHA-256 of their text, in hexadecimal. */
  readonly sum: string
}

function linesOf(document: Readonly<Record<string, unknown>> | StoredDocument): Lines {
  const lines = fieldsOf(document).map(([key, value]) =>
    key === 'items' && isObject(value) && fieldsOf(value).length > 0
      ? `"items":{\n${fieldsOf(value).map(lineOfItem).join(',\n')}\n}`
      : lineOf([key, value]),
  )
  return { lines, sum: sha256Hex(textOf(lines)) }
}

/** The SHA-256 of a text that ends as it was written, without its last field; `null` for any other. Spares copying. */
function sumAsWritten(text: string): string | null {
  const last = /,\n"sum":"[0-9a-f]{64}"(?=\n\}\n$)/.exec(text.slice(-80))
  return last && sha256Hex(`${text.slice(0, last.index - Math.min(80, text.length))}\n}\n`)
}

const textOf = (lines: readonly string[]): string => `{\n${lines.join(',\n')}\n}\n`

const lineOf = ([key, value]: readonly [string, unknown]): string =>
  `${JSON.stringify(key)}:${JSON.stringify(inOrder(value))}`

/** Lines of items that were written before. Nobody changes an item, and most of a document is the same at its next save. */
const linesOfItems = new WeakMap<object, { readonly key: string; readonly line: string }>()

function lineOfItem([key, value]: readonly [string, unknown]): string {
  if (!isObject(value)) return lineOf([key, value])
  const known = linesOfItems.get(value)
  if (known?.key === key) return known.line
  const line = lineOf([key, value])
  linesOfItems.set(value, { key, line })
  return line
}

/**
 * A copy with the keys of every object in it in one order: by code unit, after whole numbers, which come first in any
 * object. Copying and writing the copy is three times as fast as writing field by field. (No `__proto__` is among the keys:
 * `parseJson` lets none in.)
 */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (!isObject(value)) return value
  const copy: Record<string, unknown> = {}
  for (const key of Object.keys(value).toSorted()) copy[key] = inOrder(value[key])
  return copy
}

const fieldsOf = (object: object): [string, unknown][] =>
  Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}
