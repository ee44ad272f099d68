import { wordValue, type Codebook } from '../../data/model/codebook'
import { entryName, Registry } from '../../data/model/registry'
import type { Named, Stance } from '../../data/record/statement'
import type { StatementColumn, StatementRow } from '../../data/record/query'
import type { ArticleSummary } from '../../data/model/article'
import type { ListedArticle, ProjectView } from '../../data/store/views'
import type { Choice } from './filters'
import { columns } from './columns'
import { shortDay } from './days'

/** What the ids and values of statements are called. */
export interface Names {
  /** An actor's name, an issue's question, a position's answer, of what the entry counts as. */
  readonly entry: (id: string) => string | null
  readonly person: (id: string) => string
  readonly article: (id: string) => ArticleSummary | undefined
  /** A value of one of the claim's attributes. */
  readonly value: (attribute: string, value: string) => string
  readonly thisYear: number
}

/**
 * Names as the project has them now. Days are told without `thisYear`: the year of all articles, if they have one in common,
 * else that of the calendar.
 */
export function namesIn(
  {
    registry,
    people,
    articles,
    codebook,
  }: Pick<ProjectView, 'registry' | 'people' | 'articles' | 'codebook'>,
  thisYear = yearOf(articles) ?? new Date().getFullYear(),
): Names {
  const entries = Registry.of(registry)
  const summaries = summariesOf(articles)
  const names = new Map(people.map(({ id, name }) => [id, name]))
  return {
    entry: (id) => {
      const record = entries.get(id)
      return record ? entryName(record) : null
    },
    person: (id) => names.get(id) ?? id,
    article: (id) => summaries.get(id),
    value: (attribute, value) => valueInWords(codebook, attribute, value),
    thisYear,
  }
}

/** The year in which all articles came out; `null` when there are several, or none is known. */
function yearOf(articles: readonly ListedArticle[]): number | null {
  const dated = articles.flatMap(({ summary }) => summary.published?.slice(0, 4) ?? [])
  const [year] = dated
  return year !== undefined && dated.every((other) => other === year) ? Number(year) : null
}

const known = new WeakMap<readonly ListedArticle[], ReadonlyMap<string, ArticleSummary>>()

function summariesOf(articles: readonly ListedArticle[]): ReadonlyMap<string, ArticleSummary> {
  const summaries = known.get(articles) ?? new Map(articles.map(({ summary }) => [summary.id, summary]))
  known.set(articles, summaries)
  return summaries
}

function valueInWords({ attributes }: Codebook, id: string, value: string): string {
  const attribute = attributes.find((one) => one.id === id)
  return attribute ? wordValue(attribute, value) : value
}

/** What stands in a cell of the table. */
export interface Cell {
  readonly text: string
  /** Words of the article: they are set in its face. */
  readonly isSource?: true
  /** What is known about it besides. */
  readonly title?: string
}

const nothing: Cell = { text: '' }

/** What a statement says in a column. */
export function cellOf(row: StatementRow, column: StatementColumn, names: Names): Cell {
  switch (column) {
    case 'day':
      return dayCell(row, names)
    case 'actor':
      return row.actor ? named(row.actor, names) : nothing
    case 'position':
      return row.position ? named(row.position, names) : nothing
    case 'addressee':
      return several(row.addressees, names)
    case 'source':
      return several(row.sources, names)
    case 'words':
      return { text: row.words, isSource: true }
    case 'article':
      return articleCell(row.article, names)
    case 'outlet':
      return { text: names.article(row.article)?.outlet ?? '' }
    case 'stance':
      return { text: row.stance ? stanceInSigns(row.stance) : '' }
    default: {
      const key = keyOf(row, column, names)
      return { text: key === null ? '' : keyInWords(column, key, names) }
    }
  }
}

/** The value by which a statement is filtered and grouped in a column, as the groups have it. */
export function keyOf(row: StatementRow, column: StatementColumn, names: Names): Choice {
  switch (column) {
    case 'day':
      return row.day
    case 'actor':
      return row.actor?.entry ?? null
    case 'position':
      return row.position?.entry ?? null
    case 'source':
      return row.sources[0]?.entry ?? null
    case 'addressee':
      return row.addressees[0]?.entry ?? null
    case 'stance':
      return row.stance ? String(row.stance.sign) : null
    case 'outlet':
      return names.article(row.article)?.outlet ?? null
    default:
      return row[column]
  }
}

