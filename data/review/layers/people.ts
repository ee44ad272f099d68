import type { Share } from '../agreement'
import type { WhyUndefined } from '../figures'
import type { ArticleWork, SideWork } from './article-work'
import type { Tallies } from './slice-tallies'
import type { WhyNothing } from './tallies'
import type { Vocabulary } from './vocabulary'

/** What `People` have counted, as plain numbers. */
export interface CountedPeople {
  readonly articles: Float64Array
  /** By annotator and label. */
  readonly tags: readonly Float64Array[]
}

/** How much there is of whom, and by label. */
export class People {
  readonly #annotators: readonly string[]
  readonly #articles: Float64Array
  /** By annotator and label. */
  readonly #tags: readonly Float64Array[]

  constructor(annotators: readonly string[], vocabulary: Vocabulary) {
    this.#annotators = annotators
    this.#articles = new Float64Array(annotators.length)
    this.#tags = annotators.map(() => new Float64Array(vocabulary.labels.length))
  }

  take({ sides }: ArticleWork): void {
    for (const [i, side] of sides.entries()) {
      if (!side || side.placed.count === 0) continue
      this.#articles[i]!++
      const { label, count } = side.placed
      for (let tag = 0; tag < count; tag++) this.#tags[i]![label[tag]!]!++
    }
  }

  /** A copy. */
  get all(): CountedPeople {
    return { articles: this.#articles.slice(), tags: this.#tags.map((tags) => tags.slice()) }
  }

  clear(): void {
    this.#articles.fill(0)
    for (const tags of this.#tags) tags.fill(0)
  }

  /** Adds what these people have on other articles. */
  add({ articles, tags }: CountedPeople): void {
    for (const [i, count] of articles.entries()) this.#articles[i]! += count
    for (const [i, counts] of tags.entries())
      for (const [label, count] of counts.entries()) this.#tags[i]![label]! += count
  }

  get shares(): readonly Share[] {
    return this.#annotators.map((annotator, i) => ({
      annotator,
      tags: this.#tags[i]!.reduce((sum, tags) => sum + tags, 0),
      articles: this.#articles[i]!,
    }))
  }

  /** `of`: the label by its place, or `null` for all; `among`: annotators by their places, all without. */
  whyNothing(
    of: number | null,
    { choices }: Pick<Tallies, 'choices'>,
    among?: readonly number[],
  ): WhyNothing {
    const asked = among ?? [...this.#annotators.keys()]
    const have = asked.filter((i) =>
      this.#tags[i]!.some((tags, label) => tags > 0 && (of ?? label) === label),
    )
    return whyNothing(asked.length, have.length, choices)
  }
}

/** The same of one article, by the work of those who are compared there. */
export const whyNothingOn = (
  { sides }: Pick<ArticleWork, 'sides'>,
  { choices }: Pick<Tallies, 'choices'>,
): WhyNothing => {
  const there = sides.filter((side): side is SideWork => side !== null)
  return whyNothing(there.length, there.filter(({ placed }) => placed.count > 0).length, choices)
}

/** So many are asked about, and so many of them have any tags. */
const whyNothing =
  (asked: number, have: number, choices: Tallies['choices']): WhyNothing =>
  (layer): WhyUndefined => {
    if (asked < 2) return 'one-annotator'
    if (have === 0) return 'nothing-to-compare'
    if (have === 1) return 'one-silent'
    if (/^(tokens|spans|units|links)/.test(layer)) return 'nothing-to-compare'
    return choices[0]?.n === 0 ? 'nothing-matched' : 'no-pairs'
  }
