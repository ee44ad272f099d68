/** Looks at a scrolled box now, and whenever it is scrolled or has another size. Gives what ends that. */
export function watchBox(box: HTMLElement, look: () => void): () => void {
  look()
  const watch = new ResizeObserver(look)
  watch.observe(box)
  box.addEventListener('scroll', look, { passive: true })
  return () => {
    watch.disconnect()
    box.removeEventListener('scroll', look)
  }
}
