import { sha256Hex } from '../model/ids'
import { parseJson } from '../model/parse'

/** One line: the first eight hexadecimal digits of the SHA-256 of the JSON, a space, the JSON, a line feed. */
export function sealLine(value: unknown): string {
  const json = JSON.stringify(value)
  return `${sealOf(json)} ${json}\n`
}

export interface SealedLines {
  readonly values: readonly unknown[]
  /** How many lines were cut short or altered. */
  readonly damaged: number
}

/** The values of all lines that are whole, in their order, each line once. A last line without line feed is not whole. */
export function unsealLines(bytes: Uint8Array): SealedLines {
  const lines = new TextDecoder().decode(bytes).split('\n')
  const cut = lines.pop()!
  const values: unknown[] = []
  let damaged = cut === '' ? 0 : 1
  for (const line of new Set(lines)) {
    const json = line.slice(9).replace(/\r$/, '')
    const parsed = line.slice(0, 9) === `${sealOf(json)} ` ? parseJson(json) : null
    if (parsed?.ok) values.push(parsed.value)
    else if (line.trim() !== '') damaged++
  }
  return { values, damaged }
}

const sealOf = (json: string): string => sha256Hex(json).slice(0, 8)
