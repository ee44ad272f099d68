import type { WhyUndefined } from '../../../data/review/figures'
import { countInFigures, shareInFigures } from './in-figures'
import { listed, together } from './people-names'

/** What must be known of a figure that is not defined, to say why. */
export interface Undefined {
  /** The coefficient: "α". */
  readonly symbol: string
  /** What its layer compares: "claims", "matched tags". */
  readonly things: string
  readonly n: number
  /** Those who are compared, as sentences call them. */
  readonly people: readonly string[]
  /** Those of them who have no tag there. */
  readonly silent: readonly string[]
  /** The one value that all chose, in words; `null` where it is not known. */
  readonly value: string | null
  /** How much tags must overlap to be matched, 0 to 1. */
  readonly threshold: number
  readonly isChanceCorrected: boolean
}

/** A reason in the words of the person who has to report it: what is so, then what follows from it. */
export interface Reason {
  /** Beside the hatching, in a line: "both chose “certain” for all 68 claims". */
  readonly short: string
  readonly sentences: readonly string[]
}

/** Why a figure is not defined. */
export function reasonFor(why: WhyUndefined, about: Undefined): Reason {
  const { symbol, things, people, threshold } = about
  const all = together(people)
  switch (why) {
    case 'nothing-to-compare':
      return {
        short: 'there is nothing to compare',
        sentences: [
          `In these articles there are no ${things} of ${all} that could be compared.`,
          `${symbol} says how far choices are the same, and nothing was chosen.`,
        ],
      }
    case 'nothing-matched':
      return {
        short: 'no two tags are matched',
        sentences: [
          `No tag of one of them is matched with a tag of another: ${overlapAsked(threshold)}.`,
          `${symbol} compares what was chosen for the same words, and there are none that two of them tagged.`,
        ],
      }
    case 'one-annotator':
      return {
        short: people.length === 1 ? `only ${all} is compared` : 'only one of them has tags here',
        sentences: [
          people.length === 1
            ? `Only ${all} is compared.`
            : `Of ${all}, only one has anything here that counts.`,
          'Agreement needs what two people made of the same text.',
        ],
      }
    case 'one-silent': {
      const silent = about.silent.length > 0 ? listed(about.silent) : 'one of them'
      const has = about.silent.length > 1 ? 'have' : 'has'
      return {
        short: `${silent} ${has} no tag here`,
        sentences: [
          `${capital(silent)} ${has} not a single tag here, so there is nothing to compare the tags of the ${people.length - Math.max(1, about.silent.length) === 1 ? 'other' : 'others'} with.`,
          'No tag can mean that nothing was found, or that nobody has looked yet: that they are done with an article tells the two apart.',
        ],
      }
    }
    case 'one-value':
      return oneValue(about, all)
    case 'no-pairs':
      return {
        short: 'nothing has a value from two people',
        sentences: [
          `Nowhere do two of them say it of the same thing: where one has given a value, the others have not.`,
          `${symbol} counts pairs of values for one thing, and there is no such pair.`,
        ],
      }
  }
}

function oneValue({ symbol, things, n, people, value, isChanceCorrected }: Undefined, all: string): Reason {
  const every = n === 1 ? `the only one of the ${things}` : `all ${countInFigures(n)} ${things}`
  const chose = value === null ? 'the same' : `“${value}”`
  const who = people.length === 2 ? 'both' : 'all'
  return {
    short: `${who} chose ${chose} for ${every}`,
    sentences: [
      `${all} ${people.length === 2 ? 'both chose' : 'chose'} ${chose} for ${every}.`,
      isChanceCorrected
        ? `If everyone always gives the same answer, chance alone would agree as often, and ${symbol} becomes 0 divided by 0.`
        : `Where there is one answer only, ${symbol} has nothing to tell apart.`,
    ],
  }
}

const overlapAsked = (threshold: number): string =>
  threshold === 0 ? 'none share a single character' : `none overlap by ${shareInFigures(threshold)} or more`

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)
