import { useId } from 'react'
import { classes } from '../ui/classes'
import { useDraft } from '../ui/use-draft'
import fields from '../ui/fields.module.css'
import dialog from './ImportDialog.module.css'
import styles from './ImportPreview.module.css'

interface Props {
  readonly name: string
  readonly value: string | null
  /** Where the value was guessed from. */
  readonly guess: string | undefined
  readonly isNeeded?: boolean
  /** What a value must look like; `hint` shows one. */
  readonly form?: RegExp
  readonly hint?: string
  /** `null`: not known. */
  readonly onChange: (value: string | null) => void
}

/** One thing that is known about an article; kept when the field is left or with Enter. */
export function MetadataField({ name, value, guess, isNeeded, form, hint, onChange }: Props) {
  const id = useId()
  const [words, setWords] = useDraft(value ?? '')
  const trimmed = words.trim()
  const isRight = trimmed === '' ? !isNeeded : (form?.test(trimmed) ?? true)
  const asHint = hint && `As ${hint}`
  const keep = () => {
    if (isRight && trimmed !== (value ?? '')) onChange(trimmed === '' ? null : trimmed)
  }
  return (
    <>
      <label htmlFor={id} className={styles['name']}>
        {name}
      </label>
      <input
        id={id}
        className={classes(
          fields['field'],
          fields['quiet'],
          guess !== undefined && words !== '' && dialog['guess'],
        )}
        title={isRight ? (guess ?? asHint) : (asHint ?? 'A title is needed.')}
        aria-invalid={!isRight}
        placeholder="Not known"
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) keep()
        }}
      />
    </>
  )
}
