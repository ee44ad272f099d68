import papa from 'papaparse'
import { wordValue, type Codebook } from '../model/codebook'
import type { RegistryRecord } from '../model/records'
import { entryName, Registry } from '../model/registry'
import type { ArticleSummary } from '../model/article'
import type { Person } from '../model/project'
import type { Named, Statement } from '../record/statement'
import type { StatementColumn, StatementRow } from '../record/query'
import { guardCell } from './guard-cell'

/** What ids in statements stand for. */
export interface StatementScene {
  readonly registry: readonly RegistryRecord[]
  readonly people: readonly Person[]
  readonly articles: readonly ArticleSummary[]
  readonly codebook: Codebook
}

type Cell = string | number

/** A column of the file: its name, and what it has of a statement. */
type Told = readonly [name: string, cell: (row: StatementRow, scene: Scene) => Cell]

/**
 * Statements as a table, for people with spreadsheets and for R, pandas and SPSS. RFC 4180: `,` and CRLF, text cells in
 * quotes, numbers without; text cells that a spreadsheet would run as a formula start with an apostrophe. The columns are
 * those that are shown, in their order, and after them what a program needs to find the words again: ids, and offsets,
 * which count UTF-16 code units of the article's text. Several in one cell are joined by `; `.
 */
export function statementsCsv(
  rows: readonly StatementRow[],
  columns: readonly StatementColumn[],
  scene: StatementScene,
): string {
  const told = [...columns.flatMap((column) => shown[column]), ...always]
  const named = sceneOf(scene)
  const cells = rows.map((row) => told.map(([, cell]) => guarded(cell(row, named))))
  const head = told.map(([name]) => name)
  return `${papa.unparse([head, ...cells], { newline: '\r\n', quotes: isText })}\r\n`
}

const isText = (cell: unknown) => typeof cell === 'string' && cell !== ''
const guarded = (cell: Cell): Cell => (typeof cell === 'string' ? guardCell(cell) : cell)

/** What stands in the file for a column of the table. */
const shown: Readonly<Record<StatementColumn, readonly Told[]>> = {
  day: [
    ['said', ({ said }) => said ?? ''],
    ['day', ({ day }) => day ?? ''],
  ],
  actor: [
    ['actor', ({ actor }, { name }) => (actor ? name(actor) : '')],
    ['actor_words', ({ actor }) => actor?.words ?? ''],
  ],
  source: [['quoted_by', ({ sources }, { name }) => sources.map(name).join('; ')]],
  type: [['type', ({ type }, { value }) => value('type', type)]],
  speech: [['speech', ({ speech }, { value }) => value('speech', speech)]],
  voice: [['own_or_reported', ({ voice }) => voice ?? '']],
  certainty: [['certainty', ({ certainty }, { value }) => value('certainty', certainty)]],
  issue: [['issue', ({ issue }, { entry }) => entry(issue)]],
  position: [
    ['answer', ({ position }, { name }) => (position ? name(position) : '')],
    ['answer_words', ({ position }) => position?.words ?? ''],
  ],
  stance: [
    ['stance', ({ stance }) => (stance === null ? '' : stanceOf(stance))],
    ['side', ({ stance }) => stance?.sign ?? ''],
  ],
  addressee: [['addressed_to', ({ addressees }, { name }) => addressees.map(name).join('; ')]],
  words: [['words', ({ words }) => words]],
  article: [
    ['article_title', ({ article }, { summary }) => summary(article)?.title ?? ''],
    ['published', ({ article }, { summary }) => summary(article)?.published ?? ''],
  ],
  outlet: [['outlet', ({ article }, { summary }) => summary(article)?.outlet ?? '']],
  annotator: [['annotator', ({ annotator }, { person }) => person(annotator)]],
}

/** What stands in the file whatever is shown. */
const always: readonly Told[] = [
  ['statement_id', ({ id }) => id],
  ['article_id', ({ article }) => article],
  ['paragraph', ({ paragraph }) => paragraph ?? ''],
  ['start_u16', (row) => rangesOf(row)[0]?.start ?? ''],
  ['end_u16', (row) => rangesOf(row).at(-1)?.end ?? ''],
  [
    'ranges_u16',
    (row) =>
      rangesOf(row)
        .map(({ start, end }) => `${start}-${end}`)
        .join(';'),
  ],
  ['annotator_id', ({ annotator }) => annotator],
  ['actor_id', ({ actor }) => actor?.entry ?? ''],
  ['position_id', ({ position }) => position?.entry ?? ''],
  ['issue_id', ({ issue }) => issue ?? ''],
  ['tags', ({ evidence }) => evidence.map((proof) => `${proof.as}:${proof.tag}`).join('; ')],
]

/** −2 to 2; nothing where only the side is known. */
const stanceOf = ({ sign, degree }: NonNullable<Statement['stance']>): Cell =>
  sign === 0 ? 0 : degree === null ? '' : sign * degree

/** Where the statement's words stand: those of the claim, else of the position. */
function rangesOf({ claim, evidence }: Statement) {
  const role = claim === null ? 'position' : 'claim'
  return evidence.find((proof) => proof.as === role)?.ranges ?? []
}

interface Scene {
  readonly name: (named: Named) => string
  readonly entry: (id: string | null) => string
  readonly value: (attribute: string, value: string | null) => string
  readonly summary: (article: string) => ArticleSummary | undefined
  readonly person: (id: string) => string
}

function sceneOf({ registry, people, articles, codebook }: StatementScene): Scene {
  const entries = Registry.of(registry)
  const summaries = new Map(articles.map((summary) => [summary.id, summary]))
  const names = new Map(people.map(({ id, name }) => [id, name]))
  const entry = (id: string | null) => {
    const record = entries.get(id)
    return record ? entryName(record) : ''
  }
  return {
    entry,
    name: (named) => entry(named.entry) || named.words,
    value: (id, value) => {
      const attribute = codebook.attributes.find((one) => one.id === id)
      return value === null ? '' : attribute ? wordValue(attribute, value) : value
    },
    summary: (article) => summaries.get(article),
    person: (id) => names.get(id) ?? id,
  }
}
