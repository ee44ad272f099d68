import type { BrowserKind } from './browsers'
import { peerNames, quickPeers } from './peers'
import type { Size } from './reader-workload'

/** What the suite `reader` was asked for. */
export interface ReaderOptions {
  readonly sizes: readonly Size[]
  readonly rounds: number
  /** Names of readers. */
  readonly peers: readonly string[]
  readonly browser: BrowserKind
}

/** The options that only `reader` has; each is followed by a value. */
export const readerOptionNames = ['--rounds', '--size', '--peers', '--browser'] as const
export type ReaderOptionName = (typeof readerOptionNames)[number]

const sizes: readonly Size[] = [
  { words: 10_000, tags: 500 },
  { words: 10_000, tags: 5_000 },
  { words: 100_000, tags: 10_000 },
]

/** Reads the values that were given, or says in a sentence what is wrong with one. */
export function readerOptionsOf(
  given: ReadonlyMap<ReaderOptionName, string>,
  quick: boolean,
): ReaderOptions | { readonly wrong: string } {
  const [rounds, size, peers, browser] = readerOptionNames.map((name) => given.get(name))
  const [, words, tags] = /^(\d{2,6})\/(\d{1,6})$/.exec(size ?? '') ?? []
  if (rounds !== undefined && !/^[1-9]\d?$/.test(rounds))
    return { wrong: `“${rounds}” is no number of rounds: 1 to 99.` }
  if (size !== undefined && !tags) return { wrong: `“${size}” is no size: words/tags, as 10000/500.` }
  const unknown = peers?.split(',').find((name) => !peerNames.includes(name))
  if (unknown !== undefined)
    return { wrong: `There is no reader “${unknown}”. There are ${listed(peerNames)}.` }
  if (browser !== undefined && browser !== 'electron' && browser !== 'chromium')
    return { wrong: `There is no browser “${browser}”. There are electron and chromium.` }
  return {
    sizes: size === undefined ? sizes : [{ words: Number(words), tags: Number(tags) }],
    rounds: rounds === undefined ? (quick ? 2 : 5) : Number(rounds),
    peers: peers?.split(',') ?? (quick ? quickPeers : peerNames),
    browser: browser ?? 'electron',
  }
}

const listed = (names: readonly string[]) => new Intl.ListFormat('en-GB').format(names)
