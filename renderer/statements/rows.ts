import { allows, wordValue, type Attribute, type Codebook } from '../../data/model/codebook'
import type { Article } from '../../data/model/article'
import { isWritten } from '../../data/model/written-value'
import type { Annotation, AttributeValue, RegistryRecord } from '../../data/model/records'
import { entryName, Registry } from '../../data/model/registry'
import type { Span } from '../../data/model/span'
import type { LearntNames } from '../../data/record/evidence'
import { rolesOf } from '../../data/record/roles'
import { fold } from '../../data/text/fold'
import { Names } from '../../data/text/fuzzy'
import { waysToLink, type Way } from '../inspector/link-ways'
import { Meanings, type Entry } from '../meaning/meanings'
import { kindInWords, kindOf } from '../meaning/new-entry'
import { mayBeAlias } from '../meaning/pronouns'
import type { ShownSet } from '../state/state'
import { startOf } from '../../data/model/text-order'
import { annotationsIn, isDismissed, linksAt, quoteOf } from '../state/tags'
import type { IconName } from '../ui/Icon'
import { counted } from '../ui/words'
import { choicesFor, NEAR, type Choice } from './choices'
import { findNaming } from './find-naming'
import { cannotTellKey, type Question } from './questions'
import { lettersFor } from './row-letters'

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
const MOST = 40
/** Of those whose names are like the words of a tag. */
const ALIKE = 5

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
    case 'issue':
      return askedIssue(scene, question.answer)
    case 'value':
      return askedValue(scene, question.attribute, tag)
  }
}

/** Whether there is anything to be taken that the project or the codebook has. */
export const canAnswer = (scene: Scene, question: Question, tag: Annotation): boolean =>
  (question.is === 'value' && isWritten(question.attribute)) ||
  asked(scene, question, tag)('').some(({ rows }) => rows.some(({ answer }) => isThere(answer)))

/** Whether an answer is more than a way to make one. */
const isThere = (answer: Answer | null): boolean => answer !== null && !ways.includes(answer.is)

/** Answers that are always there. */
const ways: readonly Answer['is'][] = ['new-actor', 'new-naming', 'new-position', 'cannot-tell']

const plain: Omit<Row, 'id' | 'name' | 'answer'> = {
  isQuote: false,
  beside: null,
  under: null,
  aside: null,
  icon: null,
  letter: null,
  isCurrent: false,
}

function askedTag(scene: Scene, question: Extract<Question, { is: 'tag' }>, tag: Annotation): Asked {
  const { asks, ways } = question
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
  /** What is always there: one that the project does not have, and that nobody can tell. */
  const besides = (typed: string, hasFound: boolean): readonly Row[] => {
    if (asks === 'what') return tag.label === scene.codebook.labels[0]?.id ? [] : newPositions(typed)
    const made = way ? newNamings(scene, typed, { tag, ends, way }) : []
    return [
      ...made.filter(({ answer }) => answer !== null || !hasFound),
      ...(isClaim(scene, tag) ? [cannotTell(scene, question, tag, 'Cannot tell who')] : []),
    ]
  }
  return (typed) => {
    const here = findHere(typed).map(({ item, name }) => tagRow(scene, item, name, ways))
    const elsewhere = asks === 'who' ? actors(typed) : positions(typed)
    return [
      { title: 'In this article', rows: here },
      { title: 'In the project', rows: elsewhere },
      { title: null, rows: besides(typed, here.length + elsewhere.length > 0) },
    ]
  }
}

/** Whether a lint would ask who makes it. */
const isClaim = ({ codebook }: Scene, { label }: Annotation): boolean =>
  rolesOf(codebook).get(label) === 'claim'

