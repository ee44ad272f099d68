import { useState } from 'react'
import type { RegistryRecord } from '../../data/model/records'
import { entryName, type Registry } from '../../data/model/registry'
import { IconButton } from '../ui/Button'
import { EntryPicker } from './EntryPicker'
import { showEntry } from './registry-state'
import styles from './Entry.module.css'

interface Props {
  readonly label: string
  readonly registry: Registry
  readonly entries: readonly RegistryRecord[]
  readonly chosen: string | null
  /** `undefined` takes it back. */
  readonly onChoose: (id: string | undefined) => void
  readonly isNeeded?: boolean
}

/** An entry in plain words, and once it is pressed where another is chosen in its place. */
export function EntryChoice({ label, registry, entries, chosen, onChoose, isNeeded = false }: Props) {
  const [isOpen, setOpen] = useState(false)
  const record = registry.get(chosen)
  const words = record
    ? entryName(record)
    : chosen === null
      ? 'Not set'
      : 'An entry that the registries do not have'
  if (isOpen)
    return (
      <EntryPicker
        label={label}
        registry={registry}
        entries={entries}
        autoFocus
        onClose={() => setOpen(false)}
        onChoose={(id) => {
          setOpen(false)
          onChoose(id)
        }}
      />
    )
  return (
    <div className={styles['line']}>
      <button
        type="button"
        className={record ? styles['pick'] : `${styles['pick']} ${styles['unset']}`}
        aria-label={`${label}: ${words}. Change`}
        onClick={() => setOpen(true)}
      >
        {words}
      </button>
      {record?.is === 'actor' && (
        <IconButton icon="next" label={`Go to ${words}`} small onClick={() => showEntry(record.id)} />
      )}
      {chosen !== null && !isNeeded && (
        <IconButton
          icon="close"
          label={`Take back: ${label.toLowerCase()} ${words}`}
          small
          onClick={() => onChoose(undefined)}
        />
      )}
    </div>
  )
}
