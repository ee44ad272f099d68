import { store } from '../state/store'
import { workbench } from '../state/workbench'
import { keyMapIn } from './commands-now'
import type { KeyMap } from './key-map'

/** Keeps the application menu showing the keys that are in force. */
export function tellMenuKeys(): void {
  let told: KeyMap | null = null
  store.subscribe((state) => {
    if (!state.preferences) return
    const map = keyMapIn(state)
    if (map === told) return
    told = map
    void workbench.showKeys(
      Object.fromEntries(
        [...map.byCommand].flatMap(([id, [first]]) => (first === undefined ? [] : [[id, first]])),
      ),
    )
  })
}
