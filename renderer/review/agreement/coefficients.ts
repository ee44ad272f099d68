import type { CoefficientName } from '../../../data/review/figures'

/** What a coefficient is, in words for people who have to report it. */
export interface Coefficient {
  /** In a table: "α", "F1". */
  readonly symbol: string
  readonly name: string
  /** How it is computed, in one or two sentences. */
  readonly definition: string
  /** Where it was published. */
  readonly source: string
}

const f1Source =
  'Hripcsak & Rothschild 2005, “Agreement, the F-measure, and reliability in information retrieval”, JAMIA 12(3), 296–298'

export const coefficients: Readonly<Record<CoefficientName, Coefficient>> = {
  exactF1: {
    symbol: 'F1 exact',
    name: 'F1 for the same words exactly',
    definition:
      'Twice the tags that both have, by all tags of both. Tags are the same when they cover the same words. Chance is not taken off: what would agree by chance cannot be counted where one may tag any stretch of text.',
    source: f1Source,
  },
  overlapF1: {
    symbol: 'F1',
    name: 'F1 for tags that overlap',
    definition:
      'Twice the tags that are matched with one of the other’s, by all tags of both. Each is matched with at most one, so that the overlap of all together is greatest, and none with less overlap than is asked for. Chance is not taken off.',
    source: f1Source,
  },
  f1: {
    symbol: 'F1',
    name: 'F1 on matched ends',
    definition:
      'Twice the links that both have, by all links of both. Links are the same when they are of one type and lead between tags that are matched. Chance is not taken off.',
    source: f1Source,
  },
  cohenKappa: {
    symbol: 'κ',
    name: 'Cohen’s κ',
    definition:
      'Observed agreement less what two people would reach by chance if each kept how often they choose what, by what is left to reach. For two people.',
    source:
      'Cohen 1960, “A coefficient of agreement for nominal scales”, Educational and Psychological Measurement 20(1), 37–46',
  },
  weightedKappa: {
    symbol: 'weighted κ',
    name: 'Cohen’s weighted κ',
    definition: 'As Cohen’s κ, but a difference counts by how far the two choices lie apart on the scale.',
    source:
      'Cohen 1968, “Weighted kappa: nominal scale agreement with provision for scaled disagreement or partial credit”, Psychological Bulletin 70(4), 213–220',
  },
  fleissKappa: {
    symbol: 'Fleiss’ κ',
    name: 'Fleiss’ κ',
    definition:
      'Agreement of pairs of people less what chance would give if all kept the one distribution of choices that they have together, by what is left to reach. For any number of people.',
    source:
      'Fleiss 1971, “Measuring nominal scale agreement among many raters”, Psychological Bulletin 76(5), 378–382',
  },
  alpha: {
    symbol: 'α',
    name: 'Krippendorff’s α',
    definition:
      'One less observed by expected disagreement. What is expected comes from all values that were chosen, whoever chose them. Any number of people, values may be missing; on a scale far values count more than near ones.',
    source:
      'Krippendorff 2018, “Content Analysis”, 4th edition, chapter 12; the steps in Krippendorff 2011, “Computing Krippendorff’s Alpha-Reliability”',
  },
  ac1: {
    symbol: 'AC1',
    name: 'Gwet’s AC1',
    definition:
      'As κ, but chance is taken to be what people do where they cannot tell, so that it does not fall where nearly all choose the same.',
    source:
      'Gwet 2008, “Computing inter-rater reliability and its variance in the presence of high agreement”, British Journal of Mathematical and Statistical Psychology 61(1), 29–48',
  },
  ac2: {
    symbol: 'AC2',
    name: 'Gwet’s AC2',
    definition: 'AC1 in which a difference counts by how far the two choices lie apart on the scale.',
    source: 'Gwet 2014, “Handbook of Inter-Rater Reliability”, 4th edition',
  },
  alphaU: {
    symbol: 'α for units',
    name: 'Krippendorff’s α for units of a text',
    definition:
      'One less observed by expected disagreement over every stretch of the text: whether it lies in a tag, and in which. It counts where tags begin and end, and so needs no matching.',
    source:
      'Krippendorff, Mathet, Bouvry & Widlöcher 2016, “On the reliability of unitizing textual continua: further developments”, Quality & Quantity 50(6), 2347–2364',
  },
  gamma: {
    symbol: 'γ',
    name: 'γ of Mathet, Widlöcher and Métivier',
    definition:
      'One less observed by expected disorder. The disorder is that of the best alignment of all tags, by place, and where tags of all labels are compared by label at once; of three people or more it is near the best. What is expected comes from tags shifted at random, drawn with a seed that is kept, so that it comes out the same again.',
    source:
      'Mathet, Widlöcher & Métivier 2015, “The unified and holistic method Gamma (γ) for inter-annotator agreement measure and alignment”, Computational Linguistics 41(3), 437–479',
  },
}

/** Those in which the agreement that chance would give is taken off. */
export const isChanceCorrected = (name: CoefficientName): boolean =>
  name !== 'exactF1' && name !== 'overlapF1' && name !== 'f1'

/** Where the lines at .67 and .8 come from. */
export const linesSource =
  'Krippendorff 2018, “Content Analysis”: conclusions are customarily drawn from α of .8 on, tentative ones from .667 on. Customs, not verdicts: what is enough depends on what is done with the tags.'
