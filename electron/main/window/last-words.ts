/** A window that does not answer must not keep the project open. Milliseconds. */
const patience = 2_000

/**
 * Before a project is let go of, the window is asked for what was typed there and is not sent yet, and for the
 * answers that it still waits for: only then is nothing on its way any more.
 */
export class LastWords {
  readonly #ask: () => void
  readonly #patience: number
  #given: (() => void) | null = null

  /** `ask` tells the window, which is to call `given`. */
  constructor(ask: () => void, milliseconds = patience) {
    this.#ask = ask
    this.#patience = milliseconds
  }

  /** Resolves when the window has sent everything, at the latest after two seconds. */
  wait(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#patience)
      this.#given = () => {
        clearTimeout(timer)
        resolve()
      }
      this.#ask()
    })
  }

  given(): void {
    this.#given?.()
    this.#given = null
  }
}