/** What a value of a column is called: in the head of a group, in a list to choose from, in a filter. */
export function keyInWords(column: StatementColumn, key: Choice, names: Names): string {
  if (key === null) return without[column] ?? `No ${columns[column].name.toLowerCase()}`
  switch (column) {
    case 'day':
      return shortDay(key, names.thisYear)
    case 'actor':
    case 'source':
    case 'addressee':
    case 'issue':
    case 'position':
      return names.entry(key) ?? 'Not in the registry any more'
    case 'type':
    case 'speech':
    case 'certainty':
      return names.value(column, key)
    case 'voice':
      return key === 'own' ? 'Own words' : 'Reported'
    case 'stance':
      return key === '1' ? 'For' : key === '-1' ? 'Against' : 'Neither'
    case 'article':
      return names.article(key)?.title ?? key
    case 'annotator':
      return names.person(key)
    case 'outlet':
    case 'words':
      return key
  }
}

/** What a statement without a value in the column is said to be. */
const without: Partial<Record<StatementColumn, string>> = {
  day: 'No day',
  actor: 'Nobody of the registry',
  source: 'Not quoted by another',
  addressee: 'To nobody of the registry',
  voice: 'Not said whose words',
  certainty: 'Not said how certain',
  position: 'No answer of the registry',
  article: 'No article',
  annotator: 'Nobody',
}

/** "+2", "−1", "0"; "+" or "−" where only the side is known. */
export function stanceInSigns({ sign, degree }: Stance): string {
  if (sign === 0) return '0'
  return `${sign > 0 ? '+' : '−'}${degree ?? ''}`
}

/** "strongly for", "against", "neither for nor against". */
export function stanceInWords({ sign, degree }: Stance): string {
  if (sign === 0) return 'neither for nor against'
  const side = sign > 0 ? 'for' : 'against'
  return degree !== null && degree > 1 ? `strongly ${side}` : side
}

/**
 * A statement in one sentence after another, as somebody hears it who does not see the table: "Ilse Harrow, 12 Mar: promise,
 * indirect. Must Vane leave before talks? For the Front to say, for. To Anton Reszek. “Velmora would not …” Meridian 12 Mar."
 */
export function rowInWords(row: StatementRow, names: Names): string {
  const say = (column: StatementColumn) => cellOf(row, column, names).text
  const [actor, sources, addressees] = [say('actor'), say('source'), say('addressee')]
  const quoted = sources && `quoted by ${sources}`
  const about = [say('issue'), say('position')].filter(Boolean).join(' ')
  const stance = row.stance && stanceInWords(row.stance)
  return [
    `${[actor || 'Nobody named', quoted, say('day')].filter(Boolean).join(', ')}: “${row.words}”`,
    [say('type'), say('speech').toLowerCase()].filter(Boolean).join(', '),
    [about.replace(/\.$/, ''), stance].filter(Boolean).join(', '),
    addressees && `To ${addressees}`,
    say('article'),
    `Tagged by ${say('annotator')}`,
  ]
    .filter(Boolean)
    .map((part) => (/[.?!]”?$/.test(part) ? part : `${part}.`))
    .join(' ')
}

/** The name in the registries; what means no entry, or one that is gone, by the words that stand there. */
function named({ entry, words }: Named, names: Names): Cell {
  const name = entry === null ? null : names.entry(entry)
  if (name === null) return { text: words, isSource: true }
  return name === words ? { text: name } : { text: name, title: `${name}: “${words}”` }
}

function several(all: readonly Named[], names: Names): Cell {
  const [first, ...more] = all.map((one) => named(one, names))
  if (!first || more.length === 0) return first ?? nothing
  const text = [first, ...more].map((cell) => cell.text).join(', ')
  return { text, title: text }
}

function dayCell({ day, said }: StatementRow, { thisYear }: Names): Cell {
  if (said !== null) return { text: shortDay(said, thisYear) }
  if (day === null) return nothing
  return {
    text: shortDay(day, thisYear),
    title: 'The day of the article; the tag does not say when it was said.',
  }
}

function articleCell(id: string, names: Names): Cell {
  const summary = names.article(id)
  if (!summary) return nothing
  const day = summary.dateline?.date ?? summary.published
  const short = [summary.outlet ?? summary.title, day && shortDay(day, names.thisYear)]
  return { text: short.filter(Boolean).join(' '), title: summary.title }
}
