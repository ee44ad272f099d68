import type { ReactNode } from 'react'
import { useShown } from '../state/store'
import { Button } from '../ui/Button'
import { counted } from '../ui/words'
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
  const words = progress
    ? `${doing} ${counted(progress.of, 'article')}: ${progress.done.toLocaleString('en-GB')}`
    : atFirst
  return (
    <Note>
      <progress
        aria-label={doing}
        aria-valuetext={words}
        {...(progress && { value: progress.done, max: Math.max(1, progress.of) })}
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
