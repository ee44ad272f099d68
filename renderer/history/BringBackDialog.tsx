import { useMemo, useState } from 'react'
import { explain } from '../../data/model/explain'
import { isTagOrLink, type WorkRecord } from '../../data/model/records'
import { bringBack, closeDialog } from '../state/actions'
import type { OpenedArticle, Past } from '../state/state'
import { useShown } from '../state/store'
import { Button } from '../ui/Button'
import { Modal } from '../ui/Modal'
import { counted } from '../ui/words'
import { broughtInWords, chosenIn, kinds, planOf, type PlannedChange } from './bring-back'
import { ChangedTag } from './ChangedTag'
import { inWords, toldOfChange, type Telling } from './step-words'
import { useTelling } from './use-trail'
import { momentInWords } from './when'
import styles from './BringBackDialog.module.css'

/** Before my tags are made what they were: what would come back, change and go, each of which can be left out. */
export function BringBackDialog() {
  const past = useShown((state) => state.past)
  const open = useShown((state) => state.open)
  return past && open ? <Preview past={past} open={open} /> : null
}

const heads = { comes: 'Come back', changes: 'Change', goes: 'Go away' } as const

function Preview({ past, open }: { past: Past; open: OpenedArticle }) {
  const history = useShown(({ trail }) => trail?.history)
  const telling = useTelling(history?.ok ? history.value.entries : none)
  const plan = useMemo(() => planOf(open.mine.records, past.open.mine.records), [open, past])
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set())
  const [fault, setFault] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const chosen = plan.changes.filter(({ id }) => !leftOut.has(id)).length
  const when = momentInWords(past.at)

  const leaveOut = (ids: readonly string[], isOut: boolean) => {
    const next = new Set(leftOut)
    for (const id of ids)
      if (isOut) next.add(id)
      else next.delete(id)
    setLeftOut(next)
  }
  const make = async () => {
    if (chosen === 0 || isBusy) return
    setBusy(true)
    const only = leftOut.size === 0 ? null : chosenIn(plan, leftOut)
    const problem = await bringBack(only, `Brought back from ${when}: ${broughtInWords(plan, leftOut)}`)
    setBusy(false)
    setFault(problem && explain(problem))
  }

  return (
    <Modal
      title="Bring back my tags"
      aside={`as they were on ${when}`}
      onClose={closeDialog}
      foot={
        <>
          <span role="alert" className={styles['fault']}>
            {fault}
          </span>
          <Button keys="Esc" onClick={closeDialog}>
            Cancel
          </Button>
          <Button
            look="first"
            unless={(chosen === 0 && 'Nothing is chosen.') || (isBusy && 'Your tags are being brought back.')}
            onClick={() => void make()}
          >
            Bring back {chosen === plan.changes.length ? '' : `${chosen} of ${plan.changes.length}`}
          </Button>
        </>
      }
    >
      <div className={styles['form']}>
        <p className={styles['about']}>
          What is ticked is made as it was then, in one step that Undo takes back. Other people’s tags stay as
          they are.
        </p>
        {kinds.map((kind) => {
          const changes = plan.changes.filter((change) => change.kind === kind)
          if (changes.length === 0) return null
          const isOut = changes.every(({ id }) => leftOut.has(id))
          return (
            <div key={kind} role="group" aria-labelledby={`bring-back-${kind}`} className={styles['group']}>
              <div className={styles['head']}>
                <h2 id={`bring-back-${kind}`}>
                  {heads[kind]} <span className={styles['count']}>{changes.length}</span>
                </h2>
                {changes.length > 1 && (
                  <button
                    type="button"
                    className={styles['all']}
                    onClick={() =>
                      leaveOut(
                        changes.map(({ id }) => id),
                        !isOut,
                      )
                    }
                  >
                    {isOut ? 'Tick all' : 'Tick none'}
                  </button>
                )}
              </div>
              {changes.map((change) => (
                <Choice
                  key={change.id}
                  change={change}
                  telling={telling}
                  isChosen={!leftOut.has(change.id)}
                  onChoose={(isIn) => leaveOut([change.id], !isIn)}
                />
              ))}
            </div>
          )
        })}
      </div>
    </Modal>
  )
}

const none: readonly never[] = []

interface ChoiceProps {
  readonly change: PlannedChange
  readonly telling: Telling
  readonly isChosen: boolean
  readonly onChoose: (isChosen: boolean) => void
}

function Choice({ change, telling, isChosen, onChoose }: ChoiceProps) {
  const { id, now, was, links } = change
  const record: WorkRecord | null = was ?? now
  if (!isTagOrLink(record)) return null
  const { article } = record
  const isLink = record.is === 'link'
  const told = toldOfChange(telling, { article, id, before: now, after: was }, 'bring-back')
  const details = [
    ...(isLink || change.kind === 'changes' ? told.map(inWords) : []),
    ...(links > 0 ? [`with ${counted(links, 'link')}`] : []),
  ]
  const tag = isLink ? telling.tags.get(record.from) : record
  return (
    <label className={styles['choice']}>
      <input type="checkbox" checked={isChosen} onChange={(event) => onChoose(event.target.checked)} />
      <ChangedTag tag={tag} telling={telling} details={details} />
    </label>
  )
}
