import type { ReactNode } from 'react'
import type { RegistryRecord } from '../../data/model/records'
import { entryName } from '../../data/model/registry'
import { useKeys } from '../commands/commands-now'
import { Button } from '../ui/Button'
import { LineField } from './LineField'
import { openRegistryDialog } from './registry-state'
import { nounOf } from './registry-words'
import { showStatementsOf } from './show-statements-of'
import styles from './Entry.module.css'

interface Props {
  readonly record: RegistryRecord
  readonly label: string
  readonly onRename: (name: string) => void
  /** The facts under the name. */
  readonly children: ReactNode
}

/** What an entry is called and is, and what can be done with it. */
export function EntryHead({ record, label, onRename, children }: Props) {
  const keys = {
    statements: useKeys('registry.statements'),
    merge: useKeys('registry.merge'),
    remove: useKeys('registry.delete'),
  }
  return (
    <header className={styles['head']}>
      <h2 className={styles['hidden']}>{entryName(record)}</h2>
      <LineField
        label={label}
        value={entryName(record)}
        className={styles['title']}
        wraps
        name="entry-name"
        fault={(words) => (words === '' ? `${label} is needed.` : null)}
        onKeep={(words) => onRename(words.replace(/\s+/gu, ' '))}
      />
      {children}
      <div className={styles['buttons']}>
        <Button
          title={`Show all statements with this ${nounOf(record)} in the table`}
          keys={keys.statements}
          onClick={() => showStatementsOf(record)}
        >
          Statements
        </Button>
        <Button
          title={`Merge this ${nounOf(record)} with another`}
          keys={keys.merge}
          onClick={() => openRegistryDialog({ is: 'merge', entry: record.id, other: null })}
        >
          Merge…
        </Button>
        <Button
          title={`Delete this ${nounOf(record)}`}
          keys={keys.remove}
          onClick={() => openRegistryDialog({ is: 'remove', entry: record.id })}
        >
          Delete…
        </Button>
      </div>
    </header>
  )
}
