import { GAMMA_ARTICLES, GAMMA_ARTICLES_OF_MORE, GAMMA_PEOPLE } from '../../../data/review/agreement'
import { coefficients, isChanceCorrected } from './coefficients'
import { coefficientInFigures, countInFigures, intervalInFigures, shareInFigures } from './in-figures'
import type { LayerKind, LayerRow } from './layers'
import { listed } from './people-names'
import { shareInterval } from './wilson'

/** What is known of a layer besides its figures. */
export interface Known {
  /** What was chosen how often, by anybody, in words; `null` where the layer has no values, or too many. */
  readonly choices: readonly { readonly value: string; readonly count: number }[] | null
}

/** What follows from a layer's figures, in sentences. */
export interface Sayings {
  readonly can: readonly string[]
  readonly cannot: readonly string[]
  /** Why two figures of the layer say such different things; empty when they do not. */
  readonly alsoLook: readonly string[]
}

/** Coefficients further apart than this are explained. */
const FAR = 0.15
/** Layers in which each thing was chosen for itself, so that a share of them has an interval. */
const counted: readonly LayerKind[] = ['label', 'actor', 'position', 'stance', 'attribute']
/** The customary lines, as they are written. */
const lines = [
  { at: 2 / 3, said: '.67' },
  { at: 0.8, said: '.8' },
]

/** What one can say of a layer, and what one cannot. */
export function sayingsOf(row: LayerRow, known: Known): Sayings {
  return {
    can: canSay(row),
    cannot: cannotSay(row, known),
    alsoLook: [...alsoLookAt(row, known), ...whyNoGamma(row)],
  }
}

function canSay({ kind, main, n, observed, things }: LayerRow): readonly string[] {
  const said: string[] = []
  if (observed !== null && n > 0) {
    const hits = Math.round(observed * n)
    const interval = counted.includes(kind) ? shareInterval(hits, n) : null
    if (interval)
      said.push(
        `They have the same for ${shareInFigures(observed)} of ${countInFigures(n)} ${things} (95\u202f% interval ${intervalInFigures(interval)}, as if each had been drawn for itself).`,
      )
    else said.push(`They have the same for ${shareInFigures(observed)} of ${countInFigures(n)} ${things}.`)
  }
  if (main?.measured.value == null) return said
  const { symbol } = coefficients[main.name]
  const figure = `${symbol} is ${coefficientInFigures(main.measured.value)}`
  if (main.interval)
    said.push(
      `${figure}. Of up to 2,000 draws of whole articles, 95\u202f% gave a figure between ${ends(main.interval)}.`,
    )
  else said.push(`${figure} in these articles.`)
  return said
}

function cannotSay({ kind, of, main, n, figures }: LayerRow, { choices }: Known): readonly string[] {
  const said: string[] = []
  if (main?.measured.why === 'one-value') {
    const [chosen, ...never] = choices?.toSorted((a, b) => b.count - a.count).map(({ value }) => value) ?? []
    const apart = chosen === undefined || never.length === 0 ? null : `${chosen} from ${orList(never)}`
    said.push(
      apart === null
        ? 'That they would tell other values apart: nothing in these articles put it to the test.'
        : `That they would tell ${apart}: nothing in these articles put it to the test.`,
    )
  }
  if (main?.interval) {
    const [low, high] = main.interval
    const over = lines.filter(({ at }) => low < at && at < high).map((line) => line.said)
    if (over.length > 0)
      said.push(
        `On which side of the ${over.length === 1 ? 'line' : 'lines'} at ${listed(over)} other articles would put it: the interval reaches over ${over.length === 1 ? 'it' : 'them'}.`,
      )
  } else if (main?.measured.value != null && n > 0)
    said.push('How it would be in other articles: these are too few to draw an interval from.')
  if (main && !isChanceCorrected(main.name))
    said.push('How much of it chance would give: F1 does not take chance off.')
  const only = kind === 'units' && of === '*' && hasGamma(figures) ? onlyPlacesOrLabels : onlyOf[kind]
  if (only !== undefined) said.push(only)
  said.push('Which of them is right.')
  return said
}

const onlyMatched =
  'Anything of tags that only one of them has: here only those that are matched are compared. “Finding a tag” has the others.'

const onlyPlacesOrLabels =
  'Whether they mean the same by a tag: only where tags lie counts here, and for γ their labels.'

const hasGamma = (figures: LayerRow['figures']): boolean => figures.some(({ name }) => name === 'gamma')

/** What a layer leaves out by what it is. */
const onlyOf: Readonly<Partial<Record<LayerKind, string>>> = {
  units: 'Whether they mean the same by a tag: only where tags lie counts here.',
  spans: 'Whether they mean the same by a tag: only that it is there counts here.',
  tokens: 'Whether tags begin and end alike: two tags side by side and one over both cover the same words.',
  label: onlyMatched,
  actor: onlyMatched,
  position: onlyMatched,
  stance: onlyMatched,
  attribute: onlyMatched,
  links: 'Anything of links between tags that are not matched.',
}

/** Observed agreement that is high while α is low, and the like. */
function alsoLookAt({ main, second, observed }: LayerRow, { choices }: Known): readonly string[] {
  const [a, b] = [main?.measured.value, second?.measured.value]
  if (!main || !second || a == null || b == null || Math.abs(a - b) < FAR || observed === null) return []
  if (!isChanceCorrected(main.name) || !isChanceCorrected(second.name)) return []
  const all = choices?.reduce((sum, { count }) => sum + count, 0) ?? 0
  const commonest = choices?.toSorted((x, y) => y.count - x.count)[0]
  const because =
    commonest && all > 0
      ? `, because ${shareInFigures(commonest.count / all)} of all choices are “${commonest.value}”`
      : ''
  const { symbol: first } = coefficients[main.name]
  const { symbol: other } = coefficients[second.name]
  return [
    `${shareInFigures(observed)} are the same, yet ${first} is ${coefficientInFigures(a)} and ${other} ${coefficientInFigures(b)}${because}.`,
    'The one asks how well rare choices are told from the common one, the other hardly. Report both.',
  ]
}

/** Where γ is not told, since it would take too long. */
const whyNoGamma = ({ kind, figures }: LayerRow): readonly string[] =>
  kind !== 'units' || hasGamma(figures)
    ? []
    : [
        `γ, which takes place and length of tags that overlap as they are: it is told of two people on ${GAMMA_ARTICLES} articles at most, and of up to ${GAMMA_PEOPLE} on ${GAMMA_ARTICLES_OF_MORE}, since all tags are aligned anew for every draw of chance. Compare fewer of them, or fewer articles, to see it.`,
      ]

const ends = ([low, high]: readonly [number, number]): string =>
  intervalInFigures([low, high]).replace(' – ', ' and ')

const orList = (values: readonly string[]): string =>
  values.length < 2 ? values.join('') : `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`
