import { useShownSoon } from '../state/soon'
import { Icon } from '../ui/Icon'
import { isDoneHere, toggleDone } from './finishing'
import styles from './Progress.module.css'

/** Says that one is done with the open article, or takes it up again. */
export function DoneButton() {
  const isDone = useShownSoon(isDoneHere) ?? false
  return (
    <button
      type="button"
      className={styles['done']}
      aria-label="Done"
      aria-pressed={isDone}
      aria-keyshortcuts="D"
      title={
        isDone
          ? 'You are done with this article. Press to take it up again (D)'
          : 'Done with this article (D)'
      }
      onClick={() => void toggleDone()}
    >
      <Icon name={isDone ? 'tick' : 'ring'} />
      <span className="word">Done</span>
    </button>
  )
}
