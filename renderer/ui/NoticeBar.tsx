import { useEffect, useState } from 'react'
import { dismissNotice, undo } from '../state/actions'
import { useKeys } from '../commands/commands-now'
import { useShown } from '../state/store'
import { Button, IconButton } from './Button'
import { classes } from './classes'
import styles from './NoticeBar.module.css'

const QUIET_MS = 10_000

/** One sentence at the foot of the window. A quiet one goes by itself, unless it is pointed at or focused. */
export function NoticeBar() {
  const notice = useShown((state) => state.notice)
  const [isHeld, setHeld] = useState(false)
  const undoKeys = useKeys('edit.undo')

  useEffect(() => {
    if (notice?.tone !== 'quiet' || isHeld) return
    const timer = setTimeout(dismissNotice, QUIET_MS)
    return () => clearTimeout(timer)
  }, [notice, isHeld])

  return (
    <div
      data-notices
      className={styles['place']}
      aria-live={notice?.tone === 'bad' ? 'assertive' : 'polite'}
      // Over dialogs too it can be read and pressed, and a press on it closes none.
      data-react-aria-top-layer="true"
    >
      {notice && (
        <div
          className={classes(styles['notice'], notice.tone === 'bad' && styles['bad'])}
          onPointerEnter={() => setHeld(true)}
          onPointerLeave={() => setHeld(false)}
          onFocus={() => setHeld(true)}
          onBlur={() => setHeld(false)}
        >
          <span className={styles['words']}>{notice.text}</span>
          {notice.undo && (
            <Button look="bare" keys={undoKeys} onClick={() => void undo()}>
              Undo
            </Button>
          )}
          <IconButton icon="close" label="Close this message" small onClick={dismissNotice} />
        </div>
      )}
    </div>
  )
}
