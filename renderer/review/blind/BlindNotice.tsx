import { useShallow } from 'zustand/react/shallow'
import { useKeys } from '../../commands/commands-now'
import { toggleDone } from '../../progress/finishing'
import { useShownSoon } from '../../state/soon'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { blindWords } from './blind'
import styles from './BlindNotice.module.css'

/** Under the reader's head: that others' tags on the article are hidden, and what shows them. */
export function BlindNotice() {
  const words = useShownSoon(useShallow(blindWords))
  const keys = useKeys('article.done')
  return (
    <>
      {/* It is there before it says anything, so that what it says is read out. */}
      <p className={styles['said']} aria-live="polite">
        {words?.text}
      </p>
      {words && (
        <section
          className={classes(styles['notice'], words.isHidden && styles['hides'])}
          aria-label="Blind review"
        >
          <p className={styles['words']}>{words.text}</p>
          {words.isHidden && (
            <Button keys={keys} onClick={() => void toggleDone()}>
              Done
            </Button>
          )}
        </section>
      )}
    </>
  )
}
