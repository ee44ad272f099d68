import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { StatementColumn } from '../../data/record/query'

/** What stands open over the table of statements. */
interface Open {
  /** The list of columns that can be filtered, or the filter of one. */
  readonly filter: 'any' | StatementColumn | null
  readonly columns: boolean
  /** The menu of the row one stands at, in CSS pixels of the window. */
  readonly menu: { readonly x: number; readonly y: number } | null
}

export const over = createStore<Open>()(() => ({ filter: null, columns: false, menu: null }))
export const useOver = <T>(part: (open: Open) => T): T => useStore(over, part)

/** The keyboard goes to the statements. */
export const focusTable = (): void =>
  document.querySelector<HTMLElement>('[data-statements]')?.focus({ preventScroll: true })

/** The keyboard goes to the words that are looked for in quotes; nothing happens to whoever writes there already. */
export function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('[data-find-statements]')
  if (field === document.activeElement) return
  field?.focus()
  field?.select()
}
