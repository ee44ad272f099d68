import { useState } from 'react'
import type { AgreementFigures } from '../../../data/review/agreement'
import { openArticle } from '../../state/reading'
import { Button } from '../../ui/Button'
import { Select } from '../../ui/Select'
import { shortDate } from '../../ui/words'
import { showDifferences } from '../review-ui'
import { coefficients } from './coefficients'
import { comparedBy, tagsBehind, tagsOfWeek } from './evidence'
import type { LayerRow } from './layers'
import { PairInterval } from './PairInterval'
import { PairMatrix } from './PairMatrix'
import { lowest, pointsOf, type Point } from './points'
import { agreement } from './ports'
import { reasonsOf } from './reasons-of'
import { SlicePlot } from './SlicePlot'
import type { AgreementNames } from './use-agreement-names'
import { useSlices } from './use-slices'
import figures from './Figures.module.css'
import styles from './AllFigures.module.css'

/** The layer that a plot is of: the one that is told in full, else the first that has a figure. */
function plotted(rows: readonly LayerRow[], chosen: LayerRow | null): LayerRow | null {
  return chosen ?? rows.find(({ main }) => main?.measured.value != null) ?? rows[0] ?? null
}

interface OfLayer {
  readonly answer: AgreementFigures
  readonly names: AgreementNames
  readonly rows: readonly LayerRow[]
  readonly chosen: LayerRow | null
}

/** A layer article by article or week by week. */
export function Slices({ answer, names, rows, chosen }: OfLayer) {
  const [by, setBy] = useState<'article' | 'week'>('article')
  const row = plotted(rows, chosen)
  const slices = useSlices(answer, by, row?.layer)
  if (!row?.main) return null
  const coefficient = row.main.name
  const points = pointsOf(slices ?? [], row.layer, coefficient)
  const { symbol } = coefficients[coefficient]
  const name = (point: Point) =>
    by === 'article' ? names.article(point.of[0]!) : `Week of ${shortDate(point.of[0]!)}`
  const low = lowest(points)
  const open = (point: Point) => {
    const title = `${row.name}: ${name(point)}`
    if (by === 'week') return showDifferences({ ...tagsOfWeek(row, point, answer.query), title })
    const [article] = point.of
    void openArticle(article!)
    showDifferences({ ...tagsBehind(row, 'different', answer.query), articles: [article!], title })
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
      {slices === null && <NotKnown />}
      {slices && points.length === 0 && <p className={figures['hint']}>This layer is not told apart so.</p>}
      {points.length > 0 && (
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
export function Pairs({ answer, names, rows, chosen }: OfLayer) {
  const row = plotted(rows, chosen)
  const slices = useSlices(answer, 'pair', row?.layer)
  if (!row?.main) return null
  const coefficient = row.main.name
  const { symbol } = coefficients[coefficient]
  return (
    <section className={styles['rest']}>
      <h3 className={figures['heading']}>
        {row.name}, pair by pair ({symbol})
      </h3>
      {slices === null && <NotKnown />}
      {slices && (
        <PairMatrix
          label={`${row.name}, pair by pair`}
          people={answer.query.annotators.map((id, i) => ({
            id,
            name: names.full[i]!,
            short: names.short[i]!,
          }))}
          points={pointsOf(slices, row.layer, coefficient)}
          symbol={symbol}
          why={(point) =>
            reasonsOf({ ...row, n: point.n }, answer, names, point.why).get(coefficient)?.short ?? ''
          }
          compared={comparedBy(answer.query)}
        />
      )}
      <PairInterval key={answer.version} answer={answer} names={names} row={row} />
    </section>
  )
}

/** Other figures were computed meanwhile, or the project was opened anew. */
const NotKnown = () => (
  <div className={figures['hint']}>
    <p>These figures are not told apart any more.</p>
    <Button onClick={() => void agreement.compute()}>Compute again</Button>
  </div>
)
