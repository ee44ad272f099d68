import { useMemo } from 'react'
import type { Issue } from '../../data/model/records'
import type { Registry } from '../../data/model/registry'
import { IconButton } from '../ui/Button'
import { LabelChip } from '../ui/LabelChip'
import { editIssue } from './changes'
import { EntryHead } from './EntryHead'
import { useStatements } from './evidence'
import { Merged } from './Merged'
import { PerhapsTheSame } from './PerhapsTheSame'
import { openRegistryDialog, showEntry } from './registry-state'
import { countOf, type Counts } from './rows'
import { Themes } from './Themes'
import styles from './Entry.module.css'

interface Props {
  readonly issue: Issue
  readonly registry: Registry
  readonly counts: Counts | null
}

/** One question in dispute: its answers, and who holds which, with the words. */
export function IssuePage({ issue, registry, counts }: Props) {
  const { id } = issue
  const statements = useStatements(
    `issue ${id}`,
    useMemo(() => ({ issues: [id] }), [id]),
  )
  const answers = registry.positionsOf(id)
  return (
    <section className={styles['entry']} aria-label={issue.question}>
      <div className={styles['facts']}>
        <EntryHead record={issue} label="Question" onRename={(question) => editIssue(id, { question })}>
          {null}
        </EntryHead>
        <PerhapsTheSame registry={registry} id={id} />
        <section className={styles['section']} aria-label="Positions">
          <div className={styles['sectionHead']}>
            <h3>Positions</h3>
            <span className={styles['quiet']}>{answers.length}</span>
            <IconButton
              icon="plus"
              label="New position on this issue…"
              small
              onClick={() => openRegistryDialog({ is: 'new', what: 'position', issue: id })}
            />
          </div>
          <ul>
            {answers.map((position) => (
              <li key={position.id} className={styles['pair']}>
                <button type="button" className={styles['answer']} onClick={() => showEntry(position.id)}>
                  <LabelChip label={{ name: 'Position', letter: 'P', hue: 'position' }} />
                  <span>{position.answer}</span>
                </button>
                {counts && <span className={styles['number']}>{countOf(registry, counts, position.id)}</span>}
              </li>
            ))}
          </ul>
          {answers.length === 0 && (
            <p className={styles['quiet']}>No position answers it yet. Add one with the plus sign.</p>
          )}
        </section>
        <Merged registry={registry} id={id} />
      </div>
      <Themes page="issue" title="Who holds what" registry={registry} answer={statements} />
    </section>
  )
}
