import { v5 as uuid5 } from 'uuid'
import { builtInCodebook } from '../../../data/model/built-in-codebook'
import type { Annotation, AttributeValue, Link } from '../../../data/model/records'
import { rangeOf } from '../../../data/text/quote'
import { randomOf, type Random } from '../workload/random'
import type { ArticleText } from '../workload/article-text'

/** Twenty people who read the same thousand articles, and mostly see the same in them. */
export interface AgreementWorkload {
  readonly seed: number
  readonly articles: number
  readonly annotators: number
  /** Of each annotator on each article. */
  readonly tags: number
  readonly words: number
}

const NAMESPACE = '7e0c2f52-9b7f-5a52-8d43-0c9a5f0e1b21'
const DAY = 86_400_000
const BEGAN = Date.UTC(2031, 0, 6)
const ACTORS = 800
const POSITIONS = 200

/** What there is to see on an article, which everybody sees nearly alike. */
interface Seen {
  /** Words of the article, from and up to. */
  readonly first: number
  readonly length: number
  readonly label: 'actor' | 'position' | 'claim'
  readonly means: number
  readonly stance: number
}

const seen = (random: Random, words: number): Seen => {
  const label = random.pick(['actor', 'actor', 'position', 'claim'] as const)
  const length = label === 'actor' ? random.between(1, 3) : random.between(4, 16)
  const means = random.between(0, (label === 'actor' ? ACTORS : POSITIONS) - 1)
  return { first: random.between(0, words - length - 2), length, label, means, stance: random.between(-2, 2) }
}

/** Another's eyes: one in six tags is cut a word longer or shorter, one in twelve has another label, one in eight another value. */
function asSeenBy(random: Random, what: Seen): Seen {
  const label = random.fraction() < 1 / 12 ? random.pick(['actor', 'position', 'claim'] as const) : what.label
  const length = Math.max(1, what.length + (random.fraction() < 1 / 6 ? random.pick([-1, 1]) : 0))
  const isOther = random.fraction() < 1 / 8
  return {
    first: what.first,
    length,
    label,
    means: isOther ? random.between(0, POSITIONS - 1) : what.means,
    stance: isOther ? random.between(-2, 2) : what.stance,
  }
}

/** Everybody's tags and links on an article, by annotator. Nine tags of ten are on what there is to see. */
export function worksOn(
  { seed, annotators, tags }: AgreementWorkload,
  number: number,
  article: string,
  { text, paragraphs }: Pick<ArticleText, 'text' | 'paragraphs'>,
): (Annotation | Link)[][] {
  const words = paragraphs.flat()
  const random = randomOf(seed, 'agreement', number)
  const there = Array.from({ length: tags }, () => seen(random, words.length))
  return Array.from({ length: annotators }, (_, annotator) => {
    const own = randomOf(seed, 'agreement', number, annotator)
    const idOf = (what: string) => uuid5(`${seed}/${number}/${annotator}/${what}`, NAMESPACE)
    const made = there.map((what, i): Annotation => {
      const { first, length, label, means, stance } =
        own.fraction() < 0.1 ? seen(own, words.length) : asSeenBy(own, what)
      const span = { start: words[first]!.start, end: words[first + length - 1]!.end }
      const time = new Date(BEGAN + (number % 180) * DAY).toISOString()
      return {
        is: 'annotation',
        id: idOf(`tag ${i}`),
        created: time,
        modified: time,
        article,
        label,
        target: [rangeOf(text, span)],
        attributes: attributesOf(own, label, stance),
        note: '',
        means: label === 'claim' ? null : uuid5(`${label} ${means}`, NAMESPACE),
        codebook: builtInCodebook.id,
      }
    })
    return [...made, ...linksOf(made, idOf)]
  })
}

function attributesOf(random: Random, label: Seen['label'], stance: number): Record<string, AttributeValue> {
  if (label === 'position') return { stance, strength: random.between(1, 3) }
  if (label === 'actor') return {}
  const speech = random.pick(['direct', 'direct', 'indirect', 'paraphrase'])
  return { speech, type: random.pick(['assertion', 'assertion', 'demand']), certainty: 'certain' }
}

/** Each claim is made by the actor before it. */
function linksOf(tags: readonly Annotation[], idOf: (what: string) => string): Link[] {
  let actor: Annotation | null = null
  const links: Link[] = []
  for (const [i, tag] of tags.entries()) {
    if (tag.label === 'actor') actor = tag
    if (tag.label !== 'claim' || !actor) continue
    const { created, modified, article } = tag
    links.push({
      is: 'link',
      id: idOf(`link ${i}`),
      created,
      modified,
      article,
      type: 'makes',
      from: actor.id,
      to: tag.id,
    })
  }
  return links
}
