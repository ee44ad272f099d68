import type { Codebook } from '../../../data/model/codebook'
import type { ReviewQuery } from '../../../data/review/agreement'
import type { Slice } from '../../../data/review/figures'
import { labelOf } from '../../../data/model/codebook'
import { LabelChip } from '../../ui/LabelChip'
import { showDifferences } from '../review-ui'
import { coefficients } from './coefficients'
import { tagsBehind } from './evidence'
import { coefficientInFigures, countInFigures, intervalInFigures, shareInFigures } from './in-figures'
import { rowOf, type LayerRow } from './layers'
import { useGridKeys } from './use-grid-keys'
import figures from './Figures.module.css'

interface Props {
  /** Slices by label, or layers that are of one label or link type. */
  readonly parts: readonly Part[]
  readonly codebook: Codebook
  readonly query: ReviewQuery
  readonly why: (row: LayerRow) => string
}

/** What is told of one label or one type of link. */
export interface Part {
  readonly of: string
  readonly name: string
  readonly isLabel: boolean
  readonly rows: readonly LayerRow[]
}

/** The layers of each label, in the order of the codebook. */
export const labelParts = (slices: readonly Slice[], codebook: Codebook): readonly Part[] =>
  codebook.labels.flatMap(({ id, name }) => {
    const slice = slices.find(({ of }) => of?.[0] === id)
    const rows = slice?.layers.flatMap((layer) => rowOf(layer, codebook) ?? []) ?? []
    return rows.length === 0 ? [] : [{ of: id, name, isLabel: true, rows }]
  })

/** The layers of each type of link, in the order of the codebook. */
export const linkParts = (rows: readonly LayerRow[], codebook: Codebook): readonly Part[] =>
  codebook.linkTypes.flatMap(({ id, inverse }) => {
    const ofType = rows.filter(({ kind, of }) => kind === 'links' && of === id)
    return ofType.length === 0 ? [] : [{ of: id, name: inverse, isLabel: false, rows: ofType }]
  })

/** Label by label and link by link: a line for each layer that is told of it. A number opens its tags. */
export function PartTable({ parts, codebook, query, why }: Props) {
  const lines = parts.flatMap((part) => part.rows.map((row, i) => ({ part, row, isFirst: i === 0 })))
  const { grid, place } = useGridKeys(lines.length, 2)
  return (
    <table className={figures['table']} role="grid" aria-label="Label by label" {...grid}>
      <thead>
        <tr>
          <th scope="col">Label</th>
          <th scope="col">Layer</th>
          <th scope="col" className={figures['number']}>
            n
          </th>
          <th scope="col" className={figures['number']}>
            Same
          </th>
          <th scope="col" className={figures['after']}>
            Figures
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ part, row, isFirst }, i) => (
          <tr key={`${part.of} ${row.layer}`}>
            <th scope="row">
              <PartName part={part} codebook={codebook} isFirst={isFirst} />
            </th>
            <td className={figures['quiet']}>{row.name.split(':')[0]}</td>
            <td className={figures['number']}>
              <button
                type="button"
                className={figures['open']}
                aria-label={`Open ${countInFigures(row.n)} ${row.things} of ${part.name}`}
                onClick={() => showDifferences(ofPart(part, row, 'compared', query))}
                {...place(i, 0)}
              >
                {countInFigures(row.n)}
              </button>
            </td>
            <td className={figures['number']}>
              {row.observed === null ? (
                <span className={figures['quiet']}>–</span>
              ) : (
                <button
                  type="button"
                  className={figures['open']}
                  aria-label={`Open what differs of ${part.name}: ${shareInFigures(row.observed)} are the same`}
                  onClick={() => showDifferences(ofPart(part, row, 'different', query))}
                  {...place(i, 1)}
                >
                  {shareInFigures(row.observed)}
                </button>
              )}
            </td>
            <td className={figures['after']}>{figuresInLine(row, why)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const ofPart = (part: Part, row: LayerRow, which: 'compared' | 'different', query: ReviewQuery) => ({
  ...tagsBehind(row, which, query),
  ...(part.isLabel && { labels: [part.of] }),
})

function PartName({
  part,
  codebook,
  isFirst,
}: {
  readonly part: Part
  readonly codebook: Codebook
  readonly isFirst: boolean
}) {
  const label = part.isLabel ? labelOf(codebook, part.of) : undefined
  if (!isFirst) return <span className={figures['hidden']}>{part.name}</span>
  return (
    <span className={figures['chip']}>
      {label && <LabelChip label={label} />}
      {part.name}
    </span>
  )
}

/** "F1 .71 (.60 – .80), F1 overlap .87". */
function figuresInLine(row: LayerRow, why: Props['why']): string {
  const told = row.figures.flatMap(({ name, measured, interval }) => {
    if (measured.value === null) return []
    const value = `${coefficients[name].symbol} ${coefficientInFigures(measured.value)}`
    return [interval ? `${value} (${intervalInFigures(interval)})` : value]
  })
  return told.length > 0 ? told.join(', ') : `not defined: ${why(row)}`
}
