import type { Paper } from '../../../electron/ipc/print'

/** Where things stand on a page, in CSS pixels (96 to the inch) from its upper left corner. */
export interface PageLayout {
  readonly width: number
  readonly height: number
  /** From where to where the text goes, and notes with it. */
  readonly top: number
  readonly bottom: number
  readonly text: Column
  /** The letters of tags. */
  readonly letters: Column
  readonly notes: Column
  /** Text and margin together. */
  readonly whole: Column
}

export interface Column {
  readonly left: number
  readonly width: number
}

const sizes = { A4: { width: 794, height: 1122 }, Letter: { width: 816, height: 1056 } } as const

const LEFT = 64
const RIGHT = 44

/** Without notes the text takes the room that these would need. */
export function layoutOf(paper: Paper, hasNotes: boolean): PageLayout {
  const { width, height } = sizes[paper]
  const text = { left: LEFT, width: hasNotes ? 436 : 540 }
  const letters = { left: text.left + text.width + 14, width: 66 }
  const notesLeft = letters.left + letters.width + 8
  return {
    width,
    height,
    top: 78,
    bottom: height - 78,
    text,
    letters,
    notes: { left: notesLeft, width: width - notesLeft - RIGHT },
    whole: { left: LEFT, width: width - LEFT - RIGHT },
  }
}
