import type { Decision, Named } from '../model/review-records'

/** A decision, and whose it is. */
export interface Made {
  /** The reviewer: an annotator's id. */
  readonly by: string
  readonly decision: Decision
}

/** Reviewers who say different things of one record. */
export interface Clash {
  readonly on: Named
  /** One of each reviewer, the latest last: that one counts. */
  readonly decisions: readonly Made[]
}

/** By which somebody's record is found: ids alone could be one in two people's files. */
export const keyOfNamed = ({ annotator, id }: Named): string => `${annotator} ${id}`

/** The later of two by what their reviewers' clocks said; of the same moment that with the greater id, so that all see it alike. */
export const byTime = (a: Made, b: Made): number => {
  const [one, other] = [a, b].map(
    ({ decision: { modified, id } }) => `${new Date(modified).toISOString()} ${id}`,
  )
  return one! < other! ? -1 : one! > other! ? 1 : 0
}

/** Which decision counts for each record: the latest of all on it. */
export class Standing {
  readonly #all = new Map<string, { readonly on: Named; readonly made: Made[] }>()

  constructor(decisions: readonly Made[]) {
    for (const made of decisions.toSorted(byTime))
      for (const on of made.decision.on) {
        const known = this.#all.get(keyOfNamed(on))
        if (known) known.made.push(made)
        else this.#all.set(keyOfNamed(on), { on, made: [made] })
      }
  }

  of(named: Named): Made | null {
    return this.#all.get(keyOfNamed(named))?.made.at(-1) ?? null
  }

  /** The decisions that count for at least one record, by time, each with the records that it counts for. */
  get counting(): readonly { readonly made: Made; readonly on: readonly Decision['on'][number][] }[] {
    const counting = new Set([...this.#all.values()].map(({ made }) => made.at(-1)!))
    return [...counting].toSorted(byTime).map((made) => ({
      made,
      on: made.decision.on.filter((named) => this.of(named) === made),
    }))
  }

  /** Records of which reviewers say different things; `saying` tells what a decision says. By annotator and id. */
  clashes(saying: (decision: Decision) => string): readonly Clash[] {
    return [...this.#all.keys()].toSorted().flatMap((key): Clash[] => {
      const { on, made } = this.#all.get(key)!
      const latest = new Map(made.map((each) => [each.by, each]))
      const said = new Set([...latest.values()].map(({ decision }) => saying(decision)))
      const { annotator, id } = on
      return said.size < 2
        ? []
        : [{ on: { annotator, id }, decisions: [...latest.values()].toSorted(byTime) }]
    })
  }
}
