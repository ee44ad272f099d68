import { useState } from 'react'
import type { CodebookContent } from '../../data/model/codebook'
import { addAttribute, type AttributeType } from '../../data/model/codebook-attributes'
import type { Changed } from '../../data/model/codebook-changes'
import { partsOf } from '../../data/model/codebook-differences'
import { addLabel } from '../../data/model/codebook-labels'
import { addLinkType } from '../../data/model/codebook-links'
import type { Part } from '../../data/model/codebook-rules'
import { explain } from '../../data/model/explain'
import { activeLabels } from '../../data/model/labels-in-force'
import { Button } from '../ui/Button'
import { Modal } from '../ui/Modal'
import { Select } from '../ui/Select'
import fields from '../ui/fields.module.css'
import { typeNames } from './AttributeForm'
import { choosePart, codebookState, drafted, edit, openCodebookDialog } from './codebook-state'
import { keptKeys } from './kept-keys'
import styles from './Dialogs.module.css'

const titles: Readonly<Record<Part, string>> = {
  label: 'New label',
  attribute: 'New attribute',
  'link-type': 'New kind of link',
}

/** Asks for the least that a new part needs. The rest is chosen, and can be changed in its form. */
export function NewDialog({ of, codebook }: { readonly of: Part; readonly codebook: CodebookContent }) {
  const [name, setName] = useState('')
  const [inverse, setInverse] = useState('')
  const [type, setType] = useState<AttributeType>('choice')
  const [fault, setFault] = useState<string | null>(null)
  const isEmpty = name.trim() === '' || (of === 'link-type' && inverse.trim() === '')

  const add = () => {
    if (isEmpty) return
    const all = activeLabels(codebook).map(({ id }) => id)
    const made = (draft: CodebookContent): Changed => {
      if (of === 'label') return addLabel(draft, { name }, keptKeys())
      if (of === 'attribute') return addAttribute(draft, { name, labels: all.slice(0, 1), type })
      return addLinkType(draft, { phrase: name.trim(), inverse: inverse.trim(), from: all, to: all })
    }
    const problem = edit(made)
    if (problem) return setFault(explain(problem))
    const draft = drafted(codebookState.getState())
    const part = draft && partsOf(draft, of).at(-1)
    openCodebookDialog(null)
    if (part) choosePart(of, part.id)
  }

  return (
    <Modal
      title={titles[of]}
      onClose={() => openCodebookDialog(null)}
      foot={
        <>
          <Button onClick={() => openCodebookDialog(null)}>Cancel</Button>
          <Button look="first" unless={isEmpty && 'A name is needed.'} onClick={add}>
            Add
          </Button>
        </>
      }
    >
      <form
        className={styles['body']}
        onSubmit={(event) => {
          event.preventDefault()
          add()
        }}
      >
        <label className={styles['field']}>
          {of === 'link-type' ? 'Words, read from where it starts' : 'Name'}
          <input
            className={fields['field']}
            value={name}
            autoFocus
            aria-invalid={fault !== null}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        {of === 'link-type' && (
          <label className={styles['field']}>
            Words the other way
            <input
              className={fields['field']}
              value={inverse}
              onChange={(event) => setInverse(event.target.value)}
            />
          </label>
        )}
        {of === 'attribute' && (
          <div className={styles['field']}>
            Values
            <Select
              label="Values"
              value={type}
              options={Object.entries(typeNames).map(([value, words]) => ({ value, name: words }))}
              onChange={(to) => {
                const next = Object.keys(typeNames).find((each): each is AttributeType => each === to)
                if (next) setType(next)
              }}
            />
          </div>
        )}
        {fault && <p className={styles['fault']}>{fault}</p>}
        {/* Enter adds. */}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
