import type { Stance } from '../../data/record/statement'
import { stanceInSigns, stanceInWords } from './names'
import styles from './Table.module.css'

/** Units of the drawing from "neither" to the end on either side. */
const HALF = 16

/**
 * A stance as a place on the scale from −2 to +2, with its number. Where only the side is known, an open point halfway.
 */
export function StanceScale({ stance }: { readonly stance: Stance }) {
  const isOpen = stance.sign !== 0 && stance.degree === null
  const x = 20 + (stance.sign * HALF * Math.min(stance.degree ?? 1, 2)) / 2
  return (
    <span className={styles['stance']} title={stanceInWords(stance)}>
      <svg viewBox="0 0 40 12" aria-hidden="true">
        <path className={styles['scale']} d="M1 6h38" />
        <path className={styles['zero']} d="M20 2.5v7" />
        <path className={styles['side']} d={`M20 6H${x}`} />
        <circle className={isOpen ? styles['open'] : styles['point']} cx={x} cy="6" r="2.75" />
      </svg>
      <span>{stanceInSigns(stance)}</span>
    </span>
  )
}
