import type { Watch } from '../../../data/store/for-all'
import type { LongStep } from '../../ipc/contract'

/** Milliseconds after which a step is one that takes long, and those between two of its numbers. */
const LONG = 400
const EVERY = 100

interface LongStepsPorts {
  readonly tell: (step: LongStep | null) => void
  /** Milliseconds. */
  readonly now: () => number
}

/** Watches the steps that are taken, one after the other: tells how far one is that takes long, and stops it when asked to. */
export class LongSteps {
  readonly #ports: LongStepsPorts
  #told: { isStopped: boolean } | null = null

  constructor(ports: LongStepsPorts) {
    this.#ports = ports
  }

  /** Takes a step. How far it is has been told for the last time before it is answered. */
  async watched<T>(did: LongStep['did'], take: (watch: Watch) => Promise<T>): Promise<T> {
    const { tell, now } = this.#ports
    const own = { isStopped: false }
    let [began, last] = [Infinity, -Infinity]
    const went = (done: number, of: number) => {
      const at = now()
      began = Math.min(began, at)
      if (at - began < LONG || (at - last < EVERY && done < of)) return
      last = at
      this.#told = own
      tell({ did, done, of })
    }
    try {
      return await take({ went, isStopped: () => own.isStopped })
    } finally {
      if (this.#told === own) {
        this.#told = null
        tell(null)
      }
    }
  }

  /** Stops the step that was told of, unless all that it changes is ready. */
  stop(): void {
    if (this.#told) this.#told.isStopped = true
  }
}
