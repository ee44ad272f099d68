/** The control that had the focus in a card that goes, until the drawing is done in which another comes. */
let left: string | null = null

/**
 * A card goes, and one of another tag comes in the same drawing. The focus would fall to the page, where keys mean the
 * selected tag: "Delete", pressed at a step of its chain, would reach the tag itself.
 */
export function handOn(card: HTMLElement): void {
  const { activeElement } = document
  if (!(activeElement instanceof HTMLElement) || !card.contains(activeElement)) return
  left = nameOf(activeElement)
  queueMicrotask(() => (left = null))
}

/** Gives the focus that the card before had to the same control of this one; to the card where that has none. */
export function takeUp(card: HTMLElement): void {
  if (left === null) return
  const controls = card.querySelectorAll<HTMLElement>('button, input, textarea, select, [tabindex]')
  const same = [...controls].find((control) => nameOf(control) === left)
  ;(same ?? card).focus({ preventScroll: true })
}

/** What a control is in any tag's card: a step of a chain that of one tag, others what they are called. */
function nameOf(control: HTMLElement): string {
  const { step } = control.dataset
  if (step !== undefined) return `step ${step}`
  const words = control instanceof HTMLInputElement ? control.labels?.[0]?.textContent : control.textContent
  return `${control.tagName} ${control.getAttribute('aria-label') ?? words}`
}
