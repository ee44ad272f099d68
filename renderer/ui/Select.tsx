import { classes } from './classes'
import { Icon } from './Icon'
import styles from './fields.module.css'

interface Props {
  readonly label: string
  readonly value: string
  readonly options: readonly { readonly value: string; readonly name: string }[]
  readonly onChange: (value: string) => void
  /** Plain text until it is pointed at or focused. */
  readonly quiet?: boolean
  readonly title?: string
}

/** One of a few. The empty value stands for "not set". */
export const Select = ({ label, value, options, onChange, quiet = false, title }: Props) => (
  <span className={styles['select']}>
    <select
      className={classes(styles['field'], quiet && styles['quiet'], value === '' && styles['unset'])}
      aria-label={label}
      title={title}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
    <span className={styles['arrow']}>
      <Icon name="down" small />
    </span>
  </span>
)
