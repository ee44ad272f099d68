import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { DisputedQuery } from '../../../data/review/agreement'
import { store } from '../../state/store'
import type { Example } from './amendment'
import type { Definition, DisputesBy } from './dispute-table'

/** Of which disputed tags the quotes are read. */
export type Narrowed = Pick<DisputedQuery, 'of' | 'week' | 'kind' | 'reason'>

/** What is looked at on the tab of definitions. It stays so while one is elsewhere. */
interface DefinitionsState {
  readonly by: DisputesBy
  /** The definition whose disputed quotes are read; `null`: none. */
  readonly opened: { readonly definition: Definition; readonly narrowed: Narrowed } | null
  /** Quotes that are to go into the codebook, by their tags' ids: as what, and the quote. */
  readonly chosen: ReadonlyMap<string, { readonly quote: string; readonly as: Example }>
}

const atFirst: DefinitionsState = { by: 'week', opened: null, chosen: new Map() }

export const definitions = createStore<DefinitionsState>()(() => atFirst)
export const useDefinitions = <T>(part: (state: DefinitionsState) => T): T => useStore(definitions, part)

store.subscribe(({ project }, before) => {
  if (project?.project.id !== before.project?.project.id) definitions.setState(atFirst)
})

export const tellBy = (by: DisputesBy): void => definitions.setState({ by })

/** Reads the quotes of a definition. What was chosen of it stays chosen, of another it does not. */
export function openQuotes(definition: Definition, narrowed: Narrowed): void {
  const { opened, chosen } = definitions.getState()
  const isSame =
    opened?.definition.label === definition.label && opened.definition.attribute === definition.attribute
  definitions.setState({ opened: { definition, narrowed }, chosen: isSame ? chosen : new Map() })
}

export const closeQuotes = (): void => definitions.setState({ opened: null, chosen: new Map() })

/** Has a quote as an example of the definition, or not. */
export function chooseQuote(tag: string, as: Example | null, quote: string): void {
  const chosen = new Map(definitions.getState().chosen)
  if (as === null) chosen.delete(tag)
  else chosen.set(tag, { quote, as })
  definitions.setState({ chosen })
}
