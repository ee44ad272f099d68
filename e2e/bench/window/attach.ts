import { chromium, type CDPSession, type Page } from '@playwright/test'
import type { Took } from '../result'
import { installClock, type Until } from './bench-clock'
import { startElectron } from './electron-process'

/** A window that can be worked in and measured. */
export interface BenchWindow {
  readonly page: Page
  /** Of the program's first process, which started the others. */
  readonly pid: number
  /**
   * Does something that causes one event of this kind, and measures from there to each of `untils`. What the main
   * thread did is that until the first of them.
   */
  measure(
    event: 'click' | 'keydown',
    untils: readonly Until[],
    act: () => Promise<void>,
  ): Promise<readonly Took[]>
  quiet(): Promise<void>
  close(): Promise<void>
}

/** Starts Electron with the arguments and waits until `ready` is on its page. */
export async function attach(args: readonly string[], ready: string): Promise<BenchWindow> {
  const electron = startElectron([...args, '--remote-debugging-port=0'])
  try {
    const browser = await chromium.connectOverCDP(await electron.said('DevTools listening on'), {
      timeout: 120_000,
    })
    const context = browser.contexts()[0]!
    const page = context.pages()[0] ?? (await context.waitForEvent('page'))
    await page.locator(ready).first().waitFor({ state: 'attached', timeout: 60_000 })
    await page.evaluate(installClock)
    const session = await context.newCDPSession(page)
    await session.send('Performance.enable')
    return {
      page,
      pid: electron.pid,
      measure: (event, untils, act) => measure(page, session, event, untils, act),
      quiet: () => page.evaluate(() => window.benchClock.quiet()),
      async close() {
        await browser.close()
        await electron.close()
      },
    }
  } catch (error) {
    await electron.close()
    throw error
  }
}

async function measure(
  page: Page,
  session: CDPSession,
  event: 'click' | 'keydown',
  untils: readonly Until[],
  act: () => Promise<void>,
): Promise<readonly Took[]> {
  await page.evaluate(([kind, what]) => window.benchClock.set(kind, what), [event, untils] as const)
  const before = await busy(session)
  await act()
  const took: Took[] = []
  for (const which of untils.keys()) {
    const ms = await page.evaluate((at) => window.benchClock.took(at), which)
    took.push(which === 0 ? { ms, mainThreadMs: (await busy(session)) - before } : { ms })
  }
  return took
}

/** Milliseconds that the main thread has worked since the page began. */
async function busy(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN)
}
