import { useMemo, useState } from 'react'
import { explain } from '../../data/model/explain'
import type { Article } from '../../data/model/article'
import type { ArticleHistory, HistoryEntry } from '../../data/store/views'
import { closeDialog } from '../state/actions'
import { useShown } from '../state/store'
import { Button } from '../ui/Button'
import { Modal } from '../ui/Modal'
import { Select } from '../ui/Select'
import { counted } from '../ui/words'
import { damagedInWords } from './damaged-words'
import { GoToMoment } from './GoToMoment'
import { StepDetail } from './StepDetail'
import { StepRows } from './StepRows'
import { computersIn } from './trail'
import { useNames, useTelling, useTrail } from './use-trail'
import styles from './HistoryDialog.module.css'

/** Who changed what on the open article, latest first: a list of steps, and beside it the step that one has reached. */
export function HistoryDialog() {
  const article = useShown(({ open }) => open?.article)
  return article ? <OfArticle article={article} /> : null
}

function OfArticle({ article }: { article: Article }) {
  const history = useTrail(article.id)
  const entries = history?.ok ? history.value.entries : []
  const last = entries.at(-1)
  return (
    <Modal
      title={`History of “${cut(article.title)}”`}
      aside={entries.length > 0 ? counted(entries.length, 'step') : undefined}
      size="full"
      onClose={closeDialog}
      foot={
        <>
          {last && <GoToMoment latest={last.at} />}
          <Button keys="Esc" onClick={closeDialog}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        {!history && <p className={styles['none']}>Reading the history…</p>}
        {history && !history.ok && (
          <p role="alert" className={styles['none']}>
            {explain(history.error)}
          </p>
        )}
        {history?.ok && <Steps history={history.value} />}
      </div>
    </Modal>
  )
}

/** Titles can be long, and the button that closes stands behind them. */
const cut = (title: string): string => (title.length > 64 ? `${title.slice(0, 63).trimEnd()}…` : title)

const everybody = 'everybody'

function Steps({ history: { entries, damaged } }: { history: ArticleHistory }) {
  const nameOf = useNames()
  const telling = useTelling(entries)
  const [person, setPerson] = useState(everybody)
  const [reached, setReached] = useState<HistoryEntry | null>(null)
  const people = useMemo(() => [...new Set(entries.map(({ annotator }) => annotator))], [entries])
  const computerOf = useMemo(() => computersIn(entries), [entries])
  const steps = useMemo(
    () => entries.filter(({ annotator }) => person === everybody || annotator === person).toReversed(),
    [entries, person],
  )
  const at = Math.max(
    0,
    steps.findIndex((step) => reached && step.device === reached.device && step.clock === reached.clock),
  )
  const step = steps[at]
  if (!step)
    return (
      <p className={styles['none']}>
        {damaged > 0
          ? damagedInWords(damaged)
          : 'No steps are kept for this article yet. What you and others do to its tags will stand here.'}
      </p>
    )
  return (
    <>
      <div className={styles['list']}>
        {(people.length > 1 || damaged > 0) && (
          <div className={styles['filter']}>
            {people.length > 1 && (
              <Select
                label="Whose steps"
                value={person}
                options={[
                  { value: everybody, name: 'Everybody’s steps' },
                  ...people.map((id) => ({ value: id, name: `${nameOf(id)}’s steps` })),
                ]}
                onChange={setPerson}
              />
            )}
            {damaged > 0 && <p className={styles['damaged']}>{damagedInWords(damaged)}</p>}
          </div>
        )}
        <StepRows steps={steps} at={at} telling={telling} onReach={setReached} />
      </div>
      <StepDetail entry={step} telling={telling} computer={computerOf(step)} />
    </>
  )
}
