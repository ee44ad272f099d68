import { useState } from 'react'
import type { Actor } from '../../data/model/records'
import { IconButton } from '../ui/Button'
import { editActor } from './changes'
import { LineField } from './LineField'
import styles from './Entry.module.css'

/** Other names by which an actor is found. */
export function Aliases({ actor }: { readonly actor: Actor }) {
  const [isAdding, setAdding] = useState(false)
  const change = (how: (aliases: readonly string[]) => readonly string[]) =>
    editActor(actor.id, ({ aliases }) => ({
      aliases: [...new Set(how(aliases))].filter((alias) => alias !== ''),
    }))
  return (
    <section className={styles['section']} aria-label="Also called">
      <div className={styles['sectionHead']}>
        <h3>Also called</h3>
        <IconButton icon="plus" label="Add an alias" small onClick={() => setAdding(true)} />
      </div>
      <ul>
        {actor.aliases.map((alias) => (
          <li key={alias} className={styles['line']}>
            <LineField
              label="Alias"
              value={alias}
              onKeep={(words) => change((aliases) => aliases.map((each) => (each === alias ? words : each)))}
            />
            <IconButton
              icon="close"
              label={`Take away the alias ${alias}`}
              small
              onClick={() => change((aliases) => aliases.filter((each) => each !== alias))}
            />
          </li>
        ))}
        {isAdding && (
          <li className={styles['line']}>
            <LineField
              label="New alias"
              placeholder="the foreign minister"
              value=""
              autoFocus
              onKeep={(alias) => {
                setAdding(false)
                change((aliases) => [...aliases, alias])
              }}
              onLeave={() => setAdding(false)}
            />
          </li>
        )}
      </ul>
      {actor.aliases.length === 0 && !isAdding && <p className={styles['quiet']}>None yet</p>}
    </section>
  )
}
