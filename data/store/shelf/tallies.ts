import { shardOf } from '../../model/ids'
import { isSame } from '../../model/same'
import { assigneesOf, type Assignee } from './assigned'
import {
  assignedIn,
  isDoneIn,
  marksIn,
  reviewedIn,
  tagsIn,
  tallyOf,
  type Assigned,
  type ReviewedMark,
  type Tally,
} from './tally'

/** What everybody has on one article, as the list shows it: by annotator id, and nobody with nothing. */
export interface Tallied {
  readonly tags: Readonly<Record<string, number>>
  /** Who is done with it. */
  readonly done: readonly string[]
  /** Who has reviewed it, and who of them calls the agreed set final; absent where nobody has. */
  readonly reviewed?: Readonly<Record<string, Exclude<ReviewedMark, null>>>
  /** What was said of who should do what, by who said it; absent where nothing was. */
  readonly said?: Readonly<Record<string, readonly Assigned[]>>
  /**
   * By annotator, a number that grows with whatever is changed in their files on the article; absent where it is not
   * known.
   */
  readonly stands?: Readonly<Record<string, number>>
}

const none: Tallied = { tags: {}, done: [] }

/** The same for the list. */
export interface TalliedList extends Pick<Tallied, 'tags' | 'done' | 'reviewed'> {
  /** Who should tag or review it; absent where nobody should. */
  readonly assigned?: readonly Assignee[]
}

export function listedOf({ tags, done, reviewed, said }: Tallied): TalliedList {
  const assigned = said ? assigneesOf(Object.values(said).flat()) : []
  return { tags, done, ...(reviewed && { reviewed }), ...(assigned.length > 0 && { assigned }) }
}

/** The tallies of each person on each article. */
export class Tallies {
  /** By shard, then article: what changes together lies together. */
  readonly #shards = new Map<string, Map<string, Tallied>>()

  on(article: string): Tallied {
    return this.#shards.get(shardOf(article))?.get(article) ?? none
  }

  /** `stand` is left as it was where it is not given. Says whether that is another tally, or stand, than before. */
  set(article: string, annotator: string, tally: Tally, stand?: number): boolean {
    const before = this.on(article)
    const isOther = !isSame(tally, tallyIn(before, annotator))
    if (!isOther && (stand === undefined || stand === (before.stands?.[annotator] ?? 0))) return false
    const after = isOther ? { ...withTally(before, annotator, tally), stands: before.stands } : before
    const stands = stand === undefined ? before.stands : withEntry(before.stands, annotator, stand || null)
    this.put(article, withoutEmpty({ ...after, stands }))
    return true
  }

  /**
   * All that one person has in a shard, where `articles` are those with anything. Gives the articles on which that is
   * another tally than before.
   */
  setShard(
    shard: string,
    annotator: string,
    articles: Iterable<string>,
    tally: (article: string) => Tally,
    stand?: (article: string) => number,
  ): string[] {
    const known = this.#shards.get(shard)?.keys() ?? []
    return [...new Set([...known, ...articles])].filter((article) =>
      this.set(article, annotator, tally(article), stand?.(article)),
    )
  }

  put(article: string, tallied: Tallied): void {
    const shard = shardOf(article)
    const articles = this.#shards.get(shard) ?? new Map<string, Tallied>()
    articles.set(article, tallied)
    this.#shards.set(shard, articles)
  }

  *entries(): Generator<readonly [article: string, tallied: Tallied]> {
    for (const articles of this.#shards.values()) yield* articles
  }
}

type Draft = { readonly [Field in keyof Tallied]: Tallied[Field] | undefined }

function withTally({ tags, done, reviewed, said }: Tallied, annotator: string, tally: Tally): Draft {
  const others = done.filter((other) => other !== annotator)
  const assigned = assignedIn(tally)
  return {
    tags: withEntry(tags, annotator, tagsIn(tally) || null) ?? {},
    done: isDoneIn(tally) ? [...others, annotator].toSorted() : others,
    reviewed: withEntry(reviewed, annotator, reviewedIn(tally)),
    said: withEntry(said, annotator, assigned.length > 0 ? assigned : null),
  }
}

/** `undefined` when nothing is left. */
function withEntry<T>(
  all: Readonly<Record<string, T>> | undefined,
  key: string,
  value: T | null,
): Readonly<Record<string, T>> | undefined {
  if (value === null && all?.[key] === undefined) return all
  const { [key]: _, ...others } = all ?? {}
  const next = value === null ? others : { ...others, [key]: value }
  return Object.keys(next).length > 0 ? next : undefined
}

const withoutEmpty = ({ tags = {}, done = [], reviewed, said, stands }: Draft): Tallied => ({
  tags,
  done,
  ...(reviewed && { reviewed }),
  ...(said && { said }),
  ...(stands && { stands }),
})

/** As one list of pairs, for files and messages: an annotator's number, given by `numberOf`, and what the tally counts. */
export const pairsOf = (
  tallied: Pick<Tallied, 'tags' | 'done' | 'reviewed'>,
  numberOf: (annotator: string) => number,
): number[] =>
  [
    ...new Set([
      ...Object.keys(tallied.tags),
      ...tallied.done,
      ...(tallied.reviewed ? Object.keys(tallied.reviewed) : []),
    ]),
  ].flatMap((annotator) => [numberOf(annotator), marksIn(tallyIn(tallied, annotator))])

/** What `pairsOf` made. */
export function fromPairs(
  pairs: readonly number[],
  annotators: readonly string[],
): Pick<Tallied, 'tags' | 'done' | 'reviewed'> {
  const tags: Record<string, number> = {}
  const done: string[] = []
  const reviewed: Record<string, Exclude<ReviewedMark, null>> = {}
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const [annotator, marks] = [annotators[pairs[i]!] ?? '', pairs[i + 1]!]
    const mark = reviewedIn(marks)
    if (tagsIn(marks) > 0) tags[annotator] = tagsIn(marks)
    if (isDoneIn(marks)) done.push(annotator)
    if (mark) reviewed[annotator] = mark
  }
  // Whoever has tags comes first among the pairs.
  return { tags, done: done.toSorted(), ...(Object.keys(reviewed).length > 0 && { reviewed }) }
}

const tallyIn = (
  { tags, done, reviewed, said }: Pick<Tallied, 'tags' | 'done' | 'reviewed' | 'said'>,
  annotator: string,
): Tally =>
  tallyOf(tags[annotator] ?? 0, done.includes(annotator), reviewed?.[annotator] ?? null, said?.[annotator])
