import type { Statement } from '../statement'
import { dayNumber } from './day'
import type { Dictionary, TextNumbers } from './dictionary'
import { BETWEEN } from './sheet'

/** The columns of statements by which one filters and sorts, a number each; 0 is "none", but for the stance. */
export const columns = [
  'actor',
  'position',
  'issue',
  /** From −64 to 64, in eighths of a degree; `NO_STANCE` where there is none. */
  'stance',
  'type',
  'speech',
  'certainty',
  /** 1 own, 2 reported. */
  'voice',
  'said',
  'words',
  'addressee',
  'source',
] as const
export type Column = (typeof columns)[number]

/** How far apart two rows lie. */
export const STRIDE = columns.length

export const NO_STANCE = 127

export const ACTOR = 0
export const POSITION = 1
export const ISSUE = 2
export const STANCE = 3
export const TYPE = 4
export const SPEECH = 5
export const CERTAINTY = 6
export const VOICE = 7
export const SAID = 8
export const WORDS = 9
export const ADDRESSEE = 10
export const SOURCE = 11

export const voices = [null, 'own', 'reported'] as const

/** A second and later addressee or source of a row: the row, the column, the entry. */
type More = readonly [row: number, column: typeof ADDRESSEE | typeof SOURCE, entry: number]

export interface StatementRows {
  readonly rows: Int32Array<ArrayBuffer>
  /** Empty but for articles where something is said to several, or quoted by several. */
  readonly more: readonly More[]
}

const nothing: readonly More[] = []

interface RowTexts {
  readonly entries: Dictionary
  /** Values of attributes. */
  readonly values: Dictionary
  readonly quotes: TextNumbers
}

/** Statements as rows of numbers, in their order. */
export function rowsOf(
  statements: readonly Statement[],
  { entries, values, quotes }: RowTexts,
): StatementRows {
  const rows = new Int32Array(statements.length * STRIDE)
  const more: More[] = []
  const entry = (id: string | null | undefined) => (id == null ? 0 : entries.numberOf(id))
  const value = (text: string | null) => (text === null ? 0 : values.numberOf(text))
  for (const [i, statement] of statements.entries()) {
    const { actor, position, issue, stance, addressees, sources } = statement
    const at = i * STRIDE
    rows[at + ACTOR] = entry(actor?.entry)
    rows[at + POSITION] = entry(position?.entry)
    rows[at + ISSUE] = entry(issue)
    rows[at + STANCE] = stance ? stance.sign * Math.min(64, 8 * (stance.degree ?? 0.5)) : NO_STANCE
    rows[at + TYPE] = value(statement.type)
    rows[at + SPEECH] = value(statement.speech)
    rows[at + CERTAINTY] = value(statement.certainty)
    rows[at + VOICE] = voices.indexOf(statement.voice)
    rows[at + SAID] = dayNumber(statement.said)
    const spoken = statement.claim ?? position?.tags[0]
    const ranges = statement.evidence.find(({ tag }) => tag === spoken)?.ranges ?? []
    rows[at + WORDS] = quotes.numberOf(ranges.map(({ quote }) => quote).join(BETWEEN))
    for (const [column, list] of [
      [ADDRESSEE, addressees],
      [SOURCE, sources],
    ] as const) {
      const [first = 0, ...others] = list.map((named) => entry(named.entry))
      rows[at + column] = first
      for (const other of others) more.push([i, column, other])
    }
  }
  return { rows, more: more.length > 0 ? more : nothing }
}
