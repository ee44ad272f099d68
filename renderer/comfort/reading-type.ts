import type { Reading } from '../../electron/ipc/preferences'

export const typeSizes = [16, 18, 20, 22, 24] as const
export type TypeSize = (typeof typeSizes)[number]

/** The size that a window suggests when none was chosen, in CSS pixels. */
export const suggestedSize = (isLarge: boolean): TypeSize => (isLarge ? 20 : 18)

/**
 * How far lines stand apart: a ratio of the size, but at least what lanes need under the words. `room` is what the
 * lines of tags have between one line's words and the next: three, four and five lanes of 4 px.
 */
const leadings = {
  tight: { ratio: 30 / 18, room: 11 },
  normal: { ratio: 34 / 18, room: 15 },
  loose: { ratio: 40 / 18, room: 19 },
} as const

/** What letters take of a line, from the top of the tallest to the first lane, in ems. */
export const LETTERS = 0.74 + 0.28

/** CSS pixels from line to line, even, so that half of it is whole too: 30, 34 and 40 for 18 px. */
export function leadingFor(size: number, leading: Reading['leading']): number {
  const { ratio, room } = leadings[leading]
  return even(Math.max(ratio * size, LETTERS * size + room))
}

/** The least even number that is not smaller. What rounding errors add does not count. */
const even = (pixels: number): number => Math.ceil((pixels - 0.01) / 2) * 2

/** How long lines are, in ems: about 55, 70 and 90 characters. */
const measures = { narrow: 26, normal: 600 / 18, wide: 43 } as const
/** How much longer a line of as many characters is with more room between them. */
const WIDER = 1.16

/** Custom properties of the sheet that reading settings can set. */
export const readingProperties = [
  '--serif',
  '--s-read',
  '--s-read-lh',
  '--s-note',
  '--s-note-lh',
  '--s-head',
  '--s-head-lh',
  '--measure',
] as const

type Properties = Partial<Record<(typeof readingProperties)[number], string>>

/**
 * The sheet's properties for these settings. Only what was chosen: the rest is left to the stylesheet, which
 * goes by how wide the window is. `isLarge` says which size it suggests.
 */
export function propertiesFor(reading: Reading, isLarge: boolean): Properties {
  const size = reading.size ?? suggestedSize(isLarge)
  const isSized = reading.size !== null
  const isLed = isSized || reading.leading !== 'normal'
  const isMeasured = isSized || reading.measure !== 'normal' || reading.spacing !== 'normal'
  const leading = leadingFor(size, reading.leading)
  return {
    ...(reading.face === 'sans' && { '--serif': 'var(--sans)' }),
    ...(isSized && {
      '--s-read': `${size}px`,
      '--s-note': `${Math.round(size * 1.722) / 2}px`,
      '--s-head': `${size * 1.5}px`,
      '--s-head-lh': `${even(size * 2.11)}px`,
    }),
    ...(isLed && { '--s-read-lh': `${leading}px`, '--s-note-lh': `${leading - 4}px` }),
    ...(isMeasured && {
      '--measure': `${Math.round(size * measures[reading.measure] * (reading.spacing === 'wide' ? WIDER : 1))}px`,
    }),
  }
}

/** The next size up or down; the same at the ends. */
export function sizeFrom(size: TypeSize, step: 1 | -1): TypeSize {
  const next = typeSizes[typeSizes.indexOf(size) + step]
  return next ?? size
}
