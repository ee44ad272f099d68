import { useId, useState, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react'
import { explain } from '../../data/model/explain'
import type { Problem } from '../../data/model/problem'
import { classes } from '../ui/classes'
import fields from '../ui/fields.module.css'
import { Select } from '../ui/Select'
import { useDraft } from '../ui/use-draft'
import styles from './Form.module.css'

interface RowProps {
  readonly name: string
  readonly hint?: string
  readonly children: ReactNode
}

/** A row of the form: what is asked, and beside it the answer. */
export const Row = ({ name, hint, children }: RowProps) => (
  <div className={styles['row']}>
    <div className={styles['name']}>
      {name}
      {hint !== undefined && <span className={styles['hint']}>{hint}</span>}
    </div>
    <div className={styles['answer']}>{children}</div>
  </div>
)

type ChoiceProps = Omit<RowProps, 'children'> &
  Pick<ComponentProps<typeof Select>, 'value' | 'options' | 'onChange'> & {
    /** What it is called where the row's name does not say it. */
    readonly label?: string
  }

/** A row in which one of a few is chosen. */
export const ChoiceRow = ({ name, hint, label = name, ...select }: ChoiceProps) => (
  <Row name={name} {...(hint !== undefined && { hint })}>
    <div className={styles['narrowly']}>
      <Select quiet label={label} {...select} />
    </div>
  </Row>
)

interface Props {
  readonly label: string
  readonly value: string
  /** Gives the reason when it cannot be kept. */
  readonly onKeep: (value: string) => Problem | null
  readonly isLong?: boolean
  readonly isTitle?: boolean
  readonly isNarrow?: boolean
  readonly placeholder?: string
  readonly autoFocus?: boolean
}

/** Words that are kept when the field is left or with Enter; Escape gives back what was there. */
export function WordsField(props: Props) {
  const {
    label,
    value,
    onKeep,
    isLong = false,
    isTitle = false,
    isNarrow = false,
    placeholder,
    autoFocus,
  } = props
  const [words, setWords] = useDraft(value)
  const [problem, setProblem] = useState<Problem | null>(null)
  const id = useId()

  const keep = () => {
    if (words.trim() === value) {
      setWords(value)
      setProblem(null)
      return
    }
    setProblem(onKeep(words.trim()))
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && !isLong) keep()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) keep()
    if (event.key !== 'Escape' || words === value) return
    event.preventDefault()
    setWords(value)
    setProblem(null)
  }
  const given = {
    id,
    className: classes(
      fields['field'],
      styles['field'],
      isTitle && styles['title'],
      isNarrow && styles['narrow'],
    ),
    'aria-label': label,
    'aria-invalid': problem !== null,
    'aria-describedby': problem ? `${id}-fault` : undefined,
    placeholder,
    value: words,
    autoFocus,
    onBlur: keep,
    onKeyDown: press,
    onChange: (event: { readonly target: { readonly value: string } }) => setWords(event.target.value),
  }
  return (
    <>
      {isLong ? <textarea rows={1} {...given} /> : <input type="text" autoComplete="off" {...given} />}
      {problem && (
        <p id={`${id}-fault`} className={styles['fault']}>
          {explain(problem)}
        </p>
      )}
    </>
  )
}

interface LinesProps {
  readonly label: string
  readonly lines: readonly string[]
  readonly onKeep: (lines: string[]) => Problem | null
}

/** A list of short texts, one a line. */
export const LinesField = ({ label, lines, onKeep }: LinesProps) => (
  <WordsField
    label={label}
    value={lines.join('\n')}
    isLong
    placeholder="One a line"
    onKeep={(words) =>
      onKeep(
        words
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      )
    }
  />
)

interface CheckProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
  readonly hidden?: boolean
}

/** Yes or no. With `hidden`, the words are said and not shown. */
export const Check = ({ label, checked, onChange, hidden = false }: CheckProps) => (
  <label className={styles['check']}>
    <input
      type="checkbox"
      checked={checked}
      aria-label={hidden ? label : undefined}
      onChange={(event) => onChange(event.target.checked)}
    />
    {!hidden && label}
  </label>
)
