import type { Zoom } from '../../ipc/contract'

/** Levels of a fifth each, as browsers have them: from a half to three times the first size. */
const [least, most] = [-4, 6]

/** The zoom level of a window after one step; 0 is the first size. */
export const zoomed = (level: number, how: Zoom): number =>
  how === 'reset' ? 0 : Math.max(least, Math.min(most, level + (how === 'in' ? 0.5 : -0.5)))
