/** Where the page's selection begins and ends. */
type Ends = readonly [Node | null, number, Node | null, number]

/**
 * What will be selected once the next frame comes, unless something else is selected until then, by whomever. `Wanted`
 * is how the owner says what.
 */
export class SoonSelected<Wanted> {
  readonly #select: (wanted: Wanted) => void
  #asked: { readonly wanted: Wanted; readonly before: Ends } | null = null
  #frame = 0

  constructor(select: (wanted: Wanted) => void) {
    this.#select = select
  }

  /** `null` where the page's selection is what counts. */
  get wanted(): Wanted | null {
    return this.#asked && isSame(this.#asked.before, ends()) ? this.#asked.wanted : null
  }

  want(wanted: Wanted): void {
    this.#asked = { wanted, before: ends() }
    this.#frame ||= requestAnimationFrame(() => this.settle())
  }

  /** Selects now what was to be selected. */
  settle(): void {
    const { wanted } = this
    this.forget()
    if (wanted !== null) this.#select(wanted)
  }

  forget(): void {
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    this.#asked = null
  }
}

function ends(): Ends {
  const selection = getSelection()
  return [
    selection?.anchorNode ?? null,
    selection?.anchorOffset ?? 0,
    selection?.focusNode ?? null,
    selection?.focusOffset ?? 0,
  ]
}

const isSame = (a: Ends, b: Ends): boolean => a.every((end, i) => end === b[i])
