import { chromium, type CDPSession, type Page } from '@playwright/test'
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { chromiumProgram } from '../../../scripts/find-chromium.mjs'
import { attach } from '../window/attach'
import { floorArgs } from '../window/floor'

/** The Electron that users run, or the system's Chromium, which may be newer. */
export type BrowserKind = 'electron' | 'chromium'

/** A page in a browser of its own. */
export interface OpenPage {
  readonly page: Page
  readonly session: CDPSession
  close(): Promise<void>
}

/** Opens an address in a browser that was not running and has no history; its profile lies in `folder`. */
export async function openPage(kind: BrowserKind, url: string, folder: string): Promise<OpenPage> {
  const profile = mkdtempSync(join(folder, 'profile-'))
  if (kind === 'electron') {
    const window = await attach(floorArgs(url, profile), '#host')
    return { page: window.page, session: await sessionOf(window.page), close: () => window.close() }
  }
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumProgram(),
    headless: false,
    viewport: null,
    args: ['--window-size=1440,900', '--no-first-run', '--disable-background-networking'],
    ...(process.getuid?.() === 0 && { chromiumSandbox: false }),
  })
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(url)
  return { page, session: await sessionOf(page), close: () => context.close() }
}

/** Asks a page for what it uses. Times are those that its thread worked, however busy the machine is. */
export async function sessionOf(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  return session
}

/** Megabytes of JavaScript that are still needed. */
export async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage')
  return (await metric(session, 'JSHeapUsedSize')) / 2 ** 20
}

/** Milliseconds that the main thread has worked since the page began. */
export const busyOf = async (session: CDPSession): Promise<number> =>
  1_000 * (await metric(session, 'TaskDuration'))

async function metric(session: CDPSession, wanted: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === wanted)?.value ?? NaN
}
