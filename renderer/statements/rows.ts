import { allows, wordValue, type Attribute, type Codebook } from '../../data/model/codebook'
import type { Article } from '../../data/model/article'
import type { Annotation, AttributeValue, RegistryRecord } from '../../data/model/records'
import { entryName, Registry } from '../../data/model/registry'
import type { Span } from '../../data/model/span'
import { Names } from '../../data/text/fuzzy'
import { waysToLink, type Way } from '../inspector/link-ways'
import type { ShownSet } from '../state/state'
import { startOf } from '../../data/model/text-order'
import { annotationsIn, linksAt, quoteOf } from '../state/tags'
import { choicesFor, NEAR, type Choice } from './choices'
import { findNaming } from './find-naming'
import type { Question } from './questions'
import { lettersFor } from './row-letters'

/** What taking a row says about the tag. */
export type Answer = Readonly<
  | { is: 'tag'; other: Annotation; ways: readonly Way[] }
  | { is: 'way'; way: Way; other: string }
  /** Words that name an actor of the project, and have no tag yet: they are tagged, and linked. */
  | { is: 'naming'; actor: string; span: Span; way: Way }
  | { is: 'means'; means: string | null }
  | { is: 'value'; attribute: string; value: AttributeValue | null }
>

/** A second line: the words around a tag, `words` being its own, or what is to be said about a name. */
interface Under {
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
}

/** Rows of one section at most. */
const MOST = 40

/** The rows for what was typed. Names are made ready at the first letter. */
export type Asked = (typed: string) => readonly Section[]

/** What a question about a tag can be answered with. */
export function asked(scene: Scene, question: Question, tag: Annotation): Asked {
  switch (question.is) {
    case 'tag':
      return askedTag(scene, question, tag)
    case 'way':
      return askedWay(scene, question, tag)
    case 'meaning':
      return askedMeaning(scene, question.of, tag)
    case 'value':
      return askedValue(scene, question.attribute, tag)
  }
}

/** Whether anything can be taken. */
export const canAnswer = (scene: Scene, question: Question, tag: Annotation): boolean =>
  (question.is === 'value' && isTyped(question.attribute)) ||
  asked(scene, question, tag)('').some(({ rows }) => rows.some(({ answer }) => answer !== null))

/** Whether a value is written rather than chosen. */
export const isTyped = ({ type }: Attribute): boolean => type === 'text' || type === 'date'

const plain: Omit<Row, 'id' | 'name' | 'answer'> = {
  isQuote: false,
  beside: null,
  under: null,
  letter: null,
  isCurrent: false,
}

function askedTag(scene: Scene, { asks, ways }: Extract<Question, { is: 'tag' }>, tag: Annotation): Asked {
  const registry = Registry.of(scene.registry)
  const near = choicesFor(scene, tag, asks, ways, NEAR)
  const everywhere = once(() => sought(choicesFor(scene, tag, asks, ways), ({ names }) => names))
  const findHere = (typed: string) =>
    typed.trim() === '' ? near.slice(0, MOST).map((item) => ({ item, name: item.name })) : everywhere()(typed)
  const labels = new Set(ways.flatMap(({ others }) => others))
  const ends = [...annotationsIn(scene.records)].filter(({ label }) => labels.has(label))
  const isTagged = new Set(ends.flatMap(({ means }) => (means === null ? [] : registry.countsAs(means))))
  const entries = asks === 'who' ? registry.actors : byLastUse(scene, tag, registry.positions)
  const findElsewhere = sought(
    entries.filter(({ id }) => !isTagged.has(id)),
    ({ id }) => registry.namesOf(id),
  )
  const [way] = ways

  /** An actor of the project is looked for in the text when one asks for it by name. */
  const actors = (typed: string) =>
    typed.trim() === '' || !way
      ? []
      : findElsewhere(typed).map(({ item, name }) => namingRow(scene, item, name, { tag, ends, way }))
  const positions = (typed: string) =>
    tag.label === scene.codebook.labels[0]?.id
      ? []
      : findElsewhere(typed).map(({ item, name }): Row => ({
          ...recordRow(scene, item, name),
          answer: { is: 'means', means: item.id },
        }))
  return (typed) => [
    {
      title: 'In this article',
      rows: findHere(typed).map(({ item, name }) => tagRow(scene, item, name, ways)),
    },
    { title: 'In the project', rows: asks === 'who' ? actors(typed) : positions(typed) },
  ]
}

interface NamingContext {
  readonly tag: Annotation
  /** Tags of actors in the article. */
  readonly ends: readonly Annotation[]
  readonly way: Way
}

