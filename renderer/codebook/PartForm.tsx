import type { ReactNode } from 'react'
import type { Problem } from '../../data/model/problem'
import { Button } from '../ui/Button'
import { WordsField } from './Field'
import styles from './Form.module.css'

interface Props {
  /** What the part is called, and what the field for that is. */
  readonly name: string
  readonly of: string
  readonly onRename: (name: string) => Problem | null
  /** Whether it is in use, and what can be done about that. */
  readonly standing: ReactNode
  readonly children: ReactNode
}

/** All that is said of one part of the codebook: its name and its standing, and a row for each thing below. */
export const PartForm = ({ name, of, onRename, standing, children }: Props) => (
  <form className={styles['form']} aria-label={name} onSubmit={(event) => event.preventDefault()}>
    <div className={styles['head']}>
      <h2 className={styles['hidden']}>{name}</h2>
      <WordsField label={of} value={name} isTitle onKeep={onRename} />
      {standing}
    </div>
    {children}
  </form>
)

interface StandingProps {
  readonly isRetired: boolean
  /** What becomes of what was made with it. */
  readonly stays: string
  readonly onRetire: () => void
  readonly onBringBack: () => void
}

/** Of a part that is retired and brought back as it is. */
export const Standing = ({ isRetired, stays, onRetire, onBringBack }: StandingProps) => (
  <div className={styles['standing']}>
    {isRetired && <span>Retired. {stays}</span>}
    {isRetired ? (
      <Button onClick={onBringBack}>Bring back</Button>
    ) : (
      <Button onClick={onRetire}>Retire</Button>
    )}
  </div>
)
