import { useMemo } from 'react'
import type { AgreementFigures } from '../../../data/review/agreement'
import { showDifferences } from '../review-ui'
import { chooseLayer, useCompared } from './compared-state'
import { ChoiceMatrix } from './ChoiceMatrix'
import { tagsInCell } from './evidence'
import { FindingTable } from './FindingTable'
import { layerRows, partRows, type LayerRow } from './layers'
import { LayerPanel } from './LayerPanel'
import { PlotKey } from './LayerPlot'
import { LayerTable } from './LayerTable'
import { choicesOf, withoutEmpty } from './matrix'
import { labelParts, linkParts, PartTable } from './PartTable'
import { reasonsOf } from './reasons-of'
import { scaleFor } from './scale'
import { Pairs, Slices } from './ToldApart'
import type { AgreementNames } from './use-agreement-names'
import { sayingsOf } from './what-it-says'
import figures from './Figures.module.css'
import styles from './AllFigures.module.css'

interface Props {
  readonly answer: AgreementFigures
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
    () => [...labelParts(answer.labels, codebook), ...linkParts(partRows(answer.layers, codebook), codebook)],
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
  { query }: AgreementFigures,
  { short }: AgreementNames,
): { readonly rows: string; readonly columns: string } {
  const [rows, columns] = short
  return query.annotators.length === 2 && rows !== undefined && columns !== undefined
    ? { rows, columns }
    : { rows: 'One', columns: 'Another' }
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