/** An actor of the project that no tag here means; taken, the words nearest to the tag that name it get one. */
function namingRow(
  scene: Scene,
  record: RegistryRecord,
  found: string,
  { tag, ends, way }: NamingContext,
): Row {
  const { text } = scene.article
  const taken = ends.flatMap(({ target }) => target)
  const span = findNaming(text, Registry.of(scene.registry).namesOf(record.id), startOf(tag), taken)
  const row = recordRow(scene, record, found)
  return span
    ? {
        ...row,
        beside: 'named here, gets a tag',
        under: around(text, span),
        answer: { is: 'naming', actor: record.id, span, way },
      }
    : { ...row, beside: 'not named here: tag the words that mean it', answer: null }
}

function tagRow(scene: Scene, choice: Choice, found: string, ways: readonly Way[]): Row {
  const { tag, name, count } = choice
  const [range] = tag.target
  const possible = ways.filter(({ others }) => others.includes(tag.label))
  const alias = found === name ? null : `also “${found}”`
  return {
    ...plain,
    id: tag.id,
    name,
    isQuote: name === quoteOf(tag),
    beside: alias ?? (count > 1 ? `${count} tags` : null),
    under: range ? around(scene.article.text, range) : null,
    answer: { is: 'tag', other: tag, ways: possible },
  }
}

/** Words before and after a range, in code units: enough to know it by, and the range itself stays on the line. */
const BEFORE = 22
const AFTER = 48

/** The words around a range of the article, in one line, cut between words. */
function around(text: string, { start, end }: Span): Under {
  const flat = (words: string) => words.replace(/\s+/gu, ' ')
  const before = text.slice(Math.max(0, start - BEFORE), start)
  const after = text.slice(end, end + AFTER)
  const isCutBefore = start > BEFORE
  const isCutAfter = end + AFTER < text.length
  return {
    before: flat(isCutBefore ? `…${before.replace(/^\S*\s/u, '')}` : before),
    words: flat(text.slice(start, end)),
    after: flat(isCutAfter ? `${after.replace(/\s\S*$/u, '')}…` : after),
    isQuote: true,
  }
}

function recordRow(scene: Scene, record: RegistryRecord, found: string): Omit<Row, 'answer'> {
  const name = entryName(record)
  const alias = found === name ? null : `also “${found}”`
  if (record.is === 'actor') {
    const facts = [record.kind.replace('-', ' '), record.country].filter(Boolean).join(', ')
    return { ...plain, id: record.id, name, beside: alias ?? facts }
  }
  const issue = record.is === 'position' ? Registry.of(scene.registry).issue(record.issue) : undefined
  const question = issue?.question ?? ''
  return { ...plain, id: record.id, name, under: { before: question, words: '', after: '', isQuote: false } }
}

function askedWay(scene: Scene, { ways, other }: Extract<Question, { is: 'way' }>, tag: Annotation): Asked {
  const there = scene.records.get(other)
  const words = there?.is === 'annotation' ? quoteOf(there) : ''
  const letters = lettersFor(ways.map(({ phrase }) => phrase))
  const rows = ways.map((way, i): Row => ({
    ...plain,
    id: way.id,
    name: way.phrase,
    under: {
      before: `“${short(quoteOf(tag))}” `,
      words: way.phrase,
      after: ` “${short(words)}”`,
      isQuote: true,
    },
    letter: letters[i] ?? null,
    answer: { is: 'way', way, other },
  }))
  return () => [{ title: null, rows }]
}

const short = (words: string): string =>
  words.length <= 24
    ? words
    : `${words
        .slice(0, 22)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`

function askedMeaning(scene: Scene, of: 'actor' | 'position', tag: Annotation): Asked {
  const registry = Registry.of(scene.registry)
  const records = byLastUse(scene, tag, of === 'actor' ? registry.actors : registry.positions)
  const find = sought(records, ({ id }) => registry.namesOf(id))
  // Those that are called as the words are come first.
  const alike = of === 'actor' ? find(quoteOf(tag)).map(({ item }) => item) : []
  const atFirst = [...new Set([...alike, ...records])].slice(0, MOST)
  const row = (record: RegistryRecord, found: string): Row => ({
    ...recordRow(scene, record, found),
    isCurrent: record.id === registry.get(tag.means)?.id,
    answer: { is: 'means', means: record.id },
  })
  return (typed) => {
    const rows =
      typed.trim() === ''
        ? atFirst.map((record) => row(record, entryName(record)))
        : find(typed).map(({ item, name }) => row(item, name))
    return [
      { title: 'In the project', rows },
      ...(tag.means === null ? [] : [{ title: null, rows: [nobody] }]),
    ]
  }
}

