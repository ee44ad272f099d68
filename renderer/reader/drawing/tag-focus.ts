/**
 * The focus in the reader, which is one tab stop: the text, or the element of one tag. Elements come and go as the text
 * is scrolled and tagged; the focus stays with the tag, and goes to the text when the tag is no more.
 */
export class TagFocus {
  readonly #text: HTMLElement
  readonly #over: HTMLElement
  #wanted: string | null = null
  /** The focus was on an element that is gone. */
  #isLost = false
  /** The focus is being moved here, which only keys ask for. */
  #isMoving = false

  /** `told` hears which tag has the focus by key now, or that none has. */
  constructor(text: HTMLElement, over: HTMLElement, told: (id: string | null) => void, signal: AbortSignal) {
    this.#text = text
    this.#over = over
    const stops = (handle: HTMLElement, isHere: boolean) => {
      handle.tabIndex = isHere ? 0 : -1
      text.tabIndex = isHere ? -1 : 0
    }
    over.addEventListener(
      'focusin',
      ({ target }) => {
        if (!(target instanceof HTMLElement)) return
        stops(target, true)
        const isByKey = this.#isMoving || target.matches(':focus-visible')
        told(isByKey ? (target.dataset['annotationId'] ?? null) : null)
      },
      { signal },
    )
    over.addEventListener(
      'focusout',
      ({ target }) => {
        if (target instanceof HTMLElement) stops(target, false)
        told(null)
      },
      { signal },
    )
    document.addEventListener('focusin', () => (this.#wanted = null), { signal, capture: true })
  }

  /** Gives the focus to a tag: now, or when it is drawn. */
  goTo(id: string): void {
    this.#wanted = id
    this.settle()
  }

  /** These elements are about to go. */
  leave(handles: HTMLElement): void {
    const { activeElement } = document
    if (!(activeElement instanceof HTMLElement) || !handles.contains(activeElement)) return
    activeElement.blur()
    this.#wanted = activeElement.dataset['annotationId'] ?? null
    this.#isLost = true
  }

  /** Elements were made: the focus goes where it is wanted. */
  settle(): void {
    if (this.#wanted === null) return
    const isHere = this.#isLost || this.#text.parentElement?.contains(document.activeElement)
    if (!isHere) return void (this.#wanted = null)
    const handle = this.#over.querySelector<HTMLElement>(`[data-annotation-id="${CSS.escape(this.#wanted)}"]`)
    this.#isMoving = true
    if (handle) handle.focus({ preventScroll: true })
    else if (this.#isLost) this.#text.focus({ preventScroll: true })
    this.#isMoving = false
    this.#isLost = false
  }
}
