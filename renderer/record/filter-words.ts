import type { StatementColumn, StatementFilter } from '../../data/record/query'
import { columns } from './columns'
import { daysInWords } from './days'
import { choicesOf, filtered, isChosen } from './filters'
import { keyInWords, type Names } from './names'

/** The filter of one column, in words: "Said on" and "21 Feb – 12 Mar". */
export interface FilterWords {
  readonly column: StatementColumn
  readonly name: string
  readonly words: string
}

/** How many values are named, before the others are counted. */
const NAMED = 2

/** Every column that is filtered, in words, but for the words in quotes: those stand in their own field. */
export const filtersInWords = (filter: StatementFilter, names: Names): FilterWords[] =>
  filtered(filter)
    .filter((column) => column !== 'words')
    .map((column) => ({ column, name: columns[column].name, words: filterInWords(filter, column, names) }))

/** "Lucan Dorre", "Lucan Dorre or Ilse Harrow", "Lucan Dorre, Ilse Harrow or 3 more". */
function filterInWords(filter: StatementFilter, column: StatementColumn, names: Names): string {
  if (column === 'day') return daysInWords(filter.days?.from ?? null, filter.days?.to ?? null, names.thisYear)
  if (!isChosen(column)) return `“${filter.text ?? ''}”`
  const values = choicesOf(filter, column).map((choice) => keyInWords(column, choice, names))
  const named = values.length <= NAMED ? values : values.slice(0, NAMED)
  const more = values.length - named.length
  const last = more > 0 ? `${more} more` : named.length > 1 ? named.at(-1) : undefined
  const first = more > 0 || named.length === 1 ? named : named.slice(0, -1)
  return last === undefined ? first.join(', ') : `${first.join(', ')} or ${last}`
}
