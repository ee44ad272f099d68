import type { ReaderView } from './reader-view'

let active: ReaderView | null = null

/** The reader on the screen, for commands that work in the text; `null` while no article is open. */
export const activeReader = (): ReaderView | null => active

/** Says which reader is on the screen. Whoever says so takes it back with `null`. */
export const setActiveReader = (view: ReaderView | null): void => void (active = view)
