import { useId } from 'react'
import styles from './Choice.module.css'

interface Props<Value extends string> {
  readonly name: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly name: string; readonly says?: string }[]
  readonly onChange: (value: Value) => void
}

/** One of a few, all in view: radio buttons side by side. `says` is what an option is called in full. */
export function Choice<Value extends string>({ name, value, options, onChange }: Props<Value>) {
  const group = useId()
  return (
    <fieldset className={styles['choice']}>
      <legend className={styles['name']}>{name}</legend>
      <span className={styles['options']}>
        {options.map((option) => (
          <label key={option.value} className={styles['option']}>
            <input
              type="radio"
              name={group}
              className={styles['radio']}
              aria-label={option.says}
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.name}</span>
          </label>
        ))}
      </span>
    </fieldset>
  )
}
