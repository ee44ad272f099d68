import type { Article } from '../../data/model/article'
import type { AttributeValue, Annotation, RegistryRecord } from '../../data/model/records'
import type { Codebook } from '../../data/model/codebook'
import type { Span } from '../../data/model/span'
import type { LearntNames } from '../../data/record/evidence'
import type { Way } from '../inspector/link-ways'
import type { ShownSet } from '../state/state'
import type { IconName } from '../ui/Icon'

/** What taking a row says about the tag. */
export type Answer = Readonly<
  | { is: 'tag'; other: Annotation; ways: readonly Way[] }
  | { is: 'way'; way: Way; other: string }
  /** Words that name an actor of the project, and have no tag yet: they are tagged, and linked. */
  | { is: 'naming'; actor: string; span: Span; way: Way }
  | { is: 'means'; means: string | null }
  /** An actor that the project does not have yet, who the words mean. */
  | { is: 'new-actor'; name: string }
  /** A position that the project does not have yet: asks which question it answers. */
  | { is: 'new-position'; answer: string }
  /** The question that a new position answers; without an id, a new one. */
  | { is: 'issue'; issue: string | null; question: string; answer: string }
  /** Nobody can tell; that is said by dismissing this lint. */
  | { is: 'cannot-tell'; lint: string }
  /** Words that name an actor that the project does not have yet: they are tagged, mean it, and are linked. */
  | { is: 'new-naming'; name: string; span: Span; way: Way }
  /** Of several that can be chosen, one more or one less: then the question `stays`. */
  | { is: 'value'; attribute: string; value: AttributeValue | null; stays?: true }
>

/** A second line: the words around a tag, `words` being its own, or what is to be said about a name. */
export interface Under {
  readonly before: string
  readonly words: string
  readonly after: string
  readonly isQuote: boolean
}

/** One thing to choose. */
export interface Row {
  /** Unlike for any two of one question. */
  readonly id: string
  readonly name: string
  /** Whether the name is words of the article. */
  readonly isQuote: boolean
  /** In small beside the name: an alias, a country. */
  readonly beside: string | null
  readonly under: Under | null
  /** At the end of the line: how many tags mean it, and whether those are of this article or of all. */
  readonly aside: string | null
  readonly icon: IconName | null
  /** Takes the row at once. */
  readonly letter: string | null
  readonly isCurrent: boolean
  /** `null` when it cannot be taken; `beside` says why. */
  readonly answer: Answer | null
}

export interface Section {
  readonly title: string | null
  readonly rows: readonly Row[]
}

export interface Scene {
  readonly article: Article
  readonly records: ShownSet['records']
  readonly codebook: Codebook
  readonly registry: readonly RegistryRecord[]
  /** What entries were called in all articles, as far as that is known. */
  readonly learnt?: LearntNames
}

/** Rows of one section at most. */
export const MOST = 40
/** The rows for what was typed. Names are made ready at the first letter. */
export type Asked = (typed: string) => readonly Section[]

export const plain: Omit<Row, 'id' | 'name' | 'answer'> = {
  isQuote: false,
  beside: null,
  under: null,
  aside: null,
  icon: null,
  letter: null,
  isCurrent: false,
}
