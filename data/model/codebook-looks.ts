import { patterns, type CodebookContent, type Label } from './codebook'
import { activeLabels } from './labels-in-force'

/** The hues that there are tokens for, each told from the others with colour-blind sight too. */
export const hues = [
  'actor',
  'position',
  'claim',
  'brick',
  'lake',
  'olive',
  'violet',
  'pine',
  'stone',
] as const
export type Hue = (typeof hues)[number]

/** How each is called on screen. */
export const hueNames: Readonly<Record<Hue, string>> = {
  actor: 'Blue',
  position: 'Amber',
  claim: 'Plum',
  brick: 'Brick',
  lake: 'Lake',
  olive: 'Olive',
  violet: 'Violet',
  pine: 'Pine',
  stone: 'Stone',
}

type Labels = Pick<CodebookContent, 'labels'>

const digits = [...'123456789']
const letters = [...'abcdefghijklmnopqrstuvwxyz']

/** Keys for a label, digits first: those that no other active label has, nor anything else that is `kept`. */
export function freeKeys(
  codebook: Labels,
  except: string | null = null,
  kept: readonly string[] = [],
): string[] {
  const taken = new Set([
    ...activeLabels(codebook).flatMap(({ id, key }) => (id === except ? [] : [key.toLowerCase()])),
    ...kept.map((key) => key.toLowerCase()),
  ])
  return [...digits, ...letters].filter((key) => !taken.has(key))
}

/** The first letter of the name that no other active label has, in upper case; if all are taken, the first. */
export function letterFor(codebook: Labels, name: string, except: string | null = null): string {
  const taken = new Set(activeLabels(codebook).flatMap(({ id, letter }) => (id === except ? [] : [letter])))
  const own = [...name.toUpperCase()].filter((letter) => /^[\p{L}\p{N}]$/u.test(letter))
  const all = [...own, ...letters.map((letter) => letter.toUpperCase())]
  return all.find((letter) => !taken.has(letter)) ?? own[0] ?? 'X'
}

/** A hue and a pattern for a new label: as far as possible none that another active one has, and never both. */
export function looksFor(codebook: Labels): Pick<Label, 'hue' | 'pattern'> {
  const labels = activeLabels(codebook)
  const uses = (of: 'hue' | 'pattern', value: string) => labels.filter((label) => label[of] === value).length
  const all = hues.flatMap((hue) => patterns.map((pattern) => ({ hue, pattern })))
  const cost = ({ hue, pattern }: (typeof all)[number]) =>
    labels.some((label) => label.hue === hue && label.pattern === pattern)
      ? Infinity
      : uses('hue', hue) * 3 + uses('pattern', pattern)
  return all.reduce((best, each) => (cost(each) < cost(best) ? each : best))
}
