import { useEffect } from 'react'
import { ActorPage } from './ActorPage'
import { EntryList } from './EntryList'
import { useCounts } from './evidence'
import { IssuePage } from './IssuePage'
import { MergeDialog } from './MergeDialog'
import { NewDialog } from './NewDialog'
import { PositionPage } from './PositionPage'
import { chosenIn, openRegistryDialog, useRegistryState } from './registry-state'
import { RemoveDialog } from './RemoveDialog'
import { useRegistry } from './use-registry'
import { Welcome } from './Welcome'
import styles from './RegistryScreen.module.css'

/** Actors and positions of the project, each with its evidence: to the left all of them, beside them the one that is looked at. */
export function RegistryScreen() {
  const registry = useRegistry()
  const { counts, isWhole } = useCounts()
  const tab = useRegistryState((state) => state.tab)
  const chosen = useRegistryState((state) => chosenIn(state, registry))
  const dialog = useRegistryState((state) => state.dialog)
  const record = registry.get(chosen)
  // What has gone meanwhile cannot be asked about.
  const isStale = dialog !== null && dialog.is !== 'new' && registry.raw(dialog.entry) === undefined
  useEffect(() => {
    if (isStale) openRegistryDialog(null)
  }, [isStale])

  return (
    <div className={styles['screen']}>
      <h1 className={styles['hidden']}>Registry</h1>
      <aside className={styles['list']} aria-label="Entries" data-pane>
        <EntryList registry={registry} counts={counts} isCounted={isWhole} tab={tab} chosen={chosen} />
      </aside>
      <section className={styles['page']} aria-label={tab === 'actors' ? 'Actor' : 'Position'} data-pane>
        {!record && <Welcome registry={registry} tab={tab} />}
        {record?.is === 'actor' && <ActorPage key={record.id} actor={record} registry={registry} />}
        {record?.is === 'position' && <PositionPage key={record.id} position={record} registry={registry} />}
        {record?.is === 'issue' && (
          <IssuePage key={record.id} issue={record} registry={registry} counts={counts} />
        )}
      </section>
      {dialog?.is === 'new' && <NewDialog what={dialog.what} issue={dialog.issue} registry={registry} />}
      {dialog?.is === 'merge' && !isStale && (
        <MergeDialog
          key={dialog.entry}
          entry={dialog.entry}
          other={dialog.other}
          registry={registry}
          counts={counts}
        />
      )}
      {dialog?.is === 'remove' && !isStale && (
        <RemoveDialog key={dialog.entry} entry={dialog.entry} registry={registry} />
      )}
    </div>
  )
}
