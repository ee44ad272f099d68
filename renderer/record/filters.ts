import { statementColumns, type StatementColumn, type StatementFilter } from '../../data/record/query'

/** A value that a filter lets through; `null`: none. Of stances it is "-1", "0" or "1". */
export type Choice = string | null

/** Columns of which one chooses values. */
const listKeys = {
  actor: 'actors',
  source: 'sources',
  type: 'types',
  speech: 'speeches',
  voice: 'voices',
  certainty: 'certainties',
  issue: 'issues',
  position: 'positions',
  stance: 'stances',
  addressee: 'addressees',
  article: 'articles',
  outlet: 'outlets',
  annotator: 'annotators',
} as const satisfies Partial<Record<StatementColumn, keyof StatementFilter>>

export type ChoiceColumn = keyof typeof listKeys

/** How a column is filtered: by values that are chosen, from one day to another, or by what stands in it. */
export const filterKind = (column: StatementColumn): 'choices' | 'days' | 'text' =>
  column === 'day' ? 'days' : column === 'words' ? 'text' : 'choices'

export const isChosen = (column: StatementColumn): column is ChoiceColumn => column in listKeys

/** The values that the filter of a column lets through; none: it lets all through. */
export function choicesOf(filter: StatementFilter, column: ChoiceColumn): readonly Choice[] {
  const values: readonly (string | number | null)[] = filter[listKeys[column]] ?? []
  return values.map((value) => (value === null ? null : String(value)))
}

/** The filter with these values of a column; with none, it lets all through. */
export function withChoices(
  filter: StatementFilter,
  column: ChoiceColumn,
  choices: readonly Choice[],
): StatementFilter {
  const rest = without(filter, column)
  if (choices.length === 0) return rest
  const named = choices.filter((choice) => choice !== null)
  switch (column) {
    case 'stance':
      return { ...rest, stances: choices.map(signOf) }
    case 'voice':
      return {
        ...rest,
        voices: choices.map((choice) => (choice === 'own' || choice === null ? choice : 'reported')),
      }
    case 'article':
      return { ...rest, articles: named }
    case 'annotator':
      return { ...rest, annotators: named }
    default:
      return { ...rest, [listKeys[column]]: choices }
  }
}

/** The filter with a value of a column chosen, or not any more. */
export function withChoice(filter: StatementFilter, column: ChoiceColumn, choice: Choice): StatementFilter {
  const chosen = choicesOf(filter, column)
  const next = chosen.includes(choice) ? chosen.filter((other) => other !== choice) : [...chosen, choice]
  return withChoices(filter, column, next)
}

/** The filter with the words that quotes are to have; without any, all quotes will do. */
export function withText(filter: StatementFilter, text: string): StatementFilter {
  const rest = without(filter, 'words')
  return text.trim() === '' ? rest : { ...rest, text }
}

/** The filter from a day to a day, both among them; `null`: no end on that side. */
export function withDays(filter: StatementFilter, from: string | null, to: string | null): StatementFilter {
  const rest = without(filter, 'day')
  return from === null && to === null ? rest : { ...rest, days: { from, to } }
}

/** The filter with everything of a column let through. */
export function without(filter: StatementFilter, column: StatementColumn): StatementFilter {
  const key = isChosen(column) ? listKeys[column] : column === 'day' ? 'days' : 'text'
  const { [key]: _, ...rest } = filter
  return rest
}

/** The columns that do not let all through, in the order of the columns as delivered. */
export const filtered = (filter: StatementFilter): StatementColumn[] =>
  statementColumns.filter((column) => {
    if (isChosen(column)) return choicesOf(filter, column).length > 0
    return column === 'day' ? filter.days !== undefined : filter.text !== undefined
  })

function signOf(choice: Choice): -1 | 0 | 1 | null {
  if (choice === null) return null
  return choice === '-1' ? -1 : choice === '1' ? 1 : 0
}
