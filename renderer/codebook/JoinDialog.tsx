import { useState } from 'react'
import type { Codebook } from '../../data/model/codebook'
import { lastCommon } from '../../data/model/codebook-beside'
import { joinCodebooks, keyOf } from '../../data/model/codebook-join'
import { faultsIn, wordFault } from '../../data/model/codebook-rules'
import { wordField } from '../../data/model/word-differences'
import { useShown } from '../state/store'
import { Button } from '../ui/Button'
import { Modal } from '../ui/Modal'
import { codebookState, drafted, openCodebookDialog, takeDraft, useCodebookState } from './codebook-state'
import { Differences, inWords } from './Differences'
import { whoAndWhen } from './put-in-force'
import styles from './Dialogs.module.css'

interface Props {
  readonly revision: string
  readonly revisions: readonly Codebook[] | null
}

/** Joins a revision that was made at the same time into the draft. Where both have changed one thing, one is chosen. */
export function JoinDialog({ revision, revisions }: Props) {
  const people = useShown(({ project }) => project?.people) ?? []
  const base = useCodebookState((state) => state.base)
  const ours = useCodebookState(drafted)
  const [forTheirs, setForTheirs] = useState<ReadonlySet<string>>(new Set())
  const theirs = revisions?.find(({ id }) => id === revision)
  if (!base || !ours || !theirs || !revisions) return null
  const common = lastCommon(base, theirs, revisions) ?? base
  const { codebook, conflicts } = joinCodebooks(common, ours, theirs, forTheirs)
  const [fault] = faultsIn(codebook)
  const { who } = whoAndWhen(theirs, people)
  const choose = (key: string, isTheirs: boolean) => {
    const next = new Set(forTheirs)
    if (isTheirs) next.add(key)
    else next.delete(key)
    setForTheirs(next)
  }
  const join = () => {
    const { joins } = codebookState.getState()
    takeDraft(codebook, { joins: [...joins, revision], dialog: null })
  }

  return (
    <Modal
      title="Join two codebooks"
      aside={who}
      size="medium"
      onClose={() => openCodebookDialog(null)}
      foot={
        <>
          <Button onClick={() => openCodebookDialog(null)}>Cancel</Button>
          <Button look="first" unless={fault ? wordFault(fault) : false} onClick={join}>
            Take as the draft
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        {conflicts.length === 0 ? (
          <p>Nothing that you and {who} changed gets in each other’s way.</p>
        ) : (
          <>
            <p>You and {who} have changed the same. Choose which stands:</p>
            <ul className={styles['conflicts']}>
              {conflicts.map((conflict) => {
                const key = keyOf(conflict)
                const title = `${conflict.name}: ${wordField(conflict.field)}`
                return (
                  <li key={key}>
                    <div role="radiogroup" aria-label={title}>
                      <strong>{title}</strong>
                      {([false, true] as const).map((isTheirs) => (
                        <label key={String(isTheirs)} className={styles['side']}>
                          <input
                            type="radio"
                            name={key}
                            checked={forTheirs.has(key) === isTheirs}
                            onChange={() => choose(key, isTheirs)}
                          />
                          <span>
                            {inWords(isTheirs ? conflict.theirs : conflict.ours)}{' '}
                            <span className={styles['quiet']}>{isTheirs ? who : 'in force'}</span>
                          </span>
                        </label>
                      ))}
                    </div>
                  </li>
                )
              })}
            </ul>
          </>
        )}
        {fault && <p className={styles['fault']}>{wordFault(fault)}</p>}
        <h2>What joins the codebook in force</h2>
        <Differences before={base} after={codebook} />
      </div>
    </Modal>
  )
}
