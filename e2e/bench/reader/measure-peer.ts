import type { CDPSession, Page } from '@playwright/test'
import type { ReaderBench } from './page/bench-page'
import { busyOf, heapOf, openPage, type BrowserKind, type OpenPage } from './browsers'
import type { Size } from './reader-workload'
import type { Round, Took } from './rounds'

/** How much is done in one round, and how long a reader may take for it. */
export interface Effort {
  readonly tags: number
  readonly untags: number
  readonly hovers: number
  /** Milliseconds for opening. */
  readonly patience: number
  /** Milliseconds after which a slow reader is not asked for more of the same. */
  readonly budget: number
}

export interface PeerRun {
  readonly browser: BrowserKind
  readonly url: string
  /** For the browser's profile. */
  readonly folder: string
  readonly seed: number
  readonly size: Size
  /** Counts from 0: each round tags other places. */
  readonly round: number
  readonly effort: Effort
  /** Told what a reader could not do. Where there is none, that ends the measuring: ours must do all. */
  readonly fail?: (what: string) => void
}

/** One reader in a browser of its own: opens the article once, and does with it what there is to be done. */
export async function measurePeer(run: PeerRun): Promise<Round> {
  const opened = await openPage(run.browser, run.url, run.folder)
  try {
    return await measure(run, opened)
  } finally {
    await opened.close()
  }
}

async function measure(run: PeerRun, { page, session }: OpenPage): Promise<Round> {
  const { effort, size, seed, round } = run
  const call = caller(page)
  await page.waitForFunction(() => 'readerBench' in window)
  await call(30_000, 'prepare', seed, size)
  const before = await heapOf(session)
  const busy = await busyOf(session)
  const opened = await call(effort.patience + 2_000, 'open', effort.patience)
  const openMainThreadMs = (await busyOf(session)) - busy
  const heapMb = (await heapOf(session)) - before
  const attempt = attemptOf(run.fail)
  const offs = [await call(30_000, 'check')]
  const scrolled = await attempt('scroll', () => call(60_000, 'scroll', 100, effort.budget))
  const hoverMs = await attempt('hover', () => call(60_000, 'hover', effort.hovers, effort.budget))
  const resizeMs = await attempt('resize', () => call(60_000, 'resize'))
  for (const part of [0.5, 1]) {
    await call(30_000, 'goTo', part)
    offs.push(await call(30_000, 'check'))
  }
  const change = (
    what: string,
    times: number,
    prepare: (i: number) => Promise<void>,
    act: () => Promise<number>,
  ) => attempt(what, () => changes(session, times, effort.budget, prepare, act))
  const tags = await change(
    'tag',
    effort.tags,
    (i) => call(30_000, 'selectSpot', round * effort.tags + i),
    () => call(30_000, 'tagSpot'),
  )
  offs.push(await call(30_000, 'check'))
  const untags = await change(
    'untag',
    effort.untags,
    (i) => call(30_000, 'showTag', i, effort.untags),
    () => call(30_000, 'untagShown'),
  )
  offs.push(await call(30_000, 'check'))
  const known = offs.flatMap((off) => off?.overlayOffPx ?? [])
  return {
    openMs: opened.ms,
    firstScreenMs: opened.firstScreenMs,
    longestTaskMs: opened.longestTaskMs,
    openMainThreadMs,
    heapMb,
    tags: tags ?? [],
    untags: untags ?? [],
    hoverMs: hoverMs ?? [],
    frameMs: scrolled?.frameMs ?? [],
    resizeMs: resizeMs ?? [],
    overlayOffPx: known.length > 0 ? Math.max(...known) : null,
  }
}

async function changes(
  session: CDPSession,
  times: number,
  budget: number,
  prepare: (i: number) => Promise<void>,
  act: () => Promise<number>,
): Promise<readonly Took[]> {
  const took: Took[] = []
  const began = Date.now()
  for (let i = 0; i < times && Date.now() - began < budget; i++) {
    await prepare(i)
    const busy = await busyOf(session)
    const ms = await act()
    took.push({ ms, mainThreadMs: (await busyOf(session)) - busy })
  }
  return took
}

/** Calls one of the bench's functions in the page, and fails when there is no answer in time. */
function caller(page: Page) {
  return async <Name extends keyof ReaderBench>(
    patience: number,
    name: Name,
    ...args: Parameters<ReaderBench[Name]>
  ): Promise<Awaited<ReturnType<ReaderBench[Name]>>> => {
    const answer = page.evaluate(
      ([called, given]) => (window.readerBench[called] as (...all: unknown[]) => unknown)(...given),
      [name, args] as const,
    ) as Promise<Awaited<ReturnType<ReaderBench[Name]>>>
    return within(answer, patience, name)
  }
}

function within<T>(promise: Promise<T>, ms: number, what: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout>
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`“${what}” took more than ${ms / 1_000} s`)), ms)
  })
  return Promise.race([promise, late]).finally(() => clearTimeout(timer))
}

const attemptOf =
  (fail: PeerRun['fail']) =>
  async <T>(what: string, act: () => Promise<T>): Promise<T | null> => {
    try {
      return await act()
    } catch (error) {
      if (!fail) throw error
      fail(`${what}: ${error instanceof Error ? error.message : String(error)}`)
      return null
    }
  }
