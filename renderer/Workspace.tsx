import { useSyncExternalStore } from 'react'
import { Inspector } from './inspector/Inspector'
import { Library } from './library/Library'
import { Reader } from './reader/Reader'
import { closeDrawer, resize } from './state/actions'
import { narrowWindow, smallWindow } from './state/panes'
import { useShown } from './state/store'
import { Separator } from './ui/Separator'
import { Troubles } from './ui/Troubles'
import styles from './Workspace.module.css'

/** Library, reader and inspector, as wide as the user made them. */
export function Workspace() {
  const isNarrow = useMatches(narrowWindow)
  const isSmall = useMatches(smallWindow)
  const isLarge = useMatches(largeWindow)
  const libraryShown = useShown((state) => (isNarrow ? state.drawer === 'library' : state.libraryShown))
  const inspectorShown = useShown((state) => (isSmall ? state.drawer === 'inspector' : state.inspectorShown))
  const hasDrawer = (isNarrow && libraryShown) || (isSmall && inspectorShown)
  const libraryWidth = useShown((state) => state.libraryWidth) ?? (isLarge ? 312 : 268)
  const inspectorWidth = useShown((state) => state.inspectorWidth) ?? (isLarge ? 392 : isNarrow ? 292 : 328)

  return (
    <div
      className={styles['panes']}
      style={{ '--library': `${libraryWidth}px`, '--inspector': `${inspectorWidth}px` }}
    >
      {hasDrawer && <div className={styles['scrim']} onClick={closeDrawer} />}
      {libraryShown && (
        <aside
          id="library"
          className={isNarrow ? styles['drawer'] : styles['library']}
          aria-label="Library"
          data-pane
          onKeyDown={(event) => isNarrow && event.key === 'Escape' && closeDrawer()}
        >
          <Library />
          {!isNarrow && (
            <Separator
              label="Width of the library"
              controls="library"
              side="left"
              width={libraryWidth}
              least={200}
              most={480}
              onResize={(width) => resize('library', width)}
            />
          )}
        </aside>
      )}
      <main className={styles['reader']} data-pane>
        <Reader />
        {/* Below the text, which would move under the hand otherwise: they may come while one selects words. */}
        <Troubles />
      </main>
      {inspectorShown && (
        <aside
          id="inspector"
          className={isSmall ? styles['over'] : styles['inspector']}
          aria-label="Inspector"
          data-pane
          onKeyDown={(event) => isSmall && event.key === 'Escape' && closeDrawer()}
        >
          <Inspector />
          {!isSmall && (
            <Separator
              label="Width of the inspector"
              controls="inspector"
              side="right"
              width={inspectorWidth}
              least={256}
              most={560}
              onResize={(width) => resize('inspector', width)}
            />
          )}
        </aside>
      )}
    </div>
  )
}

const largeWindow = matchMedia('(min-width: 1700px)')

function useMatches(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed)
      return () => query.removeEventListener('change', changed)
    },
    () => query.matches,
  )
}
