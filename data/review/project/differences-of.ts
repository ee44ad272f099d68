import type { Annotation } from '../../model/records'
import type { RecordIndex } from '../../record/index/record-index'
import { differenceKinds, type Group, type LinkGroup, type TagGroup } from '../comparison'
import { kindOfMeaning } from '../differ'
import type {
  ChosenPair,
  DifferenceCounts,
  DifferenceRow,
  DifferencesPage,
  DifferencesQuery,
  DifferenceTag,
} from '../project-differences'
import { mondayOf, NO_WEEK, weekOf } from '../layers/week'
import { Terms } from '../terms'
import { decidedKey, decisionsThatCount, eachComparison, wordsOf, type Next } from './project-groups'

export interface Differences extends Pick<DifferencesPage, 'version' | 'articles' | 'counts'> {
  readonly rows: readonly DifferenceRow[]
}

/** The groups that a query wants, those of an article together, and there in its order. `null` when it was stopped. */
export async function differencesIn(
  index: RecordIndex,
  query: DifferencesQuery,
  next: Next,
): Promise<Differences | null> {
  const { version } = index
  const decisions = decisionsThatCount(index)
  const terms = new Terms(index)
  const rows: DifferenceRow[] = []
  const counting = new Counting()
  const filters = new Filters(query, terms)
  const isDone = await eachComparison(index, query, next, ({ article, sideOf, comparison }) => {
    const byKey = new Map(comparison.tags.map((group) => [group.key, group]))
    const found: DifferenceRow[] = []
    for (const group of inText(comparison.tags, comparison.links)) {
      if (group.kinds.length === 0 && !query.alike && !query.keys) continue
      const row = rowOf(article, group, sideOf, byKey)
      const records = group.is === 'tags' ? group.tags : group.links
      const isDecided = records.some(
        (record, side) => record && decisions.has(decidedKey(article, comparison.sides[side]!, record.id)),
      )
      const told = { ...row, isDecided }
      const missing = filters.missing(told, tagsIn(group, sideOf), () => datedIn(group, sideOf, byKey))
      counting.take(told, query, terms, missing)
      if (missing.length === 0) found.push(told)
    }
    rows.push(...(query.order === 'kind' ? byKind(found) : found))
  })
  if (!isDone) return null
  const articles = new Set(rows.map(({ article }) => article)).size
  return { version, rows, articles, counts: counting.counts }
}

const inText = (tags: readonly TagGroup[], links: readonly LinkGroup[]): readonly Group[] =>
  [...tags, ...links].toSorted((a, b) => a.start - b.start || b.end - a.end)

const firstKind = ({ kinds }: DifferenceRow): number =>
  kinds[0] === undefined ? differenceKinds.length : differenceKinds.indexOf(kinds[0])

const byKind = (rows: readonly DifferenceRow[]): readonly DifferenceRow[] =>
  rows.toSorted((a, b) => firstKind(a) - firstKind(b))

/** One an annotator of the query. */
const tagsIn = (group: Group, sideOf: readonly number[]): readonly (Annotation | null)[] =>
  sideOf.map((side) => (group.is === 'tags' && side !== -1 ? group.tags[side]! : null))

/** The tags by which a group has its week: its own, or those that its links lead from and to. */
const datedIn = (
  group: Group,
  sideOf: readonly number[],
  groups: ReadonlyMap<string, TagGroup>,
): readonly (Annotation | null)[] =>
  group.is === 'tags'
    ? tagsIn(group, sideOf)
    : [group.from, group.to].flatMap((end) =>
        group.links.map((link, side) => link && (groups.get(end)?.tags[side] ?? null)),
      )

function rowOf(
  article: string,
  group: Group,
  sideOf: readonly number[],
  groups: ReadonlyMap<string, TagGroup>,
): Omit<DifferenceRow, 'isDecided'> {
  const { key, kinds, start, end } = group
  const ofSide = <T>(values: readonly (T | null)[]) =>
    sideOf.map((side) => (side === -1 ? null : (values[side] ?? null)))
  if (group.is === 'tags') {
    const { attributes, overlap } = group
    const tags = ofSide(group.tags).map((tag) => tag && toldTag(tag))
    return { is: 'tags', article, key, kinds, attributes, overlap, start, end, tags, types: [] }
  }
  const from = groups.get(group.from)?.tags ?? []
  const links = ofSide(group.links)
  const tags = ofSide(from).map((tag, i) => (tag && links[i] ? toldTag(tag) : null))
  const types = links.map((link) => link?.type ?? null)
  return { is: 'links', article, key, kinds, attributes: [], overlap: 1, start, end, tags, types }
}

