import type { Locator, Page } from '@playwright/test'

/** How smoothly something was drawn. */
export interface Frames {
  readonly frames: number
  /** Frames for which at least one other was left out: more than one and a half times as long as one at 60 Hz. */
  readonly late: number
  /** Milliseconds. */
  readonly longest: number
}

/** Milliseconds of a frame at 60 Hz, and half of another. */
const LATE = (1_000 / 60) * 1.5

/** Counts the window's frames while something is done, and half a second longer. */
export async function framesWhile(page: Page, act: () => Promise<void>): Promise<Frames> {
  await page.evaluate(() => {
    const times: number[] = []
    const next = (time: number) => {
      times.push(time)
      if (times.length > 0 && Reflect.get(window, 'benchFrames') === times) requestAnimationFrame(next)
    }
    Reflect.set(window, 'benchFrames', times)
    requestAnimationFrame(next)
  })
  await act()
  await page.waitForTimeout(500)
  const times = await page.evaluate(() => {
    const found: unknown = Reflect.get(window, 'benchFrames')
    Reflect.set(window, 'benchFrames', null)
    return Array.isArray(found) ? found.map(Number) : []
  })
  const lengths = times.slice(1).map((time, i) => time - times[i]!)
  return {
    frames: lengths.length,
    late: lengths.filter((length) => length > LATE).length,
    longest: Math.round(Math.max(0, ...lengths)),
  }
}

/** Scrolls an element by 120 CSS pixels a frame, up again where it ends, for three seconds at 60 Hz, or until `until` is over. */
export async function scroll(element: Locator, until?: Promise<unknown>): Promise<void> {
  const scrolling = element.evaluate(
    (scrolled, most) =>
      new Promise<void>((resolve) => {
        let [left, by] = [most, 120]
        Reflect.set(window, 'benchScrolls', true)
        const step = () => {
          const before = scrolled.scrollTop
          scrolled.scrollTop += by
          if (scrolled.scrollTop === before) by = -by
          if (--left > 0 && Reflect.get(window, 'benchScrolls') === true) requestAnimationFrame(step)
          else resolve()
        }
        step()
      }),
    until ? Infinity : 180,
  )
  await until
  if (until) await element.evaluate(() => Reflect.set(window, 'benchScrolls', false))
  await scrolling
}
