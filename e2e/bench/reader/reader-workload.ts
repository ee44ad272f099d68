import type { Span } from '../../../data/model/span'
import { randomOf, type Random } from '../workload/random'
import { sentence } from '../workload/sentences'

/** Labels of the built-in codebook, and how many words a tag of each covers. */
const lengths = [
  { label: 'actor', least: 1, most: 5 },
  { label: 'position', least: 4, most: 10 },
  { label: 'claim', least: 9, most: 22 },
] as const

export const labels = lengths.map(({ label }) => label)
export type ReaderLabel = (typeof lengths)[number]['label']

export interface ReaderTag extends Span {
  readonly id: string
  readonly label: ReaderLabel
}

/** Words that are to be tagged, and what with. */
export type Spot = Omit<ReaderTag, 'id'>

/** How large an article is. */
export interface Size {
  readonly words: number
  readonly tags: number
}

/** What every reader opens: the same seed and size give the same bytes. Offsets are UTF-16 code units of the text. */
export interface ReaderWorkload {
  /** Paragraphs of 40 to 90 words with one line break between them. */
  readonly text: string
  readonly paragraphs: readonly Span[]
  /** In text order, the longer first where two start together; each inside one paragraph. */
  readonly tags: readonly ReaderTag[]
  /** Fifty places spread over the article. Neighbours in the list are none in the text. */
  readonly spots: readonly Spot[]
}

/** Of the tags, how many are laid over another on purpose; so that about twice as many lie over or under one. */
const OVER = 0.15
const SPOTS = 50

interface Word extends Span {
  readonly paragraph: number
}

export function readerWorkload(seed: number, size: Size): ReaderWorkload {
  const random = randomOf(seed, 'reader', size.words, size.tags)
  const { text, paragraphs, words } = textOf(random, size.words)
  const tags = tagsOn(random, words, size.tags)
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
    .map((tag, i) => ({ ...tag, id: `tag-${i}` }))
  return { text, paragraphs, tags, spots: spotsOn(random, words, paragraphs.length) }
}

function textOf(
  random: Random,
  count: number,
): Pick<ReaderWorkload, 'text' | 'paragraphs'> & { words: Word[] } {
  const lines: string[] = []
  const paragraphs: Span[] = []
  const words: Word[] = []
  for (let at = 0; words.length < count; at++) {
    const wanted = Math.min(random.between(40, 90), count - words.length)
    const said: string[] = []
    while (said.length < wanted) said.push(...sentence(random))
    const start = at
    for (const word of said.slice(0, wanted)) {
      if (at > start) at++
      words.push({ start: at, end: at + word.length, paragraph: paragraphs.length })
      at += word.length
    }
    lines.push(said.slice(0, wanted).join(' '))
    paragraphs.push({ start, end: at })
  }
  return { text: lines.join('\n'), paragraphs, words }
}

/**
 * Side by side, and 15 in 100 over one of these; where the text is too short for that, each anywhere, so that nearly
 * all lie over others: 5,000 tags on 10,000 words are a test of depth.
 */
function tagsOn(random: Random, words: readonly Word[], count: number): Spot[] {
  const over = Math.round(count * OVER)
  const beside = shuffled(
    random,
    Array.from({ length: count - over }, (_, i) => lengthOf(random, i)),
  )
  const needed = beside.reduce((sum, { length }) => sum + length, 0)
  if (needed > words.length * 0.9)
    return Array.from({ length: count }, (_, i) => {
      const { label, length } = lengthOf(random, i)
      return spotAt(words, random.between(0, words.length - 1), length, label)
    })
  const gaps = beside.map(() => random.fraction()).toSorted((a, b) => a - b)
  let used = 0
  const places = beside.map(({ label, length }, i) => {
    const first = Math.floor(gaps[i]! * (words.length - needed)) + used
    used += length
    return { first, length, label }
  })
  const laid = Array.from({ length: over }, (_, i) => {
    const under = places[Math.floor(((i + 0.5) / over) * places.length)]!
    const { label, length } = lengthOf(random, i)
    return { first: under.first + random.between(0, under.length - 1), length, label }
  })
  return [...places, ...laid].map(({ first, length, label }) => spotAt(words, first, length, label))
}

function lengthOf(random: Random, i: number): { label: ReaderLabel; length: number } {
  const { label, least, most } = lengths[i % lengths.length]!
  return { label, length: random.between(least, most) }
}

/** Ends with its paragraph at the latest. */
function spotAt(words: readonly Word[], first: number, length: number, label: ReaderLabel): Spot {
  const { start, paragraph } = words[first]!
  let last = first
  while (last + 1 < first + length && words[last + 1]?.paragraph === paragraph) last++
  return { start, end: words[last]!.end, label }
}

/** Three to eight words, never the first ones of their paragraph. */
function spotsOn(random: Random, words: readonly Word[], paragraphs: number): Spot[] {
  return Array.from({ length: SPOTS }, (_, i) => {
    // Thirty-seven steps on each time: neighbours in the list are no neighbours in the text.
    const wanted = Math.floor((((i * 37) % SPOTS) + 0.5) * (paragraphs / SPOTS))
    const first = words.findIndex(({ paragraph }) => paragraph === wanted) + random.between(4, 20)
    return spotAt(words, first, random.between(3, 8), labels[i % labels.length]!)
  })
}

function shuffled<T>(random: Random, items: readonly T[]): T[] {
  const mixed = [...items]
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = random.between(0, i)
    ;[mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!]
  }
  return mixed
}