const toldTag = (tag: Annotation): DifferenceTag => ({
  id: tag.id,
  label: tag.label,
  words: wordsOf(tag),
  means: tag.means,
})

type Facet = 'kinds' | 'labels' | 'annotators' | 'other'

/** Which of a query's filters do not let a row through. */
class Filters {
  readonly #query: DifferencesQuery
  readonly #terms: Terms
  readonly #keys: ReadonlySet<string> | null

  constructor(query: DifferencesQuery, terms: Terms) {
    this.#query = query
    this.#terms = terms
    this.#keys = query.keys ? new Set(query.keys) : null
  }

  missing(
    row: DifferenceRow,
    tags: readonly (Annotation | null)[],
    dated: () => readonly (Annotation | null)[],
  ): readonly Facet[] {
    const { kinds, attributes, labelled, of, chosen, week, decided } = this.#query
    const missing: Facet[] = []
    if (kinds && !row.kinds.some((kind) => kinds.includes(kind))) missing.push('kinds')
    if (labelled && !labelsIn(row, this.#terms).some((label) => labelled.includes(label)))
      missing.push('labels')
    if (of && !annotatorsIn(row, this.#query).some((annotator) => of.includes(annotator)))
      missing.push('annotators')
    const isOther =
      (attributes && !row.attributes.some((attribute) => attributes.includes(attribute))) ||
      (this.#keys && !this.#keys.has(row.key)) ||
      (chosen && !isChosen(row, tags, chosen, this.#terms)) ||
      (week !== undefined && week !== weekMade(dated())) ||
      (decided !== undefined && decided !== row.isDecided)
    if (isOther) missing.push('other')
    return missing
  }
}

const labelsIn = ({ tags }: DifferenceRow, terms: Terms): readonly string[] => [
  ...new Set(tags.flatMap((tag) => (tag ? [terms.label(tag.label)] : []))),
]

/** Who has something in a row; where somebody has nothing, that is theirs too. */
const annotatorsIn = (row: DifferenceRow, { annotators }: DifferencesQuery): readonly string[] =>
  row.kinds.includes('missed') || row.kinds.includes('link')
    ? annotators
    : annotators.filter((_, i) => row.tags[i] !== null)

/** The Monday of the week in which the last of some tags was made; `null` without any. */
function weekMade(tags: readonly (Annotation | null)[]): string | null {
  const weeks = tags.flatMap((tag) => (tag ? [weekOf(Math.floor(Date.parse(tag.created) / 86_400_000))] : []))
  const last = Math.max(NO_WEEK, ...weeks)
  return last === NO_WEEK ? null : mondayOf(last)
}

function isChosen(
  row: DifferenceRow,
  [first, second]: readonly (Annotation | null)[],
  { of, values }: ChosenPair,
  terms: Terms,
): boolean {
  if (row.is !== 'tags') return false
  return chosenBy(first ?? null, of, terms) === values[0] && chosenBy(second ?? null, of, terms) === values[1]
}

/** What a tag has as its label, its meaning of a kind, or an attribute; `null` without a tag or without any. */
function chosenBy(tag: Annotation | null, of: string, terms: Terms): string | null {
  if (!tag) return null
  if (of === 'label') return terms.label(tag.label)
  if (of === 'actor' || of === 'position')
    return tag.means !== null && kindOfMeaning(tag, terms) === of ? terms.entry(tag.means) : null
  const value = terms.value(of, tag.attributes[of])
  if (value === undefined) return null
  return Array.isArray(value) ? [...new Set(value)].toSorted().join(' ') : String(value)
}

class Counting {
  readonly #kinds: Record<string, number> = {}
  readonly #labels: Record<string, number> = {}
  readonly #annotators: Record<string, number> = {}
  readonly #articles: Record<string, number> = {}

  take(row: DifferenceRow, query: DifferencesQuery, terms: Terms, missing: readonly Facet[]): void {
    const isLetThrough = (facet: Facet) => missing.every((each) => each === facet)
    const count = (counts: Record<string, number>, key: string) => (counts[key] = (counts[key] ?? 0) + 1)
    if (isLetThrough('kinds')) for (const kind of row.kinds) count(this.#kinds, kind)
    if (isLetThrough('labels')) for (const label of labelsIn(row, terms)) count(this.#labels, label)
    if (isLetThrough('annotators'))
      for (const annotator of annotatorsIn(row, query)) count(this.#annotators, annotator)
    if (missing.length === 0) count(this.#articles, row.article)
  }

  get counts(): DifferenceCounts {
    return {
      kinds: this.#kinds,
      labels: this.#labels,
      annotators: this.#annotators,
      articles: this.#articles,
    }
  }
}
