import type { Confusion } from '../../../data/review/figures'
import { IconButton } from '../../ui/Button'
import { ReviewSide } from '../slots'
import { ChoiceMatrix, Choices } from './ChoiceMatrix'
import { coefficients, linesSource } from './coefficients'
import { coefficientInFigures, intervalInFigures } from './in-figures'
import type { LayerRow } from './layers'
import type { Sayings } from './what-it-says'
import type { Reason } from './why-undefined'
import figures from './Figures.module.css'
import styles from './LayerPanel.module.css'

interface Props {
  readonly row: LayerRow
  readonly says: Sayings
  /** Why the figure of the row is not defined; `null` when it is. */
  readonly reason: Reason | null
  /** Why each of its figures is not. */
  readonly reasons: ReadonlyMap<string | undefined, Reason>
  readonly choices: readonly { readonly value: string; readonly count: number }[] | null
  readonly matrix: {
    readonly confusion: Confusion
    readonly rows: string
    readonly columns: string
    readonly value: (value: string | null) => string
    readonly onOpen: (values: readonly [string | null, string | null], inWords: string) => void
  } | null
  readonly onClose: () => void
}

/** A layer in full: why it has no figure, what one can say of it and what not, its figures, and where they come from. */
export function LayerPanel({ row, says, reason, reasons, choices, matrix, onClose }: Props) {
  return (
    <ReviewSide at="right" label={row.name}>
      <header className={styles['head']}>
        <h2 className={figures['heading']}>{row.name}</h2>
        <IconButton icon="close" label="Close the layer" onClick={onClose} />
      </header>
      <div
        className={styles['scroller']}
        id="agreement-layer"
        tabIndex={0}
        role="group"
        aria-label="About the layer"
      >
        {reason && row.main && (
          <section>
            <h3 className={figures['heading']}>Why {coefficients[row.main.name].symbol} is not defined</h3>
            <p>{reason.sentences.join(' ')}</p>
            {choices && <Choices choices={choices} />}
          </section>
        )}
        <Sentences title="What you can say" sentences={says.can} />
        <Sentences title="What you cannot say" sentences={says.cannot} />
        <Sentences title="Also look at" sentences={says.alsoLook} />
        {matrix && (
          <section>
            <h3 className={figures['heading']}>Choice against choice</h3>
            <div className={styles['wide']}>
              <ChoiceMatrix label={`${row.name}, choice against choice`} {...matrix} />
            </div>
          </section>
        )}
        <AllFigures row={row} reasons={reasons} />
        {row.figures.map(({ name }) => (
          <section key={name}>
            <h3 className={figures['heading']}>{coefficients[name].name}</h3>
            <p>{coefficients[name].definition}</p>
            <p className={figures['hint']}>{coefficients[name].source}.</p>
          </section>
        ))}
        <section>
          <h3 className={figures['heading']}>The lines at .67 and .8</h3>
          <p className={figures['hint']}>{linesSource}</p>
        </section>
      </div>
    </ReviewSide>
  )
}

function Sentences({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null
  return (
    <section>
      <h3 className={figures['heading']}>{title}</h3>
      <ul className={styles['sentences']}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </section>
  )
}

function AllFigures({ row, reasons }: Pick<Props, 'row' | 'reasons'>) {
  return (
    <section>
      <h3 className={figures['heading']}>All figures of this layer</h3>
      <table className={figures['table']}>
        <tbody>
          {row.figures.map(({ name, measured, interval }) => (
            <tr key={name}>
              <th scope="row">{coefficients[name].symbol}</th>
              {measured.value === null ? (
                <td colSpan={2} className={styles['why']}>
                  not defined: {reasons.get(name)?.short}
                </td>
              ) : (
                <>
                  <td className={figures['number']}>{coefficientInFigures(measured.value)}</td>
                  <td className={figures['number']}>
                    <span className={figures['quiet']}>
                      {interval ? intervalInFigures(interval) : 'no interval'}
                    </span>
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
