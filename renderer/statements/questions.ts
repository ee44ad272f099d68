import { attributesFor, type Attribute, type Codebook } from '../../data/model/codebook'
import { mayMean } from '../../data/model/meaning'
import { meansNobodyKey, withoutActorKey } from '../../data/lints/lint'
import type { Annotation, Link } from '../../data/model/records'
import { linksAlong, waysToLink, type Way } from '../inspector/link-ways'

/** One thing that a statement says about a tag, asked for. */
export type Question = Readonly<
  /** Which tag stands at the other end: who makes or holds it, or what it is for or against. */
  | { is: 'tag'; asks: 'who' | 'what'; ways: readonly Way[] }
  /** In which of several ways the tag is linked with another (its id). */
  | { is: 'way'; ways: readonly Way[]; other: string }
  /** Which actor or position of the registries the words mean. */
  | { is: 'meaning'; of: 'actor' | 'position' }
  /** Which issue a new position answers. */
  | { is: 'issue'; answer: string }
  | { is: 'value'; attribute: Attribute }
>

/** Where one begins to ask: with who, with for or against what, or with the values alone. */
export type Beginning = 'who' | 'what' | 'values'

/**
 * What is asked about a tag with this label, one question after the other. With the built-in codebook, of a claim: made by
 * whom, supports or opposes what; of a position: held by whom, which answer it is, and the stance; of an actor: who that is.
 */
export function questionsFor(codebook: Codebook, label: string, from: Beginning): Question[] {
  const attributes = attributesFor(codebook, label).filter(({ retired }) => !retired)
  if (from === 'values') return attributes.map((attribute) => ({ is: 'value', attribute }))

  const first = codebook.labels[0]?.id ?? ''
  const ways = waysToLink(codebook, label).filter(({ isRetired }) => !isRetired)
  const what = ways.filter(({ leaves, others }) => leaves && !others.includes(first))
  const asksWhat: Question[] = what.length > 0 ? [{ is: 'tag', asks: 'what', ways: what }] : []
  if (label === first) return from === 'who' ? [{ is: 'meaning', of: 'actor' }] : asksWhat

  const [who] = ways.filter(({ leaves, others }) => !leaves && others.includes(first))
  const stance = attributes.filter(isStance).map((attribute): Question => ({ is: 'value', attribute }))
  const means: Question[] =
    what.length === 0 && mayMean(label, { is: 'position' }) ? [{ is: 'meaning', of: 'position' }] : []
  return [
    ...(from === 'who' && who ? [{ is: 'tag', asks: 'who', ways: [who] } as const] : []),
    ...asksWhat,
    ...means,
    ...stance,
  ]
}

/** A scale with a middle, from against to for. */
const isStance = (attribute: Attribute): boolean =>
  attribute.type === 'scale' && attribute.min < 0 && attribute.max > 0

/** What is dismissed when this question cannot be answered of a tag. */
export const cannotTellKey = (question: Question, tag: string): string =>
  question.is === 'meaning' ? meansNobodyKey(tag) : withoutActorKey(tag)

/** Whether the tag says that already, or it was said that it cannot be told; `isDismissed` knows lints by their keys. */
export function isAnswered(
  question: Question,
  tag: Annotation,
  links: readonly Link[],
  isDismissed: (lint: string) => boolean,
): boolean {
  switch (question.is) {
    case 'tag':
      return (
        (question.asks === 'who' && isDismissed(cannotTellKey(question, tag.id))) ||
        question.ways.some((way) => linksAlong(way, links, tag.id).length > 0) ||
        (question.asks === 'what' && tag.means !== null)
      )
    case 'way':
    case 'issue':
      return false
    case 'meaning':
      return tag.means !== null || isDismissed(cannotTellKey(question, tag.id))
    case 'value':
      return tag.attributes[question.attribute.id] !== undefined
  }
}

/** The question in words; `words` are those of the tag. */
export function inWords(question: Question, words: string): string {
  switch (question.is) {
    case 'tag': {
      const phrases = or.format(question.ways.map(({ phrase }) => phrase))
      return `${capital(phrases)} ${question.asks === 'who' ? 'whom' : 'what'}?`
    }
    case 'way':
      return 'How are they linked?'
    case 'meaning':
      return question.of === 'actor' ? `Who is “${words}”?` : 'Which position is it?'
    case 'issue':
      return 'Which issue does it answer?'
    case 'value':
      return `${question.attribute.name}?`
  }
}

const or = new Intl.ListFormat('en-GB', { type: 'disjunction' })

const capital = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1)
