import { crc32 } from 'node:zlib'
import { parseJson } from '../../model/parse'
import type { JournalLine, JournalStep } from '../ports'

/** One line: eight hexadecimal digits of the CRC-32 of the JSON's UTF-8 bytes, a space, the JSON, a line feed. */
export function encodeLine(entry: JournalLine): Uint8Array {
  const line = Buffer.from(`00000000 ${JSON.stringify(entry)}\n`)
  line.write(checksum(line.subarray(9, -1)), 'latin1')
  return line
}

export interface JournalContent {
  readonly entries: readonly JournalLine[]
  /** How many lines could not be read. */
  readonly damaged: number
  /** Whether one of them was not the last: a power cut tears the last line, but only a bad disk one before it. */
  readonly torn: 'nothing' | 'only-the-end' | 'the-middle'
}

/** Reads every line that is whole, in order, and counts the rest. A last line without line feed is not whole. */
export function decodeLines(bytes: Uint8Array): JournalContent {
  const entries: JournalLine[] = []
  let damaged = 0
  let damagedLast = false
  for (let start = 0; start < bytes.length;) {
    const feed = bytes.indexOf(0x0a, start)
    const end = feed === -1 ? bytes.length : feed
    const entry = feed === -1 ? null : decodeLine(Buffer.from(bytes.subarray(start, end)))
    if (entry) entries.push(entry)
    else damaged++
    damagedLast = !entry
    start = end + 1
  }
  const torn = damaged === 0 ? 'nothing' : damaged === 1 && damagedLast ? 'only-the-end' : 'the-middle'
  return { entries, damaged, torn }
}

const checksum = (bytes: Uint8Array): string => crc32(bytes).toString(16).padStart(8, '0')

function decodeLine(line: Buffer): JournalLine | null {
  const json = line.subarray(9)
  if (line.toString('latin1', 0, 9) !== `${checksum(json)} `) return null
  const parsed = parseJson(json.toString('utf8'))
  if (!parsed.ok || typeof parsed.value !== 'object' || parsed.value === null) return null
  const { path, items, step, parts, revisions }: Readonly<Record<string, unknown>> = Object(parsed.value)
  if (Array.isArray(parts)) {
    const whole = parts.every(isPart) && (revisions === undefined || Array.isArray(revisions))
    return whole ? { parts, step, ...(revisions !== undefined && { revisions }) } : null
  }
  if (typeof path !== 'string' || items === undefined) return null
  return step === undefined ? { path, items } : { path, items, step }
}

function isPart(part: unknown): part is JournalStep['parts'][number] {
  const { path, items, before }: Readonly<Record<string, unknown>> = Object(part)
  return typeof path === 'string' && items !== undefined && before !== undefined
}
