import type { StatementRow } from '../../data/record/query'
import { showTag } from '../state/actions'
import { counted } from '../ui/words'
import { dotsOf, LEVELS } from './stance-dots'
import type { TimeAxis } from './time-axis'
import styles from './Themes.module.css'

interface Props {
  readonly statements: readonly StatementRow[]
  readonly axis: TimeAxis
  readonly name: string
}

/** Height of the drawing in CSS pixels, and what stands free above and below it. */
const [HEIGHT, RIM] = [58, 4]

/**
 * Stances over time: for above, against below. A dot opens its words; the list of quotes has the same for the keyboard and
 * assistive technology, which are told how many there are of each side.
 */
export function StanceDots({ statements, axis, name }: Props) {
  const dots = dotsOf(statements, axis)
  const y = (level: number) => RIM + ((HEIGHT - 2 * RIM) * (LEVELS - 1 - level)) / (LEVELS - 1)
  const count = (sign: number) => statements.filter(({ stance }) => stance?.sign === sign).length
  const said = [
    [count(1), 'for'],
    [count(0), 'neither'],
    [count(-1), 'against'],
    [statements.filter(({ stance }) => stance === null).length, 'without a stance'],
  ].flatMap(([number, side]) => (number === 0 ? [] : [`${number} ${side}`]))
  if (dots.length === 0) return <p className={styles['noDots']}>No stance with a date</p>
  return (
    <div
      className={styles['dots']}
      role="img"
      aria-label={`Stance over time on “${name}”: ${counted(statements.length, 'quote')}, ${said.join(', ')}`}
    >
      <span className={styles['for']}>for</span>
      <span className={styles['against']}>against</span>
      <div className={styles['plot']}>
        {Array.from({ length: LEVELS }, (_, level) => (
          <span key={level} className={styles['level']} style={{ top: `${y(level)}px` }} />
        ))}
        {dots.map(({ id, row, at, level, isVague }) => (
          <span
            key={id}
            className={isVague ? `${styles['dot']} ${styles['vague']}` : styles['dot']}
            style={{ left: `${100 * at}%`, top: `${y(level)}px` }}
            title={row.words}
            onClick={() => {
              const tag = row.claim ?? row.position?.tags[0]
              if (tag !== undefined) void showTag(row.article, tag)
            }}
          />
        ))}
      </div>
    </div>
  )
}
