import { useEffect } from 'react'
import { explain } from '../../data/model/explain'
import { useRecordView } from '../state/record-view'
import { useShown } from '../state/store'
import { Button } from '../ui/Button'
import { usePreview } from './layout'
import { Preview } from './Preview'
import { RecordBar } from './RecordBar'
import { RecordProgress } from './RecordProgress'
import { LeftOut } from '../review/blind/LeftOut'
import { askAgain, keepUp, useTable } from './record-table'
import { leaveFor, setFilter } from './record-actions'
import { focusTable } from './record-ui'
import { RowMenu } from './RowMenu'
import { StatementTable } from './StatementTable'
import { useNames } from './use-names'
import styles from './RecordScreen.module.css'

/** Who said what, read off the tags and links of all articles. */
export function RecordScreen() {
  const names = useNames()
  const problem = useTable((state) => state.problem)
  const hasPreview = usePreview()
  const hasRows = useTable(({ found }) => found !== null && found.counts.found > 0)
  useEffect(keepUp, [])
  if (!names) return null
  return (
    <>
      <h1 className={styles['hidden']}>Statements</h1>
      <RecordBar names={names} />
      <RecordProgress />
      <LeftOut />
      {problem ? (
        <div className={styles['empty']} role="alert">
          <p>{explain(problem)}</p>
          <Button onClick={askAgain}>Try again</Button>
        </div>
      ) : (
        <Statements />
      )}
      {hasRows && !problem && hasPreview && <Preview names={names} />}
      <RowMenu names={names} />
    </>
  )
}

/** The table, or why it is empty. */
function Statements() {
  const found = useTable((state) => state.found)
  const filter = useRecordView((view) => view.filter)
  const isBuilding = useShown(({ record }) => record.building !== null)
  const isThere = found !== null
  const isEmpty = found?.counts.found === 0
  useEffect(() => {
    const at = document.activeElement
    // What lies beneath keeps the focus for a moment after it was taken out of reach.
    const isNowhere = at === document.body || at?.closest('[inert]') != null
    if (isThere && !isEmpty && isNowhere) focusTable()
  }, [isThere, isEmpty])

  if (!found) return <p className={styles['empty']}>Reading the tags…</p>
  if (!isEmpty) return <StatementTable found={found} />
  if (found.counts.all === 0)
    return isBuilding ? (
      <p className={styles['empty']}>No statement was found yet.</p>
    ) : (
      <div className={styles['empty']}>
        <p>
          No statements yet. A claim with its actor is one: tag a claim with 3, then press W and say who makes
          it.
        </p>
        <Button onClick={() => leaveFor('read')}>Read an article</Button>
      </div>
    )
  return (
    <div className={styles['empty']}>
      <p>
        {filter.text !== undefined && Object.keys(filter).length === 1
          ? `No quote has “${filter.text.trim()}”.`
          : 'No statement is left by these filters.'}
      </p>
      <Button onClick={() => setFilter({})}>Show all statements</Button>
    </div>
  )
}
