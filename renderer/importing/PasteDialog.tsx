import { useState, type KeyboardEvent } from 'react'
import { closeDialog, importText } from '../state/actions'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { Modal } from '../ui/Modal'
import fields from '../ui/fields.module.css'
import styles from './PasteDialog.module.css'

/** Takes a text that was copied elsewhere, and goes on to the import. */
export function PasteDialog() {
  const [text, setText] = useState('')
  const isEmpty = text.trim() === ''
  const read = () => {
    if (isEmpty) return
    closeDialog()
    void importText(text)
  }
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) read()
  }
  return (
    <Modal
      title="Paste text"
      onClose={closeDialog}
      foot={
        <>
          <Button keys="Esc" onClick={closeDialog}>
            Cancel
          </Button>
          <Button look="first" keys="Ctrl+Enter" unless={isEmpty && 'Paste a text first.'} onClick={read}>
            Read it
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <label htmlFor="pasted">
          Headline first, then the article as it stands. The next step shows how it was read.
        </label>
        <textarea
          id="pasted"
          autoFocus
          rows={14}
          className={classes(fields['field'], styles['text'])}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={press}
        />
      </div>
    </Modal>
  )
}
