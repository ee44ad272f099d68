import { useMemo } from 'react'
import { actorKinds, type Actor } from '../../data/model/records'
import type { Registry } from '../../data/model/registry'
import { Select } from '../ui/Select'
import { Aliases } from './Aliases'
import { Called } from './Called'
import { editActor } from './changes'
import { EntryChoice } from './EntryChoice'
import { EntryHead } from './EntryHead'
import { useStatements } from './evidence'
import { LineField } from './LineField'
import { Merged } from './Merged'
import { NoteSection } from './NoteSection'
import { PerhapsTheSame } from './PerhapsTheSame'
import { QuotedBy } from './QuotedBy'
import { kindNames } from './registry-words'
import { Roles } from './Roles'
import { Themes } from './Themes'
import styles from './Entry.module.css'

interface Props {
  readonly actor: Actor
  readonly registry: Registry
}

/** One actor: who it is, what it was called, and what it holds, with the words. */
export function ActorPage({ actor, registry }: Props) {
  const { id } = actor
  const statements = useStatements(
    `actor ${id}`,
    useMemo(() => ({ actors: [id] }), [id]),
  )
  const others = useMemo(() => registry.actors.filter((other) => other.id !== id), [registry, id])
  return (
    <section className={styles['entry']} aria-label={actor.name}>
      <div className={styles['facts']}>
        <EntryHead record={actor} label="Name" onRename={(name) => editActor(id, { name })}>
          <div className={styles['under']}>
            <Select
              label="Kind"
              quiet
              value={actor.kind}
              options={actorKinds.map((kind) => ({ value: kind, name: kindNames[kind] }))}
              onChange={(value) =>
                editActor(id, { kind: actorKinds.find((kind) => kind === value) ?? actor.kind })
              }
            />
            <LineField
              label="Country"
              placeholder="No country"
              value={actor.country ?? ''}
              onKeep={(country) => editActor(id, { country: country || null })}
            />
          </div>
        </EntryHead>
        <PerhapsTheSame registry={registry} id={id} />
        <Roles actor={actor} />
        <section className={styles['section']} aria-label="Speaks for">
          <div className={styles['sectionHead']}>
            <h3>Speaks for</h3>
          </div>
          <EntryChoice
            label="Speaks for"
            registry={registry}
            entries={others}
            chosen={actor.speaksFor ?? null}
            onChoose={(speaksFor) => editActor(id, { speaksFor })}
          />
        </section>
        <Called registry={registry} actor={actor} />
        <QuotedBy registry={registry} statements={statements.value?.rows ?? []} />
        <Aliases actor={actor} />
        <NoteSection note={actor.note ?? ''} onKeep={(note) => editActor(id, { note: note || undefined })} />
        <Merged registry={registry} id={id} />
      </div>
      <Themes page="actor" title="Positions" registry={registry} answer={statements} />
    </section>
  )
}
