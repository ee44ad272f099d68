import { useMemo, useState } from 'react'
import type { Agreement } from '../../../data/review/agreement'
import type { CoefficientName } from '../../../data/review/figures'
import { openArticle } from '../../state/reading'
import { Select } from '../../ui/Select'
import { shortDate } from '../../ui/words'
import { showDifferences } from '../review-ui'
import { chooseLayer, useCompared } from './compared-state'
import { ChoiceMatrix } from './ChoiceMatrix'
import { coefficients } from './coefficients'
import { tagsBehind, tagsInCell } from './evidence'
import { FindingTable } from './FindingTable'
import { layerRows, partRows, type LayerRow } from './layers'
import { LayerPanel } from './LayerPanel'
import { PlotKey } from './LayerPlot'
import { LayerTable } from './LayerTable'
import { choicesOf, withoutEmpty } from './matrix'
import { PairMatrix } from './PairMatrix'
import { labelParts, linkParts, PartTable } from './PartTable'
import { lowest, pointsOf, type Point } from './points'
import { reasonsOf } from './reasons-of'
import { scaleFor } from './scale'
import { SlicePlot } from './SlicePlot'
import type { AgreementNames } from './use-agreement-names'
import { sayingsOf } from './what-it-says'
import figures from './Figures.module.css'
import styles from './AllFigures.module.css'

interface Props {
  readonly answer: Agreement
  readonly names: AgreementNames
}

/** Values that are drawn in a table of choices beside the figures; more would be no table any more. */
const VALUES_AT_MOST = 8

/** All that is told: a row a layer, then labels against each other, what was found, and where and when it differs. */
export function AllFigures({ answer, names }: Props) {
  const { query } = answer
  const { codebook } = names
  const rows = useMemo(() => layerRows(answer.layers, codebook), [answer, codebook])
  const layer = useCompared((state) => state.layer)
  const chosen = rows.find((row) => row.layer === layer) ?? null
  const scale = useMemo(
    () =>
      scaleFor(
        rows.flatMap(({ main, second }) => [
          ...(main?.interval ?? []),
          ...[main, second].flatMap((figure) => figure?.measured.value ?? []),
        ]),
      ),
    [rows],
  )
  const why = (row: LayerRow): string => reasonsOf(row, answer, names).get(row.main?.name)?.short ?? ''
  const confusion = answer.confusions.find((each) => each.layer === 'label')?.confusion
  const isPair = query.annotators.length === 2
  const parts = useMemo(
    () => [
      ...labelParts(answer.by.label, codebook),
      ...linkParts(partRows(answer.layers, codebook), codebook),
    ],
    [answer, codebook],
  )

  return (
    <>
      <LayerTable
        rows={rows}
        scale={scale}
        query={query}
        chosen={chosen?.layer ?? null}
        onChoose={chooseLayer}
        why={why}
      />
      <PlotKey rows={rows} />
      <div className={styles['parts']}>
        {confusion && (
          <section className={styles['matrix']}>
            <h3 className={figures['heading']}>Labels, tag by tag</h3>
            <ChoiceMatrix
              label="Labels, tag by tag"
              confusion={confusion}
              {...whose(answer, names)}
              value={(value) => names.value('label', value)}
              labels={codebook.labels}
              onOpen={(values, inWords) =>
                showDifferences(
                  tagsInCell({ kind: 'label', of: null, name: 'Label' }, values, inWords, query),
                )
              }
            />
            <p className={figures['hint']}>
              A number opens its tags.
              {!isPair && ' Summed over all pairs of them, the earlier in the rows.'}
            </p>
          </section>
        )}
        <section className={styles['finding']}>
          <h3 className={figures['heading']}>Found by whom</h3>
          <FindingTable findings={answer.findings} query={query} people={names.short} />
        </section>
        <Slices answer={answer} names={names} rows={rows} chosen={chosen} />
      </div>
      {query.annotators.length > 2 && <Pairs answer={answer} names={names} rows={rows} chosen={chosen} />}
      {parts.length > 0 && (
        <section className={styles['rest']}>
          <h3 className={figures['heading']}>Label by label</h3>
          <div className={styles['scroller']}>
            <PartTable parts={parts} codebook={codebook} query={query} why={why} />
          </div>
        </section>
      )}
    </>
  )
}

/** Whose choices stand in the rows of a table of choices, and whose in its columns. */
function whose(
  { query }: Agreement,
  { short }: AgreementNames,
): { readonly rows: string; readonly columns: string } {
  const [rows, columns] = short
  return query.annotators.length === 2 && rows !== undefined && columns !== undefined
    ? { rows, columns }
    : { rows: 'One', columns: 'Another' }
}

/** The layer that a plot is of: the one that is told in full, else the first that has a figure. */
function plotted(rows: readonly LayerRow[], chosen: LayerRow | null): LayerRow | null {
  return chosen ?? rows.find(({ main }) => main?.measured.value != null) ?? rows[0] ?? null
}

interface OfLayer extends Props {
  readonly rows: readonly LayerRow[]
  readonly chosen: LayerRow | null
}

