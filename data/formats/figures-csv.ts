import papa from 'papaparse'
import type { Codebook } from '../model/codebook'
import type { ArticleSummary } from '../model/article'
import type { Person } from '../model/project'
import type { Agreement } from '../review/agreement'
import type { LayerFigures, SliceBy } from '../review/figures'
import { guardCell } from './guard-cell'

/** What ids in figures stand for. */
export interface FiguresScene {
  readonly people: readonly Person[]
  readonly articles: readonly ArticleSummary[]
  readonly codebook: Pick<Codebook, 'labels'>
}

type Cell = string | number

const head = [
  'told_apart_by',
  'of',
  'of_ids',
  'layer',
  'n',
  'same',
  'coefficient',
  'value',
  'low_95',
  'high_95',
  'not_defined',
  'annotators',
  'annotator_ids',
  'overlap_asked',
  'articles',
] as const

/**
 * All figures as a table, a row a figure: of everything, then of each pair, label, article and week, and at last the finds by the
 * overlap that is asked for (as layers `finding:any` and so on). Numbers are not rounded. One that is not defined has no value
 * and the reason; one without an interval has empty ends. Every row says what was compared. RFC 4180: `,` and CRLF, text
 * cells in quotes, those that a spreadsheet would run as a formula with an apostrophe before them.
 */
export function figuresCsv(agreement: Agreement, scene: FiguresScene): string {
  const rows = rowsOf(agreement, scene).map((row) => row.map(guarded))
  return `${papa.unparse([[...head], ...rows], { newline: '\r\n', quotes: isText })}\r\n`
}

/** How many figures the table has. */
export const figuresIn = ({ layers, by, findings }: Agreement): number =>
  [{ layers }, ...Object.values(by).flat()].reduce(
    (sum, slice) => sum + slice.layers.reduce((all, layer) => all + layer.figures.length, 0),
    0,
  ) + findings.length

const isText = (cell: unknown) => typeof cell === 'string' && cell !== ''
const guarded = (cell: Cell): Cell => (typeof cell === 'string' ? guardCell(cell) : cell)

function rowsOf(
  { query, layers, by, findings, articles }: Agreement,
  scene: FiguresScene,
): readonly (readonly Cell[])[] {
  const name = namesIn(scene)
  const compared: readonly Cell[] = [
    query.annotators.map(name.pair).join('; '),
    query.annotators.join('; '),
    query.threshold,
    articles,
  ]
  const slice = (what: SliceBy, of: readonly string[] | null, told: readonly LayerFigures[]) => {
    const named = of === null || what === 'all' ? '' : of.map(name[what]).join('; ')
    const before: readonly Cell[] = [what, named, of?.join('; ') ?? '']
    return told.flatMap(({ layer, n, observed, figures }) =>
      figures.map((figure): readonly Cell[] => [
        ...before,
        layer,
        n,
        observed ?? '',
        figure.name,
        figure.measured.value ?? '',
        figure.interval?.[0] ?? '',
        figure.interval?.[1] ?? '',
        figure.measured.why ?? '',
        ...compared,
      ]),
    )
  }
  return [
    ...slice('all', null, layers),
    ...sliceKinds.flatMap((what) => by[what].flatMap((each) => slice(what, each.of, each.layers))),
    ...findings.map(({ overlap, both, only, f1 }): readonly Cell[] => [
      'all',
      '',
      '',
      `finding:${overlap}`,
      both + only.reduce((sum, n) => sum + n, 0),
      both,
      'f1',
      f1.value ?? '',
      '',
      '',
      f1.why ?? '',
      ...compared,
    ]),
  ]
}

const sliceKinds = ['pair', 'label', 'article', 'week'] as const

function namesIn({ people, articles, codebook }: FiguresScene) {
  const of = <T extends { readonly id: string }>(all: readonly T[], name: (one: T) => string) => {
    const names = new Map(all.map((one) => [one.id, name(one)]))
    return (id: string) => names.get(id) ?? id
  }
  return {
    pair: of(people, (person) => person.name),
    label: of(codebook.labels, (label) => label.name),
    article: of(articles, ({ title }) => title),
    week: (monday: string) => monday,
  }
}
