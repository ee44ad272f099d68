import { entryName, type Registry } from '../../data/model/registry'
import { Button } from '../ui/Button'
import { takeApart } from './changes'
import styles from './Entry.module.css'

/** What was merged into an entry; each can be taken apart again. */
export function Merged({ registry, id }: { readonly registry: Registry; readonly id: string }) {
  const merged = registry.mergedInto(id)
  if (merged.length === 0) return null
  return (
    <section className={styles['section']} aria-label="Merged into this one">
      <div className={styles['sectionHead']}>
        <h3>Merged into this one</h3>
      </div>
      <ul>
        {merged.map((record) => (
          <li key={record.id} className={styles['pair']}>
            <span>{entryName(record)}</span>
            <Button aria-label={`Take apart ${entryName(record)}`} onClick={() => void takeApart(record.id)}>
              Take apart
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}