/** Those first that other tags of the article mean, the one that was said last before all; the others as they are. */
function byLastUse(
  { records, registry }: Scene,
  tag: Annotation,
  entries: readonly RegistryRecord[],
): readonly RegistryRecord[] {
  const used = [...annotationsIn(records)]
    .filter(({ means, id }) => means !== null && id !== tag.id)
    .toSorted((a, b) => (a.modified < b.modified ? 1 : -1))
    .map(({ means }) => Registry.of(registry).get(means)?.id)
  const places = new Map([...new Set(used)].map((id, i) => [id, i]))
  const placeOf = ({ id }: RegistryRecord) => places.get(id) ?? places.size
  return entries.toSorted((a, b) => placeOf(a) - placeOf(b))
}

const nobody: Row = {
  ...plain,
  id: 'nobody',
  name: 'None of these',
  beside: 'takes back what it means',
  answer: { is: 'means', means: null },
}

function askedValue(scene: Scene, attribute: Attribute, tag: Annotation): Asked {
  const { id } = attribute
  const now = tag.attributes[id]
  const row = (value: AttributeValue, letter: string | null = null, beside: string | null = null): Row => ({
    ...plain,
    id: `${typeof value} ${String(value)}`,
    name: wordValue(attribute, value),
    letter,
    beside,
    isCurrent: value === now,
    answer: { is: 'value', attribute: id, value },
  })
  if (isTyped(attribute)) {
    const values = writtenValues(scene, attribute, tag)
    const find = sought(values, ({ value }) => [value])
    return (typed) => [{ title: null, rows: find(typed).map(({ item }) => row(item.value, null, item.from)) }]
  }
  const values = chosenValues(attribute)
  const names = values.map((value) => wordValue(attribute, value))
  const letters = values.length > 9 ? [] : lettersFor(names)
  const rows = values.map((value, i) => row(value, letters[i] ?? null))
  const unset: Row = {
    ...plain,
    id: 'unset',
    name: 'Not set',
    answer: { is: 'value', attribute: id, value: null },
  }
  const find = sought(rows, ({ name }) => [name])
  return (typed) => [
    { title: null, rows: find(typed).map(({ item }) => item) },
    ...(now === undefined || typed !== '' ? [] : [{ title: null, rows: [unset] }]),
  ]
}

const chosenValues = (attribute: Attribute): AttributeValue[] => {
  if (attribute.type === 'choice') return attribute.options.map(({ value }) => value)
  if (attribute.type !== 'scale') return []
  return Array.from({ length: attribute.max - attribute.min + 1 }, (_, i) => attribute.min + i)
}

/** What one may want to write: for a date those of the article, then what other tags of it have there, latest first. */
function writtenValues({ article, records }: Scene, attribute: Attribute, tag: Annotation) {
  const dates =
    attribute.type === 'date'
      ? [
          [article.dateline?.date, 'dateline'],
          [article.published?.slice(0, 10), 'published'],
        ]
      : []
  const used = [...annotationsIn(records)]
    .filter(({ id }) => id !== tag.id)
    .toSorted((a, b) => (a.modified < b.modified ? 1 : -1))
    .map((other) => [other.attributes[attribute.id], null] as const)
  const found = new Map<string, string | null>()
  for (const [value, from] of [...dates, ...used])
    if (typeof value === 'string' && allows(attribute, value) && !found.has(value))
      found.set(value, from ?? null)
  return [...found].map(([value, from]) => ({ value, from }))
}

/** Computes a value when it is asked for first. */
function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null
  return () => (known ??= { value: compute() }).value
}

/** Finds by names that are made ready when something is typed first. */
function sought<T>(items: readonly T[], names: (item: T) => readonly string[]) {
  let ready: Names<T> | null = null
  return (typed: string): readonly { item: T; name: string }[] => {
    if (typed.trim() === '') return items.slice(0, MOST).map((item) => ({ item, name: names(item)[0] ?? '' }))
    ready ??= new Names(items, names)
    return ready.find(typed, MOST)
  }
}

/** Ways in which the codebook lets two tags be linked that are not, read from the first. */
export const waysBetween = (
  { codebook, records }: Pick<Scene, 'codebook' | 'records'>,
  tag: Annotation,
  other: Annotation,
): Way[] =>
  waysToLink(codebook, tag.label).filter((way) => {
    const [from, to] = way.leaves ? [tag.id, other.id] : [other.id, tag.id]
    return (
      tag.id !== other.id &&
      way.others.includes(other.label) &&
      !linksAt(records, tag.id).some((link) => link.type === way.type && link.from === from && link.to === to)
    )
  })
