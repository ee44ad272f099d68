import { useMemo } from 'react'
import type { Position } from '../../data/model/records'
import type { Registry } from '../../data/model/registry'
import { IconButton } from '../ui/Button'
import { editPosition } from './changes'
import { EntryChoice } from './EntryChoice'
import { EntryHead } from './EntryHead'
import { useStatements } from './evidence'
import { Merged } from './Merged'
import { NoteSection } from './NoteSection'
import { Opposes } from './Opposes'
import { PerhapsTheSame } from './PerhapsTheSame'
import { showEntry } from './registry-state'
import { Themes } from './Themes'
import styles from './Entry.module.css'

interface Props {
  readonly position: Position
  readonly registry: Registry
}

/** One answer to an issue: what it answers, what it rules out, and who holds it, with the words. */
export function PositionPage({ position, registry }: Props) {
  const { id } = position
  const statements = useStatements(
    `position ${id}`,
    useMemo(() => ({ positions: [id] }), [id]),
  )
  const issue = registry.issue(position.issue)
  return (
    <section className={styles['entry']} aria-label={position.answer}>
      <div className={styles['facts']}>
        <EntryHead record={position} label="Answer" onRename={(answer) => editPosition(id, { answer })}>
          {null}
        </EntryHead>
        <PerhapsTheSame registry={registry} id={id} />
        <section className={styles['section']} aria-label="Answers">
          <div className={styles['sectionHead']}>
            <h3>Answers</h3>
            {issue && (
              <IconButton icon="next" label="Go to the issue" small onClick={() => showEntry(issue.id)} />
            )}
          </div>
          <EntryChoice
            label="Issue"
            registry={registry}
            entries={registry.issues}
            chosen={position.issue}
            onChoose={(chosen) => chosen !== undefined && editPosition(id, { issue: chosen })}
            isNeeded
          />
        </section>
        <Opposes position={position} registry={registry} />
        <NoteSection
          note={position.note ?? ''}
          onKeep={(note) => editPosition(id, { note: note || undefined })}
        />
        <Merged registry={registry} id={id} />
      </div>
      <Themes page="position" title="Held by" registry={registry} answer={statements} />
    </section>
  )
}
