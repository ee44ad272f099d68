import type { ReaderView } from './reader-view'

let reading: ReaderView | null = null
let over: ReaderView | null = null

/** The reader on the screen, for commands that work in the text; `null` while no article is open. */
export const activeReader = (): ReaderView | null => over ?? reading

/** Says which reader is on the screen. Whoever says so takes it back with `null`. */
export const setActiveReader = (view: ReaderView | null): void => void (reading = view)

/** Says that another reader lies over it, on the screen for review. Whoever says so takes it back with `null`. */
export const setReaderOver = (view: ReaderView | null): void => void (over = view)