/** A layer article by article or week by week. */
function Slices({ answer, names, rows, chosen }: OfLayer) {
  const [by, setBy] = useState<'article' | 'week'>('article')
  const row = plotted(rows, chosen)
  if (!row?.main) return null
  const coefficient: CoefficientName = row.main.name
  const points = pointsOf(answer.by[by], row.layer, coefficient)
  const { symbol } = coefficients[coefficient]
  const name = (point: Point) =>
    by === 'article' ? names.article(point.of[0]!) : `Week of ${shortDate(point.of[0]!)}`
  const low = lowest(points)
  const open = (point: Point) => {
    const behind = tagsBehind(row, 'different', answer.query)
    // In which week a tag was made is no filter of Differences: there one sees those of all weeks.
    if (by === 'week') return showDifferences({ ...behind, title: `${row.name}: what differs, of all weeks` })
    const [article] = point.of
    void openArticle(article!)
    showDifferences({ ...behind, articles: [article!], title: `${row.name}: ${name(point)}` })
  }
  return (
    <section className={styles['slices']}>
      <header className={styles['slicesHead']}>
        <h3 className={figures['heading']}>{row.name}</h3>
        <Select
          quiet
          label="Told apart by"
          value={by}
          options={[
            { value: 'article', name: 'article by article' },
            { value: 'week', name: 'over time' },
          ]}
          onChange={(value) => setBy(value === 'week' ? 'week' : 'article')}
        />
      </header>
      {points.length === 0 ? (
        <p className={figures['hint']}>This layer is not told apart so.</p>
      ) : (
        <SlicePlot
          key={`${row.layer} ${by}`}
          label={`${row.name}, ${by === 'article' ? 'article by article' : 'over time'}`}
          points={points}
          whole={row.main.measured.value}
          symbol={symbol}
          name={name}
          why={(point) =>
            reasonsOf({ ...row, n: point.n }, answer, names, point.why).get(coefficient)?.short ?? ''
          }
          ends={by === 'article' ? ['1', String(points.length)] : [name(points[0]!), name(points.at(-1)!)]}
          onOpen={open}
        />
      )}
      {low !== null && (
        <p className={figures['hint']}>
          Lowest:{' '}
          <button type="button" className={figures['link']} onClick={() => open(points[low]!)}>
            {name(points[low]!)}
          </button>
        </p>
      )}
    </section>
  )
}

/** A layer pair by pair. */
function Pairs({ answer, names, rows, chosen }: OfLayer) {
  const row = plotted(rows, chosen)
  if (!row?.main) return null
  const coefficient = row.main.name
  const { symbol } = coefficients[coefficient]
  return (
    <section className={styles['rest']}>
      <h3 className={figures['heading']}>
        {row.name}, pair by pair ({symbol})
      </h3>
      <PairMatrix
        label={`${row.name}, pair by pair`}
        people={answer.query.annotators.map((id, i) => ({
          id,
          name: names.full[i]!,
          short: names.short[i]!,
        }))}
        points={pointsOf(answer.by.pair, row.layer, coefficient)}
        symbol={symbol}
        why={(point) =>
          reasonsOf({ ...row, n: point.n }, answer, names, point.why).get(coefficient)?.short ?? ''
        }
        articles={answer.query.articles ?? 'all'}
      />
    </section>
  )
}

/** The layer that was chosen, in full; nothing while none is. */
export function ChosenLayer({ answer, names }: Props) {
  const layer = useCompared((state) => state.layer)
  const row = useMemo(
    () => layerRows(answer.layers, names.codebook).find((each) => each.layer === layer),
    [answer, names, layer],
  )
  return row ? <Panel row={row} answer={answer} names={names} /> : null
}

function Panel({ row, answer, names }: Props & { readonly row: LayerRow }) {
  const whole = answer.confusions.find(({ layer }) => layer === row.layer)?.confusion ?? null
  const value = (each: string | null) => names.value(row.layer, each)
  const isSmall = whole !== null && whole.values.length <= VALUES_AT_MOST
  const choices = isSmall
    ? choicesOf(whole).map((choice) => ({ value: value(choice.value), count: choice.count }))
    : null
  const reasons = reasonsOf(row, answer, names)
  const isUndefined = row.main?.measured.value == null
  const used = whole && withoutEmpty(whole)
  const isDrawn = used !== null && used.values.length > 1 && used.values.length <= VALUES_AT_MOST
  return (
    <LayerPanel
      row={row}
      says={sayingsOf(row, { choices })}
      reason={isUndefined ? (reasons.get(row.main?.name) ?? null) : null}
      reasons={reasons}
      choices={isUndefined ? choices : null}
      matrix={
        isDrawn && row.kind !== 'label'
          ? {
              confusion: used,
              ...whose(answer, names),
              value,
              onOpen: (values, inWords) => showDifferences(tagsInCell(row, values, inWords, answer.query)),
            }
          : null
      }
      onClose={() => chooseLayer(null)}
    />
  )
}
