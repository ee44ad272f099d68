import { useEffect, useState, type RefObject } from 'react'

/** Rows drawn above and below the view, so that scrolling shows no gap. */
const MORE = 8

/**
 * Which of `count` rows, all `height` CSS pixels high, are to be drawn in a scrolled box: from `from` up to but
 * not with `to`. Up to `all` rows, every one.
 */
export function useWindow(
  box: RefObject<HTMLElement | null>,
  height: number,
  count: number,
  all: number,
): { readonly from: number; readonly to: number } {
  const [view, setView] = useState({ first: 0, fits: 20 })

  useEffect(() => {
    const element = box.current
    if (!element || count <= all) return
    const look = () => {
      // In steps, so that the rows are not drawn again for every pixel.
      const first = Math.floor(element.scrollTop / height / MORE) * MORE
      const fits = Math.ceil(element.clientHeight / height)
      setView((before) => (before.first === first && before.fits === fits ? before : { first, fits }))
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      observer.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [box, height, count, all])

  if (count <= all) return { from: 0, to: count }
  const from = Math.min(Math.max(0, view.first - MORE), count)
  return { from, to: Math.min(count, view.first + view.fits + 2 * MORE) }
}
