import { join } from 'node:path'
import type { Bench } from '../suites/suite'
import type { BrowserKind } from './browsers'
import { installRivals } from './install-rivals'
import { measurePeer, type Effort } from './measure-peer'
import { measureWindow, writeWindowProject } from './measure-window'
import { buildPage } from './pages'
import { pages, WINDOW, type PeerPage } from './peers'
import type { ReaderOptions } from './reader-options'
import type { Size } from './reader-workload'
import {
  measuredOf,
  measuredWindowOf,
  type Measured,
  type MeasuredWindow,
  type Round,
  type WindowRound,
} from './rounds'
import { serve } from './serve'
import { tableOf } from './table'

/** What one size comes to. Milliseconds, unless said otherwise; others stand beside ours under their names. */
export interface ReaderLine extends Measured {
  readonly words: number
  readonly annotations: number
  readonly browser: BrowserKind
  /** The whole program; `null` when it was not asked for. It runs in Electron whatever the others run in. */
  readonly window: MeasuredWindow | null
  readonly peers: Readonly<Record<string, Measured | Failed>>
}

/** Why a rival was not measured. */
export interface Failed {
  readonly failed: string
}

export const FLOOR = 'floor-css'
export const OURS = 'ours'

/** Tags a round in the whole program, which rests half a second between two. */
const WINDOW_TAGS = 6

const effort: Effort = { tags: 10, untags: 5, hovers: 40, patience: 40_000, budget: 3_000 }
/** Milliseconds for a reader that is known to freeze: enough to see whether it still does. */
const IMPATIENCE = 15_000

/** Measures our reader beside floors and rivals, a size at a time; `print` is given each line as soon as it is there. */
export async function measureReader(
  bench: Bench,
  run: ReaderOptions,
  print: (line: ReaderLine) => void,
): Promise<void> {
  const wanted = pages.filter(({ name }) => name === FLOOR || run.peers.includes(name))
  const missing = wanted.some(({ isRival }) => isRival) ? await installRivals(bench.say) : null
  if (missing !== null)
    bench.say(`reader: the rivals cannot be installed, so they are left out. npm says: ${missing}`)
  const there = wanted.filter(({ isRival }) => !isRival || missing === null)
  const leftOut = Object.fromEntries(
    wanted
      .filter((page) => !there.includes(page))
      .map(({ name }) => [name, { failed: `not installed: ${missing}` }]),
  )
  const built = join(bench.folder, 'pages')
  for (const page of there) {
    bench.say(`reader: building ${page.name}`)
    await buildPage(built, page)
  }
  const server = await serve(built)
  try {
    for (const size of run.sizes) {
      const line = await measureSize(bench, run, there, size, server.url)
      const whole = { ...line, peers: { ...line.peers, ...leftOut } }
      print(whole)
      bench.say(tableOf(whole))
    }
  } finally {
    server.close()
  }
}

async function measureSize(
  bench: Bench,
  { rounds, browser, peers }: ReaderOptions,
  chosen: readonly PeerPage[],
  size: Size,
  server: string,
): Promise<ReaderLine> {
  const { folder, seed, say } = bench
  const about = (round: number, name: string) =>
    `reader: ${size.words} words, ${size.tags} tags, round ${round + 1} of ${rounds}, ${name}`
  const project = peers.includes(WINDOW)
    ? await writeWindowProject(join(folder, `reader-${size.words}-${size.tags}`), seed, size)
    : null
  const took = new Map<string, Round[]>(chosen.map(({ name }) => [name, []]))
  const windows: WindowRound[] = []
  const failed = new Map<string, string>()
  for (let round = 0; round < rounds; round++) {
    if (project) {
      const whole = await measureWindow(project, folder, round, WINDOW_TAGS)
      windows.push(whole)
      say(`${about(round, WINDOW)}: ${told(whole)}`)
    }
    for (const page of chosen) {
      const { name, isRival } = page
      if (failed.has(name)) continue
      const fail = (what: string) => say(`${about(round, name)}: ${what}`)
      const url = `${server}/${name}/index.html`
      const patience = page.freezesAt?.(size) ? IMPATIENCE : effort.patience
      const run = { browser, url, folder, seed, size, round, effort: { ...effort, patience } }
      try {
        const measured = await measurePeer({ ...run, ...(isRival && { fail }) })
        took.get(name)!.push(measured)
        say(`${about(round, name)}: ${told(measured)}`)
      } catch (error) {
        // What a rival cannot open is a result; ours and the floors must.
        if (!isRival) throw new Error(`${name} could not be measured.`, { cause: error })
        const why = error instanceof Error ? error.message : String(error)
        failed.set(name, why)
        fail(why)
      }
    }
  }
  const [floor, ours] = [took.get(FLOOR)!, took.get(OURS) ?? []]
  const of = (name: string): Measured | Failed =>
    failed.has(name) ? { failed: failed.get(name)! } : measuredOf(took.get(name)!, floor)
  const others = chosen.filter(({ name }) => name !== OURS).map(({ name }) => [name, of(name)] as const)
  return {
    words: size.words,
    annotations: size.tags,
    browser,
    ...measuredOf(ours, floor),
    window: project && measuredWindowOf(windows, floor, ours),
    peers: Object.fromEntries(others),
  }
}

function told({
  openMs,
  tags,
  frameMs = [],
  heapMb,
}: Pick<Round, 'openMs' | 'tags' | 'heapMb'> & Partial<Pick<Round, 'frameMs'>>): string {
  const worst = (values: readonly number[]) => Math.round(Math.max(...values))
  const tag = tags.length > 0 ? `, ${tags.length} tags up to ${worst(tags.map(({ ms }) => ms))} ms` : ''
  const frame = frameMs.length > 0 ? `, longest frame ${worst(frameMs)} ms` : ''
  return `open ${Math.round(openMs)} ms${tag}${frame}, ${heapMb.toFixed(2)} MB`
}
