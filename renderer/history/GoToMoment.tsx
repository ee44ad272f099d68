import { useState } from 'react'
import { showPast } from '../state/actions'
import { Button } from '../ui/Button'
import fields from '../ui/fields.module.css'
import { fieldValueOf, momentOfField } from './when'
import styles from './HistoryDialog.module.css'

/** Shows the article as it was at a date and time that one types. Begins with the last step. */
export function GoToMoment({ latest }: { latest: string }) {
  const [value, setValue] = useState(() => fieldValueOf(latest))
  const at = momentOfField(value)
  const show = () => {
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
        className={fields['field']}
        type="datetime-local"
        step={1}
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
      <Button unless={at === null && 'A date and a time are needed.'} onClick={show}>
        Show
      </Button>
    </form>
  )
}
