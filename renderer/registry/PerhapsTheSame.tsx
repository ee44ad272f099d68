import { entryName, type Registry } from '../../data/model/registry'
import { Button } from '../ui/Button'
import { tellApart } from './changes'
import { openRegistryDialog } from './registry-state'
import styles from './Entry.module.css'

/** Entries that are called the same. They are compared before anything is done. */
export function PerhapsTheSame({ registry, id }: { readonly registry: Registry; readonly id: string }) {
  const others = registry
    .perhapsTheSame()
    .filter(({ of, other }) => of.id === id || other.id === id)
    .map(({ of, other }) => (of.id === id ? other : of))
  if (others.length === 0) return null
  return (
    <section className={styles['section']} aria-label="Perhaps the same">
      <div className={styles['sectionHead']}>
        <h3>Perhaps the same</h3>
      </div>
      <ul>
        {others.map((record) => (
          <li key={record.id} className={styles['pair']}>
            <span>{entryName(record)}</span>
            <Button
              aria-label={`Compare with ${entryName(record)}…`}
              onClick={() => openRegistryDialog({ is: 'merge', entry: id, other: record.id })}
            >
              Compare…
            </Button>
            <Button
              look="bare"
              aria-label={`${entryName(record)} is not the same`}
              onClick={() => void tellApart(id, record.id)}
            >
              Not the same
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
