import type { Annotation, WorkRecord } from '../../data/model/records'
import type { SingleCommand } from '../../data/store/registry-commands'
import { linksAt } from '../state/tags'

type Records = ReadonlyMap<string, WorkRecord>

/** Who quotes whom, the outermost source first, and last the claim, if it is one's: each tag is linked to the next. */
export type SourceChain = readonly Annotation[]

/**
 * The chain that an actor tag or a claim stands in. Of several who cite, or are cited, it is the one that was linked first; the
 * others are links like any. A circle ends where it began. Empty for a claim that nobody makes, and for an actor that nobody
 * cites and that cites nobody.
 */
export function chainOf(records: Records, tag: Annotation): SourceChain {
  const seen = new Set([tag.id])
  const next = (from: Annotation, side: 'from' | 'to', type: string): Annotation | null => {
    const other = side === 'from' ? 'to' : 'from'
    for (const link of linksAt(records, from.id)) {
      if (link.type !== type || link[side] !== from.id || seen.has(link[other])) continue
      const record = records.get(link[other])
      if (record?.is !== 'annotation') continue
      seen.add(record.id)
      return record
    }
    return null
  }
  const walk = (from: Annotation, side: 'from' | 'to'): Annotation[] => {
    const found: Annotation[] = []
    for (let at = next(from, side, 'cites'); at; at = next(at, side, 'cites')) found.push(at)
    return found
  }
  const maker = next(tag, 'to', 'makes')
  if (maker) return [...walk(maker, 'to').toReversed(), maker, tag]
  const chain = [...walk(tag, 'to').toReversed(), tag, ...walk(tag, 'from')]
  return chain.length > 1 ? chain : []
}

/** What makes one chain of another, as one step: links between those who stood beside each other go, others come. */
export function relinked(
  records: Records,
  article: string,
  before: SourceChain,
  after: SourceChain,
  claim: string | null,
): SingleCommand[] {
  const [old, wanted] = [pairsOf(before), pairsOf(after)]
  const isAmong = (pairs: readonly Pair[], [from, to]: Pair) =>
    pairs.some((pair) => pair[0] === from && pair[1] === to)
  const typeOf = ([, to]: Pair) => (to === claim ? 'makes' : 'cites')
  const linkOf = (pair: Pair) =>
    linksAt(records, pair[0]).find(
      ({ type, from, to }) => type === typeOf(pair) && from === pair[0] && to === pair[1],
    )
  return [
    ...old
      .filter((pair) => !isAmong(wanted, pair))
      .flatMap((pair): SingleCommand[] => {
        const link = linkOf(pair)
        return link ? [{ do: 'unlink', article, link: link.id }] : []
      }),
    ...wanted
      .filter((pair) => !linkOf(pair))
      .map((pair): SingleCommand => ({
        do: 'link',
        article,
        type: typeOf(pair),
        from: pair[0],
        to: pair[1],
      })),
  ]
}

type Pair = readonly [from: string, to: string]

const pairsOf = (chain: SourceChain): Pair[] => chain.slice(1).map((tag, i): Pair => [chain[i]!.id, tag.id])
