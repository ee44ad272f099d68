import { useMemo, useState } from 'react'
import type { RegistryRecord } from '../../data/model/records'
import { entryName, type Registry } from '../../data/model/registry'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { Modal } from '../ui/Modal'
import { counted } from '../ui/words'
import { merge } from './changes'
import { EntryPicker } from './EntryPicker'
import { useWords } from './evidence'
import { openRegistryDialog } from './registry-state'
import { kindNames, nounOf, periodOf } from './registry-words'
import { countOf, countOfIssue, type Counts } from './rows'
import styles from './MergeDialog.module.css'

interface Props {
  readonly entry: string
  /** What it is compared with; `null`: that is to be chosen yet. */
  readonly other: string | null
  readonly registry: Registry
  readonly counts: Counts | null
}

const close = () => openRegistryDialog(null)

/** Chooses the other one if need be, compares the two, and merges one into the other. */
export function MergeDialog({ entry, other, registry, counts }: Props) {
  const record = registry.get(entry)
  const with_ = registry.get(other)
  if (!record) return null
  if (!with_ || with_ === record) return <Choose record={record} registry={registry} />
  return (
    <Compare key={`${record.id} ${with_.id}`} pair={[record, with_]} registry={registry} counts={counts} />
  )
}

function Choose({ record, registry }: { readonly record: RegistryRecord; readonly registry: Registry }) {
  const candidates = useMemo(() => candidatesFor(registry, record), [registry, record])
  return (
    <Modal
      title={`Merge with which ${nounOf(record)}?`}
      aside={entryName(record)}
      onClose={close}
      foot={<Button onClick={close}>Cancel</Button>}
    >
      <div className={styles['choose']}>
        <EntryPicker
          label={`The other ${nounOf(record)}`}
          registry={registry}
          entries={candidates}
          autoFocus
          onChoose={(id) => openRegistryDialog({ is: 'merge', entry: record.id, other: id })}
        />
        <p className={styles['quiet']}>You see the two beside each other before anything is merged.</p>
      </div>
    </Modal>
  )
}

/** Others of the same kind: those that may be the same first, of positions those on the same issue next. */
function candidatesFor(registry: Registry, record: RegistryRecord): readonly RegistryRecord[] {
  const all =
    record.is === 'actor' ? registry.actors : record.is === 'issue' ? registry.issues : registry.positions
  const alike = new Set(
    registry
      .perhapsTheSame()
      .filter(({ of, other }) => of === record || other === record)
      .map(({ of, other }) => (of === record ? other : of).id),
  )
  const rank = (each: RegistryRecord) => {
    if (alike.has(each.id)) return 0
    if (record.is === 'position' && each.is === 'position')
      return registry.countsAs(each.issue) === registry.countsAs(record.issue) ? 1 : 2
    return 1
  }
  return all.filter(({ id }) => id !== record.id).toSorted((a, b) => rank(a) - rank(b))
}

interface CompareProps {
  readonly pair: readonly [RegistryRecord, RegistryRecord]
  readonly registry: Registry
  readonly counts: Counts | null
}

