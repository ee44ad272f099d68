import type { StatementRow } from '../../data/record/query'
import { entryName, type Registry } from '../../data/model/registry'

/** What one actor says about one position. */
export interface Strand {
  readonly key: string
  /** The actor's name or the position's answer; words of an article where they mean no entry. */
  readonly name: string
  readonly isQuote: boolean
  /** The entry that it is about; `null` for words that mean none. */
  readonly entry: string | null
  /** Latest first; those without a day last. */
  readonly statements: readonly StatementRow[]
}

/** Strands that belong together: those on one issue, or on one of its positions. */
export interface Theme {
  readonly key: string
  /** `null` for what belongs nowhere. */
  readonly name: string | null
  readonly entry: string | null
  readonly strands: readonly Strand[]
}

/** What stands on the page of an actor (issues, his positions), of a position (who holds it) or an issue (answers, who holds them). */
export type Page = 'actor' | 'position' | 'issue'

/** The statements of a page in themes and strands, those with most statements first. Statements without a position come last. */
export function themesOf(
  registry: Registry,
  page: Page,
  statements: readonly StatementRow[],
): readonly Theme[] {
  const themes = new Map<string, { theme: Omit<Theme, 'strands'>; rows: StatementRow[] }>()
  for (const row of statements) {
    const theme = themeOf(registry, page, row)
    const known = themes.get(theme.key)
    if (known) known.rows.push(row)
    else themes.set(theme.key, { theme, rows: [row] })
  }
  return [...themes.values()]
    .map(({ theme, rows }) => ({ ...theme, strands: strandsOf(registry, page, rows), size: rows.length }))
    .toSorted((a, b) => Number(a.name === null) - Number(b.name === null) || b.size - a.size || byKey(a, b))
    .map(({ size: _, ...theme }) => theme)
}

function themeOf(registry: Registry, page: Page, row: StatementRow): Omit<Theme, 'strands'> {
  if (page === 'position') return { key: '', name: '', entry: null }
  const record = page === 'actor' ? registry.issue(row.issue) : registry.position(row.position?.entry)
  return record
    ? { key: record.id, name: entryName(record), entry: record.id }
    : { key: '', name: null, entry: null }
}

function strandsOf(registry: Registry, page: Page, rows: readonly StatementRow[]): readonly Strand[] {
  const strands = new Map<string, { strand: Omit<Strand, 'statements'>; rows: StatementRow[] }>()
  for (const row of rows) {
    const strand = strandOf(registry, page, row)
    const known = strands.get(strand.key)
    if (known) known.rows.push(row)
    else strands.set(strand.key, { strand, rows: [row] })
  }
  return [...strands.values()]
    .map(({ strand, rows: all }) => ({ ...strand, statements: all.toSorted(latestFirst) }))
    .toSorted((a, b) => b.statements.length - a.statements.length || byKey(a, b))
}

function strandOf(registry: Registry, page: Page, row: StatementRow): Omit<Strand, 'statements'> {
  const named = page === 'actor' ? row.position : row.actor
  const record = registry.get(named?.entry)
  if (record) return { key: record.id, name: entryName(record), isQuote: false, entry: record.id }
  if (named) return { key: `“${named.words}”`, name: named.words, isQuote: true, entry: null }
  return {
    key: '',
    name: page === 'actor' ? 'No position given' : 'Nobody named',
    isQuote: false,
    entry: null,
  }
}

const byKey = (a: { readonly key: string }, b: { readonly key: string }): number =>
  a.key < b.key ? -1 : a.key > b.key ? 1 : 0

const latestFirst = (a: StatementRow, b: StatementRow): number => {
  const [x, y] = [a.day ?? '', b.day ?? '']
  return x < y ? 1 : x > y ? -1 : a.id < b.id ? -1 : 1
}

/** Who quotes an actor, by entries or words, the most frequent first. */
export function quotedBy(
  registry: Registry,
  statements: readonly StatementRow[],
): readonly { readonly name: string; readonly entry: string | null; readonly count: number }[] {
  const found = new Map<string, { name: string; entry: string | null; count: number }>()
  for (const { sources } of statements)
    for (const { entry: id, words } of sources) {
      const record = registry.get(id)
      const key = record?.id ?? `“${words}”`
      const known = found.get(key)
      if (known) known.count++
      else found.set(key, { name: record ? entryName(record) : words, entry: record?.id ?? null, count: 1 })
    }
  return [...found.values()].toSorted((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1))
}
