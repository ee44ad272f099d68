import { useShown } from '../../state/store'
import { leftOutInWords } from './blind'
import styles from './BlindNotice.module.css'

/** Over lists and figures of all articles: that others' tags are hidden, on how many, and until when. */
export function LeftOut() {
  const words = useShown(({ project }) => leftOutInWords(project))
  return words && <p className={styles['leftOut']}>{words}</p>
}
