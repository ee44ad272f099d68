import type { Registry } from '../../data/model/registry'
import type { StatementRow } from '../../data/record/query'
import { showEntry } from './registry-state'
import { quotedBy } from './strands'
import styles from './Entry.module.css'

interface Props {
  readonly registry: Registry
  readonly statements: readonly StatementRow[]
}

/** Who quotes an actor, and how often. */
export function QuotedBy({ registry, statements }: Props) {
  const found = quotedBy(registry, statements)
  if (found.length === 0) return null
  return (
    <section className={styles['section']} aria-label="Quoted by">
      <div className={styles['sectionHead']}>
        <h3>Quoted by</h3>
      </div>
      <ul>
        {found.map(({ name, entry, count }) => (
          <li key={entry ?? `“${name}”`} className={styles['pair']}>
            {entry === null ? (
              <span className={styles['called']}>{name}</span>
            ) : (
              <button type="button" className={styles['goto']} onClick={() => showEntry(entry)}>
                {name}
              </button>
            )}
            <span className={styles['number']}>{count}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
