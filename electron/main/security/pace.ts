/** How fast the window may ask, and how much of it may wait. */
export interface PaceLimits {
  /** Messages a second, in the long run; and that many at once. */
  readonly rate: number
  /** Messages that wait for their turn. */
  readonly waiting: number
  /** What waits, in bytes. */
  readonly bytes: number
}

/**
 * Five hundred messages a second. A person never sends so many, but a program of ours may, where each message is sent
 * when the one before is answered. So what comes too fast is not refused but waits for its turn, and only somebody who does not wait for answers can fill the queue; what does not fit into it is refused.
 */
const limits: PaceLimits = { rate: 500, waiting: 2000, bytes: 64 * 1024 * 1024 }

interface Waiting {
  readonly bytes: number
  readonly go: () => void
}

/** Gives turns in the order in which they are asked for. `now` is in milliseconds. */
export class Pace {
  readonly #limits: PaceLimits
  readonly #now: () => number
  readonly #waiting: Waiting[] = []
  #bytes = 0
  #turns: number
  #counted: number
  #isLooking = false

  constructor(given: PaceLimits = limits, now: () => number = () => performance.now()) {
    this.#limits = given
    this.#now = now
    this.#turns = given.rate
    this.#counted = now()
  }

  /** `null` when the turn is now, a promise when it comes later, 'refused' when too much waits already. */
  turn(bytes: number): Promise<void> | 'refused' | null {
    this.#count()
    if (this.#waiting.length === 0 && this.#turns >= 1) {
      this.#turns--
      return null
    }
    const { waiting, bytes: most } = this.#limits
    if (this.#waiting.length >= waiting || this.#bytes + bytes > most) return 'refused'
    this.#bytes += bytes
    return new Promise((go) => {
      this.#waiting.push({ bytes, go })
      this.#soon()
    })
  }

  #count(): void {
    const now = this.#now()
    const { rate } = this.#limits
    this.#turns = Math.min(rate, this.#turns + ((now - this.#counted) / 1000) * rate)
    this.#counted = now
  }

  /** Looks again when the next turn is there, at most a hundred times a second. */
  #soon(): void {
    if (this.#isLooking) return
    this.#isLooking = true
    setTimeout(() => this.#next(), Math.max(10, 1000 / this.#limits.rate))
  }

  #next(): void {
    this.#isLooking = false
    this.#count()
    const free = Math.floor(this.#turns)
    this.#turns -= Math.min(free, this.#waiting.length)
    for (const { bytes, go } of this.#waiting.splice(0, free)) {
      this.#bytes -= bytes
      go()
    }
    if (this.#waiting.length > 0) this.#soon()
  }
}
