import type { z } from 'zod'
import { checkAs, parseJson } from '../../model/parse'
import type { Problem } from '../../model/problem'
import { failed, type Result } from '../../model/result'
import type { Codec } from './ports'

const utf8 = new TextEncoder()

/** A value as one line of JSON and, on a second line, the SHA-256 of the first. */
export function seal(value: unknown, codec: Codec): Uint8Array {
  const line = JSON.stringify(value)
  return utf8.encode(`${line}\n${codec.hash(utf8.encode(line))}\n`)
}

/** What `seal` wrote, checked: `damaged-file` when a byte of it is another. */
export function unseal<T>(
  bytes: Uint8Array,
  schema: z.ZodType<T>,
  file: string,
  codec: Codec,
): Result<T, Problem> {
  const damaged = failed<Problem>({ kind: 'damaged-file', file })
  const end = bytes.indexOf(0x0a)
  if (end === -1) return damaged
  const line = bytes.subarray(0, end)
  const rest = new TextDecoder().decode(bytes.subarray(end + 1))
  if (rest !== `${codec.hash(line)}\n`) return damaged
  const parsed = parseJson(new TextDecoder().decode(line))
  return parsed.ok ? checkAs(schema, parsed.value, file) : damaged
}
