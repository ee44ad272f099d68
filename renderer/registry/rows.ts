import type { Actor, Issue, Position } from '../../data/model/records'
import type { Alike, Registry } from '../../data/model/registry'
import { Names } from '../../data/text/fuzzy'
import type { Narrowing, Tab } from './narrowing'

/** How many tags name each very entry, by its id; one that no tag names is not there. */
export type Counts = Readonly<Record<string, { readonly own: number }>>

/** A row of the list. `by`: another of its names, by which it was found. */
export type Row = Readonly<
  | { is: 'actor'; id: string; record: Actor; by: string | null; count: number }
  /** `record` is `null` over positions whose issue is not there; such a row has no id. */
  | { is: 'issue'; id: string | null; record: Issue | null; by: string | null; count: number }
  | { is: 'position'; id: string; record: Position; by: string | null; count: number }
>

/** As many as one looks through before typing another letter. */
const MOST_FOUND = 200

/** The tags that mean an entry, or anything that was merged into it. */
export const countOf = (registry: Registry, counts: Counts, id: string): number =>
  registry.groupOf(id).reduce((sum, each) => sum + (counts[each]?.own ?? 0), 0)

/** The tags that mean one of the positions of an issue. */
export const countOfIssue = (registry: Registry, counts: Counts, issue: string): number =>
  registry.positionsOf(issue).reduce((sum, { id }) => sum + countOf(registry, counts, id), 0)

/** Those that may be the same as another, by the ids of both. */
const alikeIds = (pairs: readonly Alike[]): ReadonlySet<string> =>
  new Set(pairs.flatMap(({ of, other }) => [of.id, other.id]))

/** The actors that fit, best first; with nothing typed, in the order that was chosen. */
export function actorRows(registry: Registry, counts: Counts | null, narrowing: Narrowing): readonly Row[] {
  const { typed, order, kind, country, only } = narrowing
  const known = counts ?? noCounts
  const alike = only === 'alike' ? alikeIds(registry.perhapsTheSame()) : nobody
  const row = (record: Actor, found: string): Extract<Row, { is: 'actor' }> => ({
    is: 'actor',
    id: record.id,
    record,
    by: found === record.name ? null : found,
    count: countOf(registry, known, record.id),
  })
  const fits = ({ record, count }: Extract<Row, { is: 'actor' }>) =>
    (kind === null || record.kind === kind) &&
    (country === null || record.country === country) &&
    (only !== 'without' || count === 0) &&
    (only !== 'alike' || alike.has(record.id))
  if (typed.trim() !== '')
    return namesOfActors(registry)
      .find(typed, MOST_FOUND)
      .map(({ item, name }) => row(item, name))
      .filter(fits)
  const rows = registry.actors.map((record) => row(record, record.name)).filter(fits)
  // Sorting keeps those with as many tags in the order of their names.
  return order === 'name' ? rows : rows.toSorted((a, b) => b.count - a.count)
}

/** Issues, each over its positions: those that fit, the issue of the best first; all positions of an issue that fits itself. */
export function positionRows(
  registry: Registry,
  counts: Counts | null,
  { typed, order, only }: Narrowing,
): readonly Row[] {
  const known = counts ?? noCounts
  const alike = only === 'alike' ? alikeIds(registry.perhapsTheSame()) : nobody
  const fits = (id: string, count: number) =>
    (only !== 'without' || count === 0) && (only !== 'alike' || alike.has(id))

  const group = (issue: Issue | null, positions: readonly Position[], by: Finding): Row[] => {
    const rows = positions
      .map((record): Row => ({
        is: 'position',
        id: record.id,
        record,
        by: by(record.id, record.answer),
        count: countOf(registry, known, record.id),
      }))
      .filter(({ id, count }) => fits(id ?? '', count))
    const count = issue
      ? countOfIssue(registry, known, issue.id)
      : rows.reduce((sum, row) => sum + row.count, 0)
    if (rows.length === 0 && (!issue || !fits(issue.id, count))) return []
    const sorted = order === 'name' ? rows : rows.toSorted((a, b) => b.count - a.count)
    const heading: Row = {
      is: 'issue',
      id: issue?.id ?? null,
      record: issue,
      by: issue && by(issue.id, issue.question),
      count,
    }
    return [heading, ...sorted]
  }

  const homeless = registry.positions.filter(({ issue }) => !registry.issue(issue))
  if (typed.trim() === '') {
    const groups = registry.issues.map((issue) => group(issue, registry.positionsOf(issue.id), () => null))
    const sorted =
      order === 'name' ? groups : groups.toSorted((a, b) => (b[0]?.count ?? 0) - (a[0]?.count ?? 0))
    return [...sorted.flat(), ...(homeless.length > 0 ? group(null, homeless, () => null) : [])]
  }

  const found = namesOfAnswers(registry).find(typed, MOST_FOUND)
  const names = new Map(found.map(({ item, name }) => [item.id, name]))
  const by: Finding = (id, own) => {
    const name = names.get(id)
    return name === undefined || name === own ? null : name
  }
  const issues = new Set(
    found.map(({ item }) => (item.is === 'issue' ? item : (registry.issue(item.issue) ?? null))),
  )
  return [...issues].flatMap((issue) => {
    const all = issue ? registry.positionsOf(issue.id) : homeless
    return group(issue, issue && names.has(issue.id) ? all : all.filter(({ id }) => names.has(id)), by)
  })
}

type Finding = (id: string, own: string) => string | null

const noCounts: Counts = {}
const nobody: ReadonlySet<string> = new Set()

const actorNames = new WeakMap<Registry, Names<Actor>>()
const answerNames = new WeakMap<Registry, Names<Issue | Position>>()

/** The names of a tab made ready to be searched, which with thousands takes longer than a frame: best before the first letter. */
export const prepare = (registry: Registry, tab: Tab): unknown =>
  tab === 'actors' ? namesOfActors(registry) : namesOfAnswers(registry)

const namesOfActors = (registry: Registry): Names<Actor> =>
  kept(actorNames, registry, () => new Names(registry.actors, ({ id }) => registry.namesOf(id)))

const namesOfAnswers = (registry: Registry): Names<Issue | Position> =>
  kept(
    answerNames,
    registry,
    () => new Names([...registry.issues, ...registry.positions], ({ id }) => registry.namesOf(id)),
  )

function kept<T>(all: WeakMap<Registry, T>, registry: Registry, make: () => T): T {
  const known = all.get(registry) ?? make()
  all.set(registry, known)
  return known
}

/** The countries that actors have, by name. */
export const countriesIn = (registry: Registry): readonly string[] =>
  [...new Set(registry.actors.flatMap(({ country }) => country ?? []))].toSorted((a, b) =>
    a.localeCompare(b, 'en'),
  )
