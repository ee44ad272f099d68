import { lazy, Suspense, type ComponentType } from 'react'
import type { Mode } from './state/state'
import { useShown } from './state/store'
import { Workspace } from './Workspace'
import styles from './Screens.module.css'

/** The screens beside the reader. Each is loaded when it is first looked at. */
const screens: Readonly<Record<Exclude<Mode, 'read'>, ComponentType>> = {
  registry: lazy(async () => ({ default: (await import('./registry/RegistryScreen')).RegistryScreen })),
  codebook: lazy(async () => ({ default: (await import('./codebook/CodebookScreen')).CodebookScreen })),
  statements: lazy(async () => ({ default: (await import('./record/RecordScreen')).RecordScreen })),
  review: lazy(async () => ({ default: (await import('./review/ReviewScreen')).ReviewScreen })),
}

/** The reader with its panes, and over it the screen that was asked for. The reader stays as it is beneath. */
export function Screens() {
  const mode = useShown((state) => state.mode)
  const Screen = mode === 'read' ? null : screens[mode]
  return (
    <div className={styles['screens']}>
      <div className={styles['beneath']} inert={Screen !== null}>
        <Workspace />
      </div>
      {Screen && (
        <main className={styles['over']} data-pane>
          <Suspense>
            <Screen />
          </Suspense>
        </main>
      )}
    </div>
  )
}
