import { useMemo, useState } from 'react'
import { v4 as uuid } from 'uuid'
import { actorKinds, type Actor } from '../../data/model/records'
import { entryName, type Registry } from '../../data/model/registry'
import type { NewEntry } from '../../data/store/registry-commands'
import { fold } from '../../data/text/fold'
import { Button } from '../ui/Button'
import { Modal } from '../ui/Modal'
import { Select } from '../ui/Select'
import fields from '../ui/fields.module.css'
import { add } from './changes'
import { EntryPicker } from './EntryPicker'
import { openRegistryDialog, showEntry, type NewKind } from './registry-state'
import { kindNames } from './registry-words'
import styles from './NewDialog.module.css'

interface Props {
  readonly what: NewKind
  /** The issue that a new position answers, if that is known. */
  readonly issue: string | null
  readonly registry: Registry
}

const close = () => openRegistryDialog(null)

const titles: Readonly<Record<NewKind, string>> = {
  actor: 'New actor',
  issue: 'New issue',
  position: 'New position',
}
const nameLabels: Readonly<Record<NewKind, string>> = { actor: 'Name', issue: 'Question', position: 'Answer' }

/** An issue that is chosen, or a question that becomes one. */
type Asked = Readonly<{ is: 'known'; id: string } | { is: 'new'; question: string }>

/** Adds an actor, an issue or a position. What is called so already is shown first. */
export function NewDialog({ what, issue, registry }: Props) {
  const [name, setName] = useState('')
  const [kind, setKind] = useState<Actor['kind']>('person')
  const [country, setCountry] = useState('')
  const [asked, setAsked] = useState<Asked | null>(issue === null ? null : { is: 'known', id: issue })
  const [isBusy, setBusy] = useState(false)
  const trimmed = name.trim().replace(/\s+/gu, ' ')
  const known = useMemo(() => sameAs(registry, what, trimmed, asked), [registry, what, trimmed, asked])
  const unless =
    (trimmed === '' && `${nameLabels[what]} is needed.`) ||
    (what === 'position' &&
      asked === null &&
      'A position answers an issue: choose one, or write its question.') ||
    (isBusy && 'It is being added.')

  const make = async () => {
    if (unless) return
    setBusy(true)
    const done = await add(...entriesFrom(what, trimmed, { kind, country: country.trim() || null, asked }))
    if (done) close()
    else setBusy(false)
  }

  return (
    <Modal
      title={titles[what]}
      onClose={close}
      foot={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="first" unless={unless} onClick={() => void make()}>
            Add
          </Button>
        </>
      }
    >
      <form
        className={styles['form']}
        onSubmit={(event) => {
          event.preventDefault()
          void make()
        }}
      >
        {what === 'position' && <IssueField registry={registry} asked={asked} onAsk={setAsked} />}
        <label className={styles['field']}>
          <span>{nameLabels[what]}</span>
          <input
            type="text"
            className={fields['field']}
            value={name}
            autoFocus={what !== 'position' || asked !== null}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        {known && (
          <p className={styles['known']}>
            <span>There is “{entryName(known)}” already.</span>
            <Button
              onClick={() => {
                close()
                showEntry(known.id)
              }}
            >
              Go there
            </Button>
          </p>
        )}
        {what === 'actor' && (
          <div className={styles['two']}>
            <div className={styles['field']}>
              <span aria-hidden="true">Kind</span>
              <Select
                label="Kind"
                value={kind}
                options={actorKinds.map((each) => ({ value: each, name: kindNames[each] }))}
                onChange={(value) => setKind(actorKinds.find((each) => each === value) ?? kind)}
              />
            </div>
            <label className={styles['field']}>
              <span>Country</span>
              <input
                type="text"
                className={fields['field']}
                value={country}
                onChange={(event) => setCountry(event.target.value)}
              />
            </label>
          </div>
        )}
        {/* Enter in a field adds, as the button does. */}
        <input type="submit" hidden />
      </form>
    </Modal>
  )
}

interface IssueProps {
  readonly registry: Registry
  readonly asked: Asked | null
  readonly onAsk: (asked: Asked | null) => void
}

function IssueField({ registry, asked, onAsk }: IssueProps) {
  const words = asked?.is === 'new' ? asked.question : asked && registry.issue(asked.id)?.question
  return (
    <div className={styles['field']}>
      <span>Issue</span>
      {words ? (
        <p className={styles['chosen']}>
          <b>{words}</b>
          <Button onClick={() => onAsk(null)}>Another…</Button>
        </p>
      ) : (
        <EntryPicker
          label="The question that it answers"
          registry={registry}
          entries={registry.issues}
          autoFocus
          onChoose={(id) => onAsk({ is: 'known', id })}
          onNew={{
            words: (typed) => `New issue “${typed}”`,
            make: (question) => onAsk({ is: 'new', question }),
          }}
        />
      )}
    </div>
  )
}

/** What is called so already, on the same issue if it is a position. */
function sameAs(registry: Registry, what: NewKind, name: string, asked: Asked | null) {
  const sought = fold(name)
  if (sought === '') return null
  const all =
    what === 'actor'
      ? registry.actors
      : what === 'issue'
        ? registry.issues
        : asked?.is === 'known'
          ? registry.positionsOf(asked.id)
          : []
  return all.find(({ id }) => registry.namesOf(id).some((each) => fold(each) === sought)) ?? null
}

interface More {
  readonly kind: Actor['kind']
  readonly country: string | null
  readonly asked: Asked | null
}

/** What is to be added, the entry itself last. */
function entriesFrom(
  what: NewKind,
  name: string,
  { kind, country, asked }: More,
): readonly { readonly id: string; readonly entry: NewEntry }[] {
  const id = uuid()
  if (what === 'actor') return [{ id, entry: { is: 'actor', name, aliases: [], kind, country, roles: [] } }]
  if (what === 'issue') return [{ id, entry: { is: 'issue', question: name } }]
  if (!asked) return []
  if (asked.is === 'known') return [{ id, entry: { is: 'position', issue: asked.id, answer: name } }]
  const issue = uuid()
  return [
    { id: issue, entry: { is: 'issue', question: asked.question } },
    { id, entry: { is: 'position', issue, answer: name } },
  ]
}
