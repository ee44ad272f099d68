/** Moves the focus to the next of the panes on screen, to what one works with there. */
export function nextPane(step: 1 | -1): void {
  const panes = [...document.querySelectorAll<HTMLElement>('[data-pane]')]
  const at = panes.findIndex((pane) => pane.contains(document.activeElement))
  const pane = panes.at((at + step + panes.length) % panes.length)
  const inside =
    pane?.querySelector<HTMLElement>('[data-pane-focus]') ??
    pane?.querySelector<HTMLElement>('[tabindex="0"]:not([role=separator]), input, button')
  inside?.focus()
}
