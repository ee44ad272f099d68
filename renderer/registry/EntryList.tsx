import { useDeferredValue, useEffect, useMemo } from 'react'
import type { Registry } from '../../data/model/registry'
import { useKeys } from '../commands/commands-now'
import { LeftOut } from '../review/blind/LeftOut'
import { useShown } from '../state/store'
import { ActionMenu } from '../ui/ActionMenu'
import { Button, IconButton } from '../ui/Button'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { counted } from '../ui/words'
import { EntryFilter } from './EntryFilter'
import { EntryRows } from './EntryRows'
import { tabNames, tabs, wide, type Narrowing, type Tab } from './narrowing'
import { choose, narrow, openRegistryDialog, showTab, toggleFilter, useRegistryState } from './registry-state'
import { actorRows, positionRows, prepare, type Counts, type Row } from './rows'
import fields from '../ui/fields.module.css'
import styles from './EntryList.module.css'

interface Props {
  readonly registry: Registry
  readonly counts: Counts | null
  /** All tags were counted, so that the list has its order. */
  readonly isCounted: boolean
  readonly tab: Tab
  /** The entry that is looked at. */
  readonly chosen: string | null
}

/** All actors, or all positions under their issues, with what finds, narrows and adds them. */
export function EntryList({ registry, counts, isCounted, tab, chosen }: Props) {
  const narrowing = useRegistryState((state) => state.narrowing)
  const filterShown = useRegistryState((state) => state.filterShown)
  const wanted = useDeferredValue(narrowing)
  const rows = useMemo(
    () => (tab === 'actors' ? actorRows : positionRows)(registry, counts, wanted),
    [registry, counts, tab, wanted],
  )
  useEffect(() => {
    const idle = requestIdleCallback(() => prepare(registry, tab))
    return () => cancelIdleCallback(idle)
  }, [registry, tab])
  // The screen opens on the first entry of its list; later on the one that was looked at last.
  const first = chosen === null && isCounted ? firstOf(rows) : null
  useEffect(() => {
    if (first !== null) choose(first)
  }, [first])
  const goIntoList = () => {
    // What was typed last may not be drawn yet.
    const fitting =
      narrowing === wanted ? rows : (tab === 'actors' ? actorRows : positionRows)(registry, counts, narrowing)
    const best = firstOf(fitting)
    const stays = narrowing.typed.trim() === '' && fitting.some(({ id }) => id !== null && id === chosen)
    if (!stays && best !== null) choose(best)
    document.querySelector<HTMLElement>('[data-entries]')?.focus()
  }
  const all = tab === 'actors' ? registry.actors.length : registry.issues.length + registry.positions.length
  const pairs = registry
    .perhapsTheSame()
    .filter(({ of }) => (of.is === 'actor') === (tab === 'actors')).length

  return (
    <>
      <div className={styles['head']}>
        <Tabs tab={tab} registry={registry} />
        <span className={styles['tools']}>
          <IconButton
            icon="filter"
            label={filterShown ? 'Hide the filters' : 'Show the filters'}
            aria-expanded={filterShown}
            aria-pressed={isNarrowed(narrowing)}
            onClick={toggleFilter}
          />
          <Add tab={tab} />
        </span>
      </div>
      {all > 0 && <Find typed={narrowing.typed} tab={tab} onDone={goIntoList} />}
      {all > 0 && filterShown && <EntryFilter registry={registry} narrowing={narrowing} tab={tab} />}
      {narrowing.only === 'alike' ? (
        <Note
          words="Those that may be the same as another."
          action="Show all"
          onClick={() => narrow({ only: 'all' })}
        />
      ) : (
        pairs > 0 && (
          <Note
            words={`${counted(pairs, 'pair')} may be the same.`}
            action="Show them"
            onClick={() => narrow({ only: 'alike', typed: '' })}
          />
        )
      )}
      <Building />
      {all > 0 && (
        <div className={styles['leftOut']}>
          <LeftOut />
        </div>
      )}
      {all === 0 ? null : rows.length === 0 ? (
        <div className={styles['none']}>
          <p>{noneIn(tab, wanted)}</p>
          <Button onClick={() => narrow({ ...wide, order: wanted.order })}>Show all</Button>
        </div>
      ) : (
        <EntryRows rows={rows} registry={registry} tab={tab} chosen={chosen} hasCounts={counts !== null} />
      )}
    </>
  )
}

