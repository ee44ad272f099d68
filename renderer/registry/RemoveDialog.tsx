import { useEffect, useMemo, useRef, useState } from 'react'
import { entryName, type Registry } from '../../data/model/registry'
import type { RegistryRecord } from '../../data/model/records'
import type { Evidence } from '../../data/record/evidence'
import { ok, type Result } from '../../data/model/result'
import type { Problem } from '../../data/model/problem'
import { useShown } from '../state/store'
import { Button } from '../ui/Button'
import { Modal } from '../ui/Modal'
import { counted } from '../ui/words'
import { remove } from './changes'
import { EntryPicker } from './EntryPicker'
import { askEvidence } from './evidence'
import { openRegistryDialog } from './registry-state'
import { nounOf } from './registry-words'
import { Trouble } from './Trouble'
import { useAnswer } from './use-answer'
import styles from './RemoveDialog.module.css'

interface Props {
  readonly entry: string
  readonly registry: Registry
}

const close = () => openRegistryDialog(null)

/** Rows of an answer, and tags of mine that can be given another meaning in one step. */
const [PAGE, MOST_TAGS] = [1_000, 10_000]

interface Tags {
  /** How many of mine there are, and those of them that can be told. */
  readonly mine: { readonly found: number; readonly rows: readonly Evidence[] }
  /** How many there are of everybody. */
  readonly all: number
}

/** Asks what becomes of the evidence of an entry that is to go. One that nothing depends on goes at once: undo brings it back. */
export function RemoveDialog({ entry, registry }: Props) {
  const record = registry.raw(entry)
  const me = useShown(({ project }) => project?.me.id) ?? ''
  const { value, problem } = useAnswer(`remove ${entry} ${me}`, () => askTags(entry, me))
  // What was not read yet may have tags that mean it.
  const isReading = useShown(({ record: { building, isStopped } }) => building !== null || isStopped)
  const positions = record?.is === 'issue' ? registry.positionsOf(entry) : []
  const isFree = value !== null && value.all === 0 && !isReading && positions.length === 0
  const hasGone = useRef(false)
  useEffect(() => {
    if (!isFree || hasGone.current) return
    hasGone.current = true
    void remove(entry, null)
    close()
  }, [isFree, entry])

  if (!record || isFree) return null
  if (positions.length > 0) return <Answered record={record} positions={positions.length} />
  if (!value) return problem && <Failed record={record} problem={problem} />
  return <Ask record={record} registry={registry} tags={value} isReading={isReading} />
}

/** Mine and everybody's that name this very entry: those of what was merged into it have their own. */
async function askTags(entry: string, me: string): Promise<Result<Tags, Problem>> {
  const all = await askEvidence([entry], 0, 1)
  if (!all.ok) return all
  const rows: Evidence[] = []
  for (let from = 0; from < MOST_TAGS; from += PAGE) {
    const page = await askEvidence([entry], from, from + PAGE, { annotators: [me] })
    if (!page.ok) return page
    rows.push(...page.value.rows)
    if (page.value.found <= rows.length || page.value.rows.length === 0)
      return ok({ mine: { found: page.value.found, rows }, all: all.value.found })
  }
  return ok({ mine: { found: Infinity, rows }, all: all.value.found })
}

const mergeInstead = (record: RegistryRecord) =>
  openRegistryDialog({ is: 'merge', entry: record.id, other: null })

const Answered = ({ record, positions }: { readonly record: RegistryRecord; readonly positions: number }) => (
  <Modal
    title={`Delete this ${nounOf(record)}?`}
    aside={entryName(record)}
    onClose={close}
    foot={
      <>
        <Button onClick={() => mergeInstead(record)}>Merge into another issue…</Button>
        <Button look="first" autoFocus onClick={close}>
          Keep it
        </Button>
      </>
    }
  >
    <div className={styles['body']}>
      <p>
        {counted(positions, 'position answers', 'positions answer')} this issue. Merge it into another, or
        give its positions another issue or delete them first.
      </p>
    </div>
  </Modal>
)

