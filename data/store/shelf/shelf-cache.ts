import type { ArticleSummary } from '../../model/article'
import { sha256Hex } from '../../model/ids'
import type { Folder } from '../ports'
import type { Holdings } from './survey'
import { fromPairs, pairsOf, Tallies, type Tallied } from './tallies'

const file = 'cache/shelf.json'
/** Another number for another content: what an older or newer program kept is made again. */
const VERSION = 3

interface Kept {
  readonly version: number
  readonly project: string
  readonly articles: readonly ArticleSummary[]
  /** Annotators by number, to say each id once. */
  readonly annotators: readonly string[]
  /** An article's id, then the numbers of annotators and their tallies in turn; the same with their stands; and what is rare. */
  readonly tallies: readonly (readonly [
    article: string,
    pairs: readonly number[],
    stands: readonly number[],
    said?: Tallied['said'],
  ])[]
  readonly seen: readonly (readonly [base: string, stamps: Readonly<Record<string, string>>])[]
}

/**
 * What the list shows, as the last session knew it; `null` when there is nothing that can be used: nothing was kept, it
 * is damaged, or of another version. It says how a list looked and is believed in nothing else.
 */
export async function keptHoldings(vault: Folder | null, project: string): Promise<Holdings | null> {
  const read = await vault?.read(file)
  if (!read?.ok || !read.value) return null
  const text = new TextDecoder().decode(read.value)
  const cut = text.indexOf('\n')
  if (cut === -1 || sha256Hex(text.slice(cut + 1)) !== text.slice(0, cut)) return null
  // Only this module writes a text under its own sum.
  const kept: Kept = JSON.parse(text.slice(cut + 1))
  if (kept.version !== VERSION || kept.project !== project) return null
  const tallies = new Tallies()
  for (const [article, pairs, numbers, said] of kept.tallies) {
    const stands: Record<string, number> = {}
    for (let i = 0; i + 1 < numbers.length; i += 2)
      stands[kept.annotators[numbers[i]!] ?? ''] = numbers[i + 1]!
    tallies.put(article, { ...fromPairs(pairs, kept.annotators), ...(said && { said }), stands })
  }
  return {
    articles: new Map(kept.articles.map((summary) => [summary.id, summary])),
    tallies,
    troubles: new Map(),
    seen: new Map(kept.seen.map(([base, stamps]) => [base, new Map(Object.entries(stamps))])),
  }
}

/** Keeps it for the next session. Where that fails, the next session makes it again. */
export async function keepHoldings(
  vault: Folder | null,
  project: string,
  { articles, tallies, seen, troubles }: Holdings,
): Promise<void> {
  if (!vault) return
  const numbers = new Map<string, number>()
  const numberOf = (annotator: string): number => {
    const number = numbers.get(annotator) ?? numbers.size
    numbers.set(annotator, number)
    return number
  }
  const told = [...tallies.entries()].map(([article, tallied]): Kept['tallies'][number] => {
    const stands = Object.entries(tallied.stands ?? {}).flatMap(([who, stand]) => [numberOf(who), stand])
    const pairs = pairsOf(tallied, numberOf)
    return tallied.said ? [article, pairs, stands, tallied.said] : [article, pairs, stands]
  })
  // What could not be read is to be read again, so that it is told again.
  const isWhole = (base: string, shard: string) =>
    !troubles.has(`${base}/${shard}`) && !troubles.has(`${base.split('/').at(-2)}/${shard}`)
  const kept: Kept = {
    version: VERSION,
    project,
    articles: [...articles.values()],
    annotators: [...numbers.keys()],
    tallies: told,
    seen: [...seen].map(([base, stamps]) => [
      base,
      Object.fromEntries([...stamps].filter(([shard]) => isWhole(base, shard))),
    ]),
  }
  const text = JSON.stringify(kept)
  await vault.replace(file, new TextEncoder().encode(`${sha256Hex(text)}\n${text}`))
}