/** The first entry of rows; a heading over what has no issue is none. */
const firstOf = (rows: readonly Row[]): string | null => rows.find(({ id }) => id !== null)?.id ?? null

const isNarrowed = ({ kind, country, only }: Narrowing): boolean =>
  kind !== null || country !== null || only !== 'all'

function noneIn(tab: Tab, { typed, only }: Narrowing): string {
  const what = tab === 'actors' ? 'actor' : 'issue or position'
  if (typed.trim() !== '') return `No ${what} is called “${typed.trim()}” here.`
  if (only === 'without') return `Every ${what} has tags.`
  if (only === 'alike') return 'No two are called the same.'
  return `No ${what} fits.`
}

function Tabs({ tab, registry }: { readonly tab: Tab; readonly registry: Registry }) {
  const sizes = { actors: registry.actors.length, positions: registry.positions.length }
  return (
    <div role="tablist" aria-label="Registries" className={styles['tabs']}>
      {tabs.map((each) => (
        <button
          key={each}
          type="button"
          role="tab"
          aria-selected={each === tab}
          tabIndex={each === tab ? 0 : -1}
          className={styles['tab']}
          onClick={() => showTab(each)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return
            const other = each === 'actors' ? 'positions' : 'actors'
            showTab(other)
            const { currentTarget } = event
            const sibling = currentTarget.nextElementSibling ?? currentTarget.previousElementSibling
            if (sibling instanceof HTMLElement) sibling.focus()
          }}
        >
          {tabNames[each]} <span className={styles['size']}>{sizes[each].toLocaleString('en-GB')}</span>
        </button>
      ))}
    </div>
  )
}

function Add({ tab }: { readonly tab: Tab }) {
  const keys = useKeys('registry.new')
  if (tab === 'actors')
    return (
      <IconButton
        icon="plus"
        label="New actor…"
        keys={keys}
        onClick={() => openRegistryDialog({ is: 'new', what: 'actor', issue: null })}
      />
    )
  return (
    <ActionMenu
      label="New issue or position"
      icon="plus"
      actions={[
        {
          name: 'New position…',
          keys,
          run: () => openRegistryDialog({ is: 'new', what: 'position', issue: null }),
        },
        { name: 'New issue…', run: () => openRegistryDialog({ is: 'new', what: 'issue', issue: null }) },
      ]}
    />
  )
}

interface FindProps {
  readonly typed: string
  readonly tab: Tab
  /** ↓ or Enter: the keys go on to the list. */
  readonly onDone: () => void
}

function Find({ typed, tab, onDone }: FindProps) {
  const label = tab === 'actors' ? 'Name or alias' : 'Question or answer'
  return (
    <div className={classes(fields['seek'], styles['find'])}>
      <Icon name="search" />
      <input
        type="text"
        role="searchbox"
        aria-label={label}
        placeholder={label}
        data-find-entry
        value={typed}
        onChange={(event) => narrow({ typed: event.target.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') {
            event.stopPropagation()
            narrow({ typed: '' })
          }
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault()
            onDone()
          }
        }}
      />
      {typed !== '' && (
        <IconButton icon="close" label="Empty the search" small onClick={() => narrow({ typed: '' })} />
      )}
    </div>
  )
}

interface NoteProps {
  readonly words: string
  readonly action: string
  readonly onClick: () => void
}

const Note = ({ words, action, onClick }: NoteProps) => (
  <p className={styles['note']}>
    {words}{' '}
    <button type="button" className={styles['link']} onClick={onClick}>
      {action}
    </button>
  </p>
)

/** How far the tags of all articles have been read; the list can be used meanwhile. */
function Building() {
  const building = useShown(({ record }) => record.building)
  if (!building) return null
  const words = `Reading tags: ${building.done.toLocaleString('en-GB')} of ${building.of.toLocaleString('en-GB')} articles`
  return (
    <div
      role="progressbar"
      aria-label="Reading the tags of all articles"
      aria-valuenow={building.done}
      aria-valuemax={building.of}
      aria-valuetext={words}
      className={styles['note']}
    >
      {words}
    </div>
  )
}
