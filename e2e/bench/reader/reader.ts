import { join } from 'node:path'
import type { Bench } from '../suites/suite'
import type { BrowserKind } from './browsers'
import { measurePeer, type Effort } from './measure-peer'
import { buildPage } from './pages'
import { pages, type PeerPage } from './peers'
import type { Size } from './reader-workload'
import { measuredOf, type Measured, type Round } from './rounds'
import { serve } from './serve'

/** What one size comes to. Milliseconds, unless said otherwise; peers stand beside it under their names. */
export interface ReaderLine extends Measured {
  readonly words: number
  readonly annotations: number
  readonly browser: BrowserKind
  readonly peers: Readonly<Record<string, Measured | Failed>>
}

/** A rival that did not open the article. */
export interface Failed {
  readonly failed: string
}

export interface ReaderRun {
  readonly sizes: readonly Size[]
  readonly rounds: number
  /** Names of readers; the floor is always among them. */
  readonly peers: readonly string[]
  readonly browser: BrowserKind
}

export const FLOOR = 'floor-css'
export const OURS = 'ours'

const effort: Effort = { tags: 10, untags: 5, hovers: 60, patience: 30_000, budget: 4_000 }

/** Measures our reader beside floors and rivals, a size at a time; `print` is given each line as soon as it is there. */
export async function measureReader(
  bench: Bench,
  run: ReaderRun,
  print: (line: ReaderLine) => void,
): Promise<void> {
  const built = join(bench.folder, 'pages')
  const chosen = pages.filter(({ name }) => name === FLOOR || run.peers.includes(name))
  for (const page of chosen) {
    bench.say(`reader: building ${page.name}`)
    await buildPage(built, page)
  }
  const server = await serve(built)
  try {
    for (const size of run.sizes) print(await measureSize(bench, run, chosen, size, server.url))
  } finally {
    server.close()
  }
}

async function measureSize(
  { folder, seed, say }: Bench,
  { rounds, browser }: ReaderRun,
  chosen: readonly PeerPage[],
  size: Size,
  server: string,
): Promise<ReaderLine> {
  const took = new Map<string, Round[]>(chosen.map(({ name }) => [name, []]))
  const failed = new Map<string, string>()
  for (let round = 0; round < rounds; round++)
    for (const { name, isRival } of chosen) {
      if (failed.has(name)) continue
      const about = `reader: ${size.words} words, ${size.tags} tags, round ${round + 1} of ${rounds}, ${name}`
      const fail = (what: string) => say(`${about}: ${what}`)
      const url = `${server}/${name}/index.html`
      try {
        const one = await measurePeer({
          browser,
          url,
          folder,
          seed,
          size,
          round,
          effort,
          ...(isRival && { fail }),
        })
        took.get(name)!.push(one)
        say(`${about}: ${told(one)}`)
      } catch (error) {
        // What a rival cannot open is a result; ours and the floors must.
        if (!isRival) throw error
        const why = error instanceof Error ? error.message : String(error)
        failed.set(name, why)
        fail(why)
      }
    }
  const floor = took.get(FLOOR)!
  const of = (name: string): Measured | Failed =>
    failed.has(name) ? { failed: failed.get(name)! } : measuredOf(took.get(name)!, floor)
  const others = chosen.filter(({ name }) => name !== OURS).map(({ name }) => [name, of(name)] as const)
  return {
    words: size.words,
    annotations: size.tags,
    browser,
    ...measuredOf(took.get(OURS) ?? [], floor),
    peers: Object.fromEntries(others),
  }
}

function told({ openMs, tags, frameMs, heapMb }: Round): string {
  const worst = frameMs.length > 0 ? `, longest frame ${Math.round(Math.max(...frameMs))} ms` : ''
  const tag =
    tags.length > 0
      ? `, ${tags.length} tags up to ${Math.round(Math.max(...tags.map(({ ms }) => ms)))} ms`
      : ''
  return `open ${Math.round(openMs)} ms${tag}${worst}, ${heapMb.toFixed(2)} MB`
}
