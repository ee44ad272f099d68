/** Where values stand on the one axis of the plot. */
export interface Scale {
  readonly from: number
  readonly to: number
  readonly ticks: readonly Tick[]
  /** 0 to 1, from left to right; values outside stand at the rim. */
  readonly at: (value: number) => number
}

export interface Tick {
  readonly value: number
  readonly label: string
  /** A line that is customarily drawn, not one of the scale. */
  readonly isCustomary: boolean
}

/** Below 0 there is this much room at least. */
const LEAST = -0.2
/** Coefficients can be no smaller for two people; with these bounds nothing that is drawn is cut off. */
const BOTTOMS = [LEAST, -0.6, -1]

/** The axis for coefficients with these values (interval ends among them): to 1, and as far below 0 as is needed. */
export function scaleFor(values: readonly number[]): Scale {
  const lowest = Math.min(LEAST, ...values)
  const from = BOTTOMS.find((bottom) => bottom <= lowest) ?? BOTTOMS.at(-1)!
  const to = 1
  return {
    from,
    to,
    ticks: [
      { value: from, label: from === -1 ? '−1' : `−${String(-from).slice(1)}`, isCustomary: false },
      { value: 0, label: '0', isCustomary: false },
      { value: 0.5, label: '.5', isCustomary: false },
      { value: 2 / 3, label: '.67', isCustomary: true },
      { value: 0.8, label: '.8', isCustomary: true },
      { value: 1, label: '1', isCustomary: false },
    ],
    at: (value) => Math.min(1, Math.max(0, (value - from) / (to - from))),
  }
}
