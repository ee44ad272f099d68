import type { Actor } from '../../data/model/records'

export const tabs = ['actors', 'positions'] as const
export type Tab = (typeof tabs)[number]
export const tabNames: Readonly<Record<Tab, string>> = { actors: 'Actors', positions: 'Positions' }

export const orders = ['tags', 'name'] as const
export type Order = (typeof orders)[number]

/** What of the list is shown, and in which order. */
export interface Narrowing {
  readonly typed: string
  readonly order: Order
  readonly kind: Actor['kind'] | null
  readonly country: string | null
  /** `without`: those that no tag means; `alike`: those that may be the same as another. */
  readonly only: 'all' | 'without' | 'alike'
}

export const wide: Narrowing = { typed: '', order: 'tags', kind: null, country: null, only: 'all' }
