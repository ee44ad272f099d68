/** Milliseconds after which a window that draws nothing, since nobody sees it, follows all the same. */
const PATIENCE = 100

/** Calls `next` once the next two frames are on the screen: the one with the tag, and one for what the browser does after it. */
export function afterPaint(next: () => void): void {
  const { port1, port2 } = new MessageChannel()
  const patience = setTimeout(() => port2.postMessage(null), PATIENCE)
  requestAnimationFrame(() => requestAnimationFrame(() => port2.postMessage(null)))
  port1.addEventListener('message', () => {
    clearTimeout(patience)
    port1.close()
    next()
  })
  port1.start()
}
