import type { Share } from '../agreement'
import type { WhyUndefined } from '../figures'
import type { ArticleWork } from './article-work'
import type { Tallies } from './slice-tallies'
import type { WhyNothing } from './tallies'
import type { Vocabulary } from './vocabulary'

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
      for (const label of side.placed.label) this.#tags[i]![label]!++
    }
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
    return (layer): WhyUndefined => {
      if (asked.length < 2) return 'one-annotator'
      if (have.length === 0) return 'nothing-to-compare'
      if (have.length === 1) return 'one-silent'
      if (/^(tokens|spans|units|links)/.test(layer)) return 'nothing-to-compare'
      return choices[0]?.n === 0 ? 'nothing-matched' : 'no-pairs'
    }
  }
}
