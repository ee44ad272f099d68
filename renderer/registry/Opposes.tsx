import { useMemo, useState } from 'react'
import type { Position } from '../../data/model/records'
import type { Registry } from '../../data/model/registry'
import { IconButton } from '../ui/Button'
import { LabelChip } from '../ui/LabelChip'
import { editPosition } from './changes'
import { EntryPicker } from './EntryPicker'
import { showEntry } from './registry-state'
import styles from './Entry.module.css'

interface Props {
  readonly position: Position
  readonly registry: Registry
}

/** The positions on the same issue that cannot be held together with this one. */
export function Opposes({ position, registry }: Props) {
  const [isAdding, setAdding] = useState(false)
  const opponents = registry.opponentsOf(position.id)
  const candidates = useMemo(
    () =>
      registry
        .positionsOf(position.issue)
        .filter((other) => other.id !== position.id && !opponents.includes(other)),
    [registry, position, opponents],
  )
  const add = (id: string) => {
    setAdding(false)
    editPosition(position.id, { opposes: [...(position.opposes ?? []), id] })
  }
  return (
    <section className={styles['section']} aria-label="Opposes">
      <div className={styles['sectionHead']}>
        <h3>Opposes</h3>
        <IconButton
          icon="plus"
          label="Add a position that this one opposes"
          small
          unless={candidates.length === 0 && 'There is no other position on this issue.'}
          onClick={() => setAdding(true)}
        />
      </div>
      <ul>
        {opponents.map((other) => (
          <li key={other.id} className={styles['line']}>
            <button type="button" className={styles['answer']} onClick={() => showEntry(other.id)}>
              <LabelChip label={{ name: 'Position', letter: 'P', hue: 'position' }} />
              <span>{other.answer}</span>
            </button>
            <IconButton
              icon="close"
              label={`Does not oppose “${other.answer}”`}
              small
              onClick={() => part(registry, position, other)}
            />
          </li>
        ))}
      </ul>
      {isAdding && (
        <EntryPicker
          label="Opposes"
          registry={registry}
          entries={candidates}
          autoFocus
          onClose={() => setAdding(false)}
          onChoose={add}
        />
      )}
      {opponents.length === 0 && !isAdding && <p className={styles['quiet']}>None said yet</p>}
    </section>
  )
}

/** Takes back that two oppose each other, whichever of them, or of what was merged into them, says so. */
function part(registry: Registry, one: Position, other: Position): void {
  for (const [from, to] of [
    [one, other],
    [other, one],
  ] as const)
    for (const id of registry.groupOf(from.id)) {
      const record = registry.raw(id)
      if (record?.is !== 'position' || !record.opposes) continue
      const left = record.opposes.filter((each) => registry.countsAs(each) !== to.id)
      if (left.length < record.opposes.length) editPosition(id, { opposes: left })
    }
}