/** A new actor called as was typed; the words nearest to the tag that say so get a tag. */
function newNamings(scene: Scene, typed: string, { tag, ends, way }: NamingContext): readonly Row[] {
  const name = typed.trim()
  if (name === '') return []
  const taken = ends.flatMap(({ target }) => target)
  const span = findNaming(scene.article.text, [name], startOf(tag), taken)
  const row: Row = { ...plain, id: 'new', name: `New actor “${name}”`, icon: 'plus', answer: null }
  return [
    span
      ? {
          ...row,
          beside: `${kindInWords(kindOf(name))}, named here, gets a tag`,
          under: around(scene.article.text, span),
          answer: { is: 'new-naming', name, span, way },
        }
      : { ...row, beside: 'not named here: tag the words that mean it' },
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
  const meanings = Meanings.of(scene.registry, scene.learnt ?? nothingLearnt, of)
  const words = quoteOf(tag)
  const here = meantHere(scene, of, tag)
  const alike = of === 'actor' ? meanings.find(words, ALIKE).map(({ item }) => item) : []
  const called = [...new Set([...calledFirst(here, words), ...meanings.called(words), ...alike])]
  const findHere = once(() => new Names([...here.keys()], ({ id }) => registry.namesOf(id)))
  const isCalled = new Set(called)

  const row = (record: Entry, found: string): Row => {
    const tagsHere = here.get(record)?.tags ?? 0
    const tags = meanings.tagsOf(record.id)
    return {
      ...recordRow(scene, record, found),
      aside:
        tagsHere > 0
          ? `${counted(tagsHere, 'tag')} here`
          : tags > 0
            ? `${counted(tags, 'tag')} in all`
            : null,
      isCurrent: record.id === registry.get(tag.means)?.id,
      answer: { is: 'means', means: record.id },
    }
  }
  const asItself = (record: Entry) => row(record, entryName(record))
  const fits = ({ item, name }: { readonly item: Entry; readonly name: string }) => row(item, name)
  /** With nothing typed: who is or was called so, whom the article speaks of besides, and the others. */
  const atFirst = once((): readonly Section[] => [
    { title: 'Called so', rows: called.slice(0, MOST).map(asItself) },
    {
      title: 'In this article',
      rows: [...here.keys()]
        .filter((entry) => !isCalled.has(entry))
        .slice(0, MOST)
        .map(asItself),
    },
    {
      title: 'In the project',
      rows: meanings.entries
        .slice(0, MOST + here.size + called.length)
        .filter((entry) => !isCalled.has(entry) && !here.has(entry))
        .slice(0, MOST)
        .map(asItself),
    },
  ])
  const found = (typed: string): readonly Section[] => [
    { title: 'In this article', rows: findHere().find(typed, MOST).map(fits) },
    {
      title: 'In the project',
      rows: meanings
        .find(typed, MOST + here.size)
        .filter(({ item }) => !here.has(item))
        .slice(0, MOST)
        .map(fits),
    },
  ]
  return (typed) => [
    ...(typed.trim() === '' ? atFirst() : found(typed)),
    {
      title: null,
      rows: [
        ...(of === 'actor' ? newActors(typed, words) : newPositions(typed, words)),
        cannotTell(
          scene,
          { is: 'meaning', of },
          tag,
          of === 'actor' ? 'Cannot tell who is meant' : 'Cannot tell which is meant',
        ),
        ...(tag.means === null ? [] : [nobody]),
      ],
    },
  ]
}

const nothingLearnt: LearntNames = { version: -1, entries: {} }

interface MeantHere {
  readonly tags: number
  /** Folded words of the tags that mean it, and how many stand on them. */
  readonly words: ReadonlyMap<string, number>
}

/** What other tags of the article mean, the one that was said last before all. */
function meantHere(scene: Scene, of: 'actor' | 'position', tag: Annotation): ReadonlyMap<Entry, MeantHere> {
  const registry = Registry.of(scene.registry)
  const here = new Map<Entry, { tags: number; words: Map<string, number> }>()
  const others = [...annotationsIn(scene.records)].filter(({ means, id }) => means !== null && id !== tag.id)
  for (const other of others.toSorted((a, b) => (a.modified < b.modified ? 1 : -1))) {
    const entry = of === 'actor' ? registry.actor(other.means) : registry.position(other.means)
    if (!entry) continue
    const known = here.get(entry) ?? { tags: 0, words: new Map<string, number>() }
    const words = fold(quoteOf(other))
    known.tags++
    known.words.set(words, (known.words.get(words) ?? 0) + 1)
    here.set(entry, known)
  }
  return here
}

/** Those whose tags in the article stand on these words, the one with most of them first. */
function calledFirst(here: ReadonlyMap<Entry, MeantHere>, words: string): readonly Entry[] {
  const folded = fold(words)
  const timesOf = (entry: Entry) => here.get(entry)?.words.get(folded) ?? 0
  return [...here.keys()].filter((entry) => timesOf(entry) > 0).toSorted((a, b) => timesOf(b) - timesOf(a))
}

/** A new actor called as was typed; with nothing typed, as the words of the tag, if these can be a name. */
function newActors(typed: string, words: string): readonly Row[] {
  const name = typed.trim() || (mayBeAlias(words) ? words : '')
  if (name === '') return []
  const answer: Answer = { is: 'new-actor', name }
  return [
    {
      ...plain,
      id: 'new',
      name: `New actor “${name}”`,
      beside: kindInWords(kindOf(name)),
      icon: 'plus',
      answer,
    },
  ]
}

function newPositions(typed: string, words = ''): readonly Row[] {
  const name = typed.trim() || words
  if (name === '') return []
  const answer: Answer = { is: 'new-position', answer: name }
  return [{ ...plain, id: 'new', name: `New position “${name}”`, icon: 'plus', answer }]
}

function cannotTell(scene: Scene, question: Question, tag: Annotation, name: string): Row {
  const lint = cannotTellKey(question, tag.id)
  const isCurrent = isDismissed(scene.records, lint)
  return { ...plain, id: 'cannot-tell', name, isCurrent, answer: { is: 'cannot-tell', lint } }
}

/** The questions that positions answer, and a new one. */
function askedIssue(scene: Scene, answer: string): Asked {
  const registry = Registry.of(scene.registry)
  const find = sought(registry.issues, ({ id }) => registry.namesOf(id))
  return (typed) => {
    const question = typed.trim()
    const known = find(typed).map(({ item }): Row => {
      const { id, question: name } = item
      return { ...plain, id, name, answer: { is: 'issue', issue: id, question: name, answer } }
    })
    const made: Row = {
      ...plain,
      id: 'new',
      name: `New issue “${question}”`,
      icon: 'plus',
      answer: { is: 'issue', issue: null, question, answer },
    }
    return [
      { title: 'Issues', rows: known },
      { title: null, rows: question === '' ? [] : [made] },
    ]
  }
}

/** Those first that other tags of the article mean, the one that was said last before all; the others as they are. */
function byLastUse<E extends Entry>(
  { records, registry }: Scene,
  tag: Annotation,
  entries: readonly E[],
): readonly E[] {
  const used = [...annotationsIn(records)]
    .filter(({ means, id }) => means !== null && id !== tag.id)
    .toSorted((a, b) => (a.modified < b.modified ? 1 : -1))
    .map(({ means }) => Registry.of(registry).get(means)?.id)
  const places = new Map([...new Set(used)].map((id, i) => [id, i]))
  const placeOf = ({ id }: E) => places.get(id) ?? places.size
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
  if (attribute.type === 'entry') return askedEntry(scene, attribute, tag)
  if (attribute.type === 'choices') return askedChoices(attribute, tag)
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
  if (isWritten(attribute)) {
    const values = writtenValues(scene, attribute, tag)
    const find = sought(values, ({ value }) => [wordValue(attribute, value)])
    return (typed) => [{ title: null, rows: find(typed).map(({ item }) => row(item.value, null, item.from)) }]
  }
  const values = chosenValues(attribute)
  const names = values.map((value) => wordValue(attribute, value))
  const letters = values.length > 9 ? [] : lettersFor(names)
  const rows = values.map((value, i) => row(value, letters[i] ?? null))
  const find = sought(rows, ({ name }) => [name])
  return (typed) => [
    { title: null, rows: find(typed).map(({ item }) => item) },
    ...(now === undefined || typed !== '' ? [] : [{ title: null, rows: [unsetRow(id)] }]),
  ]
}

const unsetRow = (attribute: string): Row => ({
  ...plain,
  id: 'unset',
  name: 'Not set',
  answer: { is: 'value', attribute, value: null },
})

/** An entry of the registries, found as what a tag means is found. */
function askedEntry(scene: Scene, { id, of }: Extract<Attribute, { type: 'entry' }>, tag: Annotation): Asked {
  const registry = Registry.of(scene.registry)
  const meanings = Meanings.of(scene.registry, scene.learnt ?? nothingLearnt, of)
  const now = tag.attributes[id]
  const current = typeof now === 'string' ? registry.get(now)?.id : undefined
  const row = (item: Entry, name: string): Row => ({
    ...recordRow(scene, item, name),
    isCurrent: item.id === current,
    answer: { is: 'value', attribute: id, value: item.id },
  })
  return (typed) => [
    {
      title: null,
      rows:
        typed.trim() === ''
          ? meanings.entries.slice(0, MOST).map((item) => row(item, entryName(item)))
          : meanings.find(typed, MOST).map(({ item, name }) => row(item, name)),
    },
    { title: null, rows: now === undefined || typed !== '' ? [] : [unsetRow(id)] },
  ]
}

/** Several options: each is turned on or off, and the question stays until one goes on. */
function askedChoices(attribute: Extract<Attribute, { type: 'choices' }>, tag: Annotation): Asked {
  const { id, options } = attribute
  const letters = options.length > 9 ? [] : lettersFor(options.map(({ name }) => name))
  const rows = options.map(({ value, name }, i): Row => ({
    ...plain,
    id: `option ${value}`,
    name,
    letter: letters[i] ?? null,
    isCurrent: chosenIn(tag, id).includes(value),
    answer: { is: 'value', attribute: id, value: turned(attribute, tag, value), stays: true },
  }))
  const find = sought(rows, ({ name }) => [name])
  return (typed) => [
    { title: null, rows: find(typed).map(({ item }) => item) },
    { title: null, rows: chosenIn(tag, id).length === 0 || typed !== '' ? [] : [unsetRow(id)] },
  ]
}

/** The options that a tag has of an attribute that takes several. */
export function chosenIn(tag: Annotation, attribute: string): readonly string[] {
  const value = tag.attributes[attribute]
  return Array.isArray(value) ? value : []
}

/** The options of a tag with one more, or one less, in the codebook's order; `null` when none is left. */
export function turned(
  { id, options }: Extract<Attribute, { type: 'choices' }>,
  tag: Annotation,
  option: string,
): AttributeValue | null {
  const chosen = chosenIn(tag, id)
  const next = options
    .map(({ value }) => value)
    .filter((value) => chosen.includes(value) !== (value === option))
  return next.length === 0 ? null : next
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
  const found = new Map<AttributeValue, string | null>()
  for (const [value, from] of [...dates, ...used])
    if (value != null && allows(attribute, value) && !found.has(value)) found.set(value, from ?? null)
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
