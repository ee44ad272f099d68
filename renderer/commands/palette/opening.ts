import { openDialog } from '../../state/actions'
import { store } from '../../state/store'
import { commandsIn } from '../commands-now'
import { rememberPlace } from './place'
import { recentCommands } from './recent'
import type { Situation } from './entries'

/** How things stood when the palette opened. The focus is in the palette since then, and commands ask for it. */
export interface Opening extends Situation {
  /** Gives the focus and the selected words back. */
  readonly goBack: () => void
}

let last: Opening = { doable: new Set(), recent: [], goBack: () => undefined }

export const lastOpening = (): Opening => last

/** Opens the palette: with commands, or only with what one can go to. */
export function openPalette(what: 'palette' | 'go-to'): void {
  const doable = commandsIn(store.getState()).filter(({ can }) => can?.() ?? true)
  last = {
    doable: new Set(doable.map(({ id }) => id)),
    recent: recentCommands(),
    goBack: rememberPlace(),
  }
  openDialog(what)
}
