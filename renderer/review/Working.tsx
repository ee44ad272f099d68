import type { ReactNode } from 'react'
import type { ReviewProgress } from '../../data/review/project-differences'
import { RecordProgress } from '../record/RecordProgress'
import { useShown } from '../state/store'
import { Button } from '../ui/Button'
import { counted } from '../ui/words'
import { shareInFigures } from './agreement/in-figures'
import styles from './Working.module.css'

interface Props {
  /** "Comparing", "Deriving": what is done to all articles. */
  readonly doing: string
  /** While it is not known how far it is. */
  readonly atFirst: string
  readonly more?: string
  readonly onCancel: () => void
}

/** How far work on all articles is, with a way to stop it. */
export function Working({ doing, atFirst, more = '', onCancel }: Props) {
  const progress = useShown(({ record }) => record.reviewing ?? null)
  const words = progress ? howFar(doing, progress) : atFirst
  return (
    <Note>
      <progress
        aria-label={doing}
        aria-valuetext={words}
        {...(progress && { value: progress.drawn || progress.done / Math.max(1, progress.of) })}
      />
      <p>
        {words}.{more}
      </p>
      <Button look="bare" onClick={onCancel}>
        Cancel
      </Button>
    </Note>
  )
}

/** All articles are read first; where figures have intervals, articles are drawn for them then. */
function howFar(doing: string, { done, of, drawn }: ReviewProgress): string {
  if (drawn > 0) return `Drawing articles for the intervals: ${shareInFigures(drawn)}`
  return `${doing} ${counted(of, 'article')}: ${done.toLocaleString('en-GB')}`
}

/** While not all articles’ tags have been read since the project was opened: what is told is of those that have. */
export const StillReading = () => <RecordProgress missing="tags" className={styles['note']} />

/** Over what is shown: how it stands with it, and what can be done. */
export const Note = ({
  children,
  role,
}: {
  readonly children: ReactNode
  readonly role?: 'alert' | 'status'
}) => (
  <div className={styles['note']} role={role}>
    {children}
  </div>
)
