import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { Keycap } from '../ui/Keycap'
import type { Row } from './row'
import styles from './StatementPalette.module.css'

interface Props {
  readonly id: string
  readonly row: Row
  /** From 1; the first nine are taken by their digit. */
  readonly number: number | null
  readonly isActive: boolean
  readonly onTake: () => void
}

/** One thing to choose: its name, what it is called besides, and the words around it. */
export function PaletteRow({ id, row, number, isActive, onTake }: Props) {
  const { name, isQuote, beside, under, aside, icon, letter, isCurrent, answer } = row
  const digit = number !== null && number <= 9 && answer !== null ? String(number) : null
  const said = [
    name,
    beside,
    aside,
    under && `${under.before}${under.words}${under.after}`,
    isCurrent && 'set now',
  ]
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-disabled={answer === null || undefined}
      aria-label={said.filter(Boolean).join(', ')}
      aria-keyshortcuts={[letter, digit].filter(Boolean).join(' ') || undefined}
      className={classes(styles['row'], isActive && styles['active'], answer === null && styles['off'])}
      onClick={onTake}
    >
      {icon !== null && <Icon name={icon} small />}
      <span className={styles['text']}>
        <span className={styles['first']}>
          <span className={classes(styles['name'], isQuote && styles['quoted'])}>{name}</span>
          {beside !== null && <span className={styles['beside']}>{beside}</span>}
          {isCurrent && <Icon name="tick" small />}
        </span>
        {under !== null && (
          <span className={classes(styles['under'], under.isQuote && styles['source'])} dir="auto">
            {under.before}
            <b>{under.words}</b>
            {under.after}
          </span>
        )}
      </span>
      {aside !== null && <span className={styles['aside']}>{aside}</span>}
      {letter !== null && <Keycap keys={letter.toUpperCase()} />}
      {digit !== null && <Keycap keys={digit} />}
    </div>
  )
}
