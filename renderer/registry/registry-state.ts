import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { Registry } from '../../data/model/registry'
import { showMode } from '../state/panes'
import { store } from '../state/store'
import { wide, type Narrowing, type Tab } from './narrowing'
import { RememberedEntries, type LookedAt } from './remembered-entries'

const remembered = (): RememberedEntries => new RememberedEntries(localStorage)

export type NewKind = 'actor' | 'issue' | 'position'

/** What lies over the registry. */
export type RegistryDialog = Readonly<
  | { is: 'new'; what: NewKind; issue: string | null }
  /** `other` is to be chosen yet where it is `null`. */
  | { is: 'merge'; entry: string; other: string | null }
  | { is: 'remove'; entry: string }
>

export interface RegistryState {
  readonly tab: Tab
  /** The entry that is looked at on each tab; on that of the positions it may be an issue. */
  readonly chosen: Readonly<Record<Tab, string | null>>
  readonly narrowing: Narrowing
  readonly filterShown: boolean
  readonly dialog: RegistryDialog | null
}

const atFirst: LookedAt = { tab: 'actors', chosen: { actors: null, positions: null } }

/**
 * What is looked at on the screen of the registries. It stays so while other screens are looked at; which tab and entries,
 * over a restart too.
 */
export const registryState = createStore<RegistryState>()(() => ({
  ...lookedAtLast(),
  narrowing: wide,
  filterShown: false,
  dialog: null,
}))

function lookedAtLast(): LookedAt {
  const { project } = store.getState()
  return (project && remembered().find(project.project.id)) ?? atFirst
}

store.subscribe(({ project }, before) => {
  if (project?.project.id !== before.project?.project.id)
    registryState.setState({ ...lookedAtLast(), narrowing: wide, dialog: null })
})

registryState.subscribe(({ tab, chosen }, before) => {
  const { project } = store.getState()
  if (project && (tab !== before.tab || chosen !== before.chosen))
    remembered().remember(project.project.id, { tab, chosen })
})

export const useRegistryState = <T>(part: (state: RegistryState) => T): T => useStore(registryState, part)

/** What narrowed the actors says nothing about the positions: the other tab begins with all of its own. */
export const showTab = (tab: Tab): void =>
  registryState.setState((state) =>
    state.tab === tab ? {} : { tab, narrowing: { ...wide, order: state.narrowing.order } },
  )

export const narrow = (parts: Partial<Narrowing>): void =>
  registryState.setState(({ narrowing }) => ({ narrowing: { ...narrowing, ...parts } }))

export const toggleFilter = (): void =>
  registryState.setState(({ filterShown }) => ({ filterShown: !filterShown }))

export const openRegistryDialog = (dialog: RegistryDialog | null): void => registryState.setState({ dialog })

export const choose = (id: string | null): void =>
  registryState.setState(({ tab, chosen }) => ({ chosen: { ...chosen, [tab]: id } }))

/** The registries of the project that is open. */
export const registryNow = (): Registry => Registry.of(store.getState().project?.registry ?? none)

const none = [] as const

/** Shows an entry on the screen of the registries, whatever narrowed the list. One that was merged shows what it counts as. */
export function showEntry(id: string): void {
  const record = registryNow().get(id)
  if (!record) return
  const tab: Tab = record.is === 'actor' ? 'actors' : 'positions'
  registryState.setState(({ chosen, narrowing }) => ({
    tab,
    chosen: { ...chosen, [tab]: record.id },
    narrowing: { ...wide, order: narrowing.order },
  }))
  showMode('registry')
}

/** The entry that is looked at; `null` when none is, or it has gone. */
export function chosenIn({ tab, chosen }: RegistryState, registry: Registry): string | null {
  const record = registry.get(chosen[tab])
  return record && (record.is === 'actor') === (tab === 'actors') ? record.id : null
}