const Failed = ({ record, problem }: { readonly record: RegistryRecord; readonly problem: Problem }) => (
  <Modal
    title={`Delete this ${nounOf(record)}?`}
    aside={entryName(record)}
    onClose={close}
    foot={<Button onClick={close}>Keep it</Button>}
  >
    <div className={styles['body']}>
      <Trouble problem={problem} />
    </div>
  </Modal>
)

interface AskProps {
  readonly record: RegistryRecord
  readonly registry: Registry
  readonly tags: Tags
  /** Not all articles have been read: there may be more. */
  readonly isReading: boolean
}

function Ask({ record, registry, tags: { mine, all }, isReading }: AskProps) {
  const [what, setWhat] = useState<'another' | 'none'>(mine.found > 0 ? 'another' : 'none')
  const [means, setMeans] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)
  const name = entryName(record)
  const others = Math.max(0, all - mine.found)
  const merged = registry.groupOf(record.id).length - 1
  const isTooMany = mine.found > mine.rows.length
  const candidates = useMemo(
    () => (record.is === 'actor' ? registry.actors : registry.positions).filter(({ id }) => id !== record.id),
    [registry, record],
  )
  const chosen = registry.get(means)
  const go = async () => {
    if (isBusy) return
    setBusy(true)
    const retagged = what === 'another' && means !== null ? { tags: mine.rows, means } : null
    if (await remove(record.id, retagged)) close()
    else setBusy(false)
  }
  return (
    <Modal
      title={`Delete this ${nounOf(record)}?`}
      aside={name}
      onClose={close}
      foot={
        <>
          <Button onClick={() => mergeInstead(record)}>Merge instead…</Button>
          <Button onClick={close}>Keep it</Button>
          <Button
            look="first"
            unless={
              (isBusy && 'It is being deleted.') ||
              (what === 'another' && !chosen && `Choose what your tags mean instead.`)
            }
            onClick={() => void go()}
          >
            Delete
          </Button>
        </>
      }
    >
      <div className={styles['body']}>
        <p>
          {isReading && 'The tags of all articles are still being read. So far, '}
          {counted(all, 'tag means', 'tags mean')} {name}
          {mine.found === 0 && ', all of others.'}
          {mine.found > 0 && others > 0 && `: ${mine.found} of yours and ${others} of others`}
          {mine.found > 0 && `. What becomes of ${mine.found === 1 ? 'it' : 'them'}?`}
        </p>
        {mine.found > 0 && (
          <div className={styles['ways']} role="radiogroup" aria-label="What becomes of the tags">
            <label className={styles['way']}>
              <input
                type="radio"
                name="evidence"
                checked={what === 'another'}
                disabled={isTooMany}
                onChange={() => setWhat('another')}
              />
              <span>
                Give my {counted(mine.found, 'tag')} another meaning
                {isTooMany && ` (more than ${MOST_TAGS.toLocaleString('en-GB')}: merge instead)`}
              </span>
            </label>
            {what === 'another' &&
              (chosen ? (
                <p className={styles['chosen']}>
                  <b>{entryName(chosen)}</b>
                  <Button onClick={() => setMeans(null)}>Another…</Button>
                </p>
              ) : (
                <div className={styles['picker']}>
                  <EntryPicker
                    label={`The ${nounOf(record)} that they mean instead`}
                    registry={registry}
                    entries={candidates}
                    onChoose={setMeans}
                  />
                </div>
              ))}
            <label className={styles['way']}>
              <input
                type="radio"
                name="evidence"
                checked={what === 'none'}
                onChange={() => setWhat('none')}
              />
              <span>Leave my tags without a meaning. They keep their words, labels and links.</span>
            </label>
          </div>
        )}
        {others > 0 && (
          <p className={styles['quiet']}>
            {counted(others, 'tag of others keeps', 'tags of others keep')} pointing at it and{' '}
            {others === 1 ? 'says' : 'say'} so, until their owners change them or it is brought back.
          </p>
        )}
        {merged > 0 && (
          <p className={styles['quiet']}>
            {counted(merged, 'entry that was', 'entries that were')} merged into it{' '}
            {merged === 1 ? 'stands' : 'stand'} for {merged === 1 ? 'itself' : 'themselves'} again.
          </p>
        )}
      </div>
    </Modal>
  )
}
