import { useState } from 'react'
import { showPast } from '../state/actions'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import fields from '../ui/fields.module.css'
import { fieldValueOf, momentOfField } from './when'
import styles from './HistoryDialog.module.css'

const needed = 'A date is needed, as 2031-03-12 or 2031-03-12 14:05.'

/** Shows the article as it was at a date and time that one types. Begins with the last step. */
export function GoToMoment({ latest }: { latest: string }) {
  const [typed, setTyped] = useState(() => fieldValueOf(latest))
  const [isWrong, setWrong] = useState(false)
  const at = momentOfField(typed)
  const show = () => {
    setWrong(at === null)
    if (at !== null) void showPast(at)
  }
  return (
    <form
      className={styles['moment']}
      onSubmit={(event) => {
        event.preventDefault()
        show()
      }}
    >
      <label htmlFor="as-it-was-on">As it was on</label>
      <input
        id="as-it-was-on"
        className={classes(fields['field'], styles['typed'])}
        value={typed}
        placeholder="2031-03-12 14:05"
        aria-invalid={isWrong || undefined}
        onChange={(event) => {
          setTyped(event.target.value)
          setWrong(false)
        }}
      />
      <Button unless={at === null && needed} onClick={show}>
        Show
      </Button>
      {isWrong && (
        <span role="alert" className={styles['wrong']}>
          {needed}
        </span>
      )}
    </form>
  )
}
