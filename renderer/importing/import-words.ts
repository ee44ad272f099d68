import { explain } from '../../data/model/explain'
import type { Metadata } from '../../data/model/article'
import type { ImportRow } from '../../electron/ipc/import'
import { languageInWords } from '../ui/words'

export type Ready = Extract<ImportRow['state'], { is: 'ready' }>

/** Whether a row goes into the project: what the user ticked, else what is not there yet. */
export const isTicked = (row: ImportRow, ticks: ReadonlyMap<number, boolean>): boolean =>
  row.state.is === 'ready' && (ticks.get(row.row) ?? row.state.alreadyHere === null)

/** Where a value came from, when nobody has said that it is right. */
export const guessFor = (state: Ready, field: keyof Metadata): string | undefined =>
  state.guesses.find((guess) => guess.field === field)?.words

/** What is to be said about a row, at its end. */
export function remarkOn({ state }: ImportRow): string {
  switch (state.is) {
    case 'waiting':
    case 'reading':
      return ''
    case 'left-out':
      return state.problem.kind === 'cancelled' ? 'Not read.' : explain(state.problem)
    case 'ready': {
      if (state.alreadyHere !== null) return `Already here as “${state.alreadyHere}”, same text`
      const { language } = state.metadata
      return language !== null && !language.startsWith('en') ? languageInWords(language) : ''
    }
  }
}
