import type { DifferenceKind } from '../../../data/review/comparison'

const words: Readonly<Record<DifferenceKind, string>> = {
  missed: 'missed by one',
  boundary: 'boundaries',
  label: 'label',
  actor: 'actor',
  position: 'position',
  stance: 'stance',
  attribute: 'attribute',
  link: 'link',
}

/** In which way tags differ. */
export const kindInWords = (kind: DifferenceKind): string => words[kind]
