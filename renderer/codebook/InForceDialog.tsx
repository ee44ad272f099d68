import { touchedBy } from '../../data/model/codebook-touches'
import { wordDifference } from '../../data/model/word-differences'
import type { LabelsUsed } from '../../data/record/evidence'
import { useState } from 'react'
import { useShown } from '../state/store'
import { Button } from '../ui/Button'
import { Modal } from '../ui/Modal'
import { codebookState, openCodebookDialog, useCodebookState } from './codebook-state'
import { usageOf, wordCounts } from './counted'
import { putInForce } from './put-in-force'
import styles from './Dialogs.module.css'

/** What the draft changes, and how many tags of whom each change concerns, before it comes in force as one step. */
export function InForceDialog({ used }: { readonly used: LabelsUsed | null }) {
  const base = useCodebookState((state) => state.base)
  const draft = useCodebookState((state) => state.draft)
  const assigned = useCodebookState((state) => state.assigned)
  const me = useShown(({ project }) => project?.me.id) ?? ''
  const people = useShown(({ project }) => project?.people) ?? []
  const [isBusy, setBusy] = useState(false)
  if (!base || !draft) return null
  const { parts, links } = touchedBy(base, draft, usageOf(used))
  const lost = wordCounts(links, me, people, 'link')

  const put = async () => {
    if (isBusy) return
    setBusy(true)
    const isDone = await putInForce()
    setBusy(false)
    if (!isDone && codebookState.getState().dialog?.is === 'in-force') openCodebookDialog(null)
  }
  return (
    <Modal
      title="Put the codebook in force"
      size="medium"
      onClose={() => openCodebookDialog(null)}
      foot={
        <>
          <Button onClick={() => openCodebookDialog(null)}>Cancel</Button>
          <Button
            look="first"
            autoFocus
            unless={isBusy && 'It is being put in force.'}
            onClick={() => void put()}
          >
            Put in force
          </Button>
        </>
      }
    >
      <form
        className={styles['body']}
        onSubmit={(event) => {
          event.preventDefault()
          void put()
        }}
      >
        <table className={styles['touches']}>
          <thead>
            <tr>
              <th scope="col">What changes</th>
              <th scope="col">What it touches</th>
            </tr>
          </thead>
          <tbody>
            {draft.name !== base.name && (
              <tr>
                <td>The codebook is called “{draft.name}”</td>
                <td className={styles['quiet']}>–</td>
              </tr>
            )}
            {parts.map(({ difference, counts }) => (
              <tr key={`${difference.of} ${difference.id}`}>
                <td>{wordDifference(difference)}</td>
                <td className={styles['quiet']}>
                  {wordCounts(counts, me, people, difference.of === 'link-type' ? 'link' : 'tag') ??
                    'Nothing yet'}
                </td>
              </tr>
            ))}
            {assigned.length > 0 && (
              <tr>
                <td>Tags of yours that get another label</td>
                <td className={styles['quiet']}>
                  {assigned.length === 1 ? '1 tag' : `${assigned.length} tags`}
                </td>
              </tr>
            )}
          </tbody>
        </table>
        {lost !== null && <p>{lost} could not be made any more. What is there stays.</p>}
        <p>No tag and no link goes. Undo puts the codebook back as it is now.</p>
      </form>
    </Modal>
  )
}
