import { useState } from 'react'
import { explain } from '../../data/model/explain'
import { closeDialog, rename } from '../state/actions'
import { useShown } from '../state/store'
import { Button } from './Button'
import { Modal } from './Modal'
import fields from './fields.module.css'
import styles from './RenameDialog.module.css'

/** Changes the name under which others see my tags. */
export function RenameDialog() {
  const now = useShown(({ project }) => project?.me.name) ?? ''
  const [name, setName] = useState(now)
  const [fault, setFault] = useState<string | null>(null)
  const isEmpty = name.trim() === ''

  const keep = async () => {
    if (isEmpty) return
    const problem = await rename(name.trim())
    if (problem) setFault(explain(problem))
    else closeDialog()
  }

  return (
    <Modal
      title="Your name"
      onClose={closeDialog}
      foot={
        <>
          <Button onClick={closeDialog}>Cancel</Button>
          <Button look="first" unless={isEmpty && 'A name is needed.'} onClick={() => void keep()}>
            Keep this name
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void keep()
        }}
      >
        <label htmlFor="my-name">Others see it beside your tags.</label>
        <input
          id="my-name"
          className={fields['field']}
          value={name}
          autoFocus
          aria-invalid={fault !== null}
          aria-describedby="my-name-fault"
          onFocus={(event) => event.target.select()}
          onChange={(event) => setName(event.target.value)}
        />
        <p id="my-name-fault" className={styles['fault']}>
          {fault}
        </p>
      </form>
    </Modal>
  )
}