function Compare({ pair, registry, counts }: CompareProps) {
  const size = (record: RegistryRecord) =>
    record.is === 'issue'
      ? countOfIssue(registry, counts ?? {}, record.id)
      : countOf(registry, counts ?? {}, record.id)
  const [stays, setStays] = useState(size(pair[1]) > size(pair[0]) ? 1 : 0)
  const [isBusy, setBusy] = useState(false)
  const [kept, merged] = stays === 0 ? pair : [pair[1], pair[0]]
  const go = async () => {
    if (isBusy) return
    setBusy(true)
    if (await merge(merged.id, kept.id)) close()
    else setBusy(false)
  }
  return (
    <Modal
      title={`Merge two ${nounOf(kept)}s`}
      size="medium"
      onClose={close}
      foot={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button look="first" unless={isBusy && 'They are being merged.'} onClick={() => void go()}>
            Merge into “{short(entryName(kept))}”
          </Button>
        </>
      }
    >
      <div className={styles['compare']} onKeyDown={(event) => event.key === 'Enter' && void go()}>
        <div className={styles['sides']} role="radiogroup" aria-label="Which one stays">
          {pair.map((record, side) => (
            <div key={record.id} className={classes(styles['side'], side === stays && styles['kept'])}>
              <label className={styles['stays']}>
                <input
                  type="radio"
                  name="stays"
                  checked={side === stays}
                  autoFocus={side === stays}
                  aria-label={`${entryName(record)} stays`}
                  onChange={() => setStays(side)}
                />
                {side === stays ? 'Stays' : 'Counts as the other'}
              </label>
              <Side record={record} registry={registry} count={counts && size(record)} />
            </div>
          ))}
        </div>
        <p className={styles['what']}>
          From then on all tags that mean “{entryName(merged)}” count as “{entryName(kept)}”, which is found
          by the names of both. Nothing is lost: “{entryName(merged)}” keeps what it is, and the two can be
          taken apart at any time.
        </p>
      </div>
    </Modal>
  )
}

interface SideProps {
  readonly record: RegistryRecord
  readonly registry: Registry
  readonly count: number | null
}

function Side({ record, registry, count }: SideProps) {
  const words = useWords(registry.groupOf(record.id)).value?.words ?? []
  const facts = factsOf(record, registry)
  return (
    <>
      <h2 className={styles['name']}>{entryName(record)}</h2>
      <dl className={styles['facts']}>
        {facts.map(([name, value]) => (
          <div key={name} className={styles['fact']}>
            <dt>{name}</dt>
            <dd>{value || <span className={styles['quiet']}>not set</span>}</dd>
          </div>
        ))}
        <div className={styles['fact']}>
          <dt>Tags</dt>
          <dd>{count === null ? '' : count.toLocaleString('en-GB')}</dd>
        </div>
        {record.is !== 'issue' && (
          <div className={styles['fact']}>
            <dt>Called</dt>
            <dd>
              {words.length === 0 && <span className={styles['quiet']}>nothing yet</span>}
              <ul>
                {words.slice(0, 5).map((each) => (
                  <li key={each.words} className={styles['called']}>
                    <span dir="auto">{short(each.words, 60)}</span>
                    <span className={styles['number']} title={counted(each.articles, 'article')}>
                      {each.tags}
                    </span>
                  </li>
                ))}
              </ul>
              {words.length > 5 && <span className={styles['quiet']}>and {words.length - 5} more</span>}
            </dd>
          </div>
        )}
      </dl>
    </>
  )
}

/** What is known of an entry, in the same order for both. */
function factsOf(record: RegistryRecord, registry: Registry): readonly (readonly [string, string])[] {
  switch (record.is) {
    case 'actor':
      return [
        ['Kind', kindNames[record.kind]],
        ['Country', record.country ?? ''],
        ['Roles', record.roles.map((role) => `${role.title} ${periodOf(role)}`.trim()).join('; ')],
        ['Speaks for', registry.actor(record.speaksFor)?.name ?? ''],
        ['Also called', record.aliases.join('; ')],
        ['Note', record.note ?? ''],
      ]
    case 'issue':
      return [
        [
          'Positions',
          registry
            .positionsOf(record.id)
            .map(({ answer }) => answer)
            .join('; '),
        ],
      ]
    case 'position':
      return [
        ['Issue', registry.issue(record.issue)?.question ?? ''],
        [
          'Opposes',
          registry
            .opponentsOf(record.id)
            .map(({ answer }) => answer)
            .join('; '),
        ],
        ['Note', record.note ?? ''],
      ]
  }
}

const short = (words: string, most = 28): string =>
  words.length <= most
    ? words
    : `${words
        .slice(0, most)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`
