import { openDialog, redo, showMode, toggleInspector, toggleLibrary, undo } from '../state/actions'
import { modes, type Mode } from '../state/state'
import { useShown } from '../state/store'
import { workbench } from '../state/workbench'
import { useKeys } from '../commands/commands-now'
import { forAria, inSentence } from '../commands/key-names'
import { openPalette } from '../commands/palette/opening'
import { Button, IconButton } from './Button'
import { Icon } from './Icon'
import { Keycap } from './Keycap'
import styles from './TitleBar.module.css'

/** The program's menu, the project, the modes, and the switches of the panes. */
export function TitleBar() {
  const name = useShown(({ project }) => project?.project.name)
  const isEmpty = useShown(({ project }) => project?.articles.length === 0)
  const mode = useShown((state) => state.mode)
  const history = useShown((state) => state.history)
  const libraryShown = useShown((state) => state.libraryShown)
  const inspectorShown = useShown((state) => state.inspectorShown)
  const keys = {
    library: useKeys('view.library'),
    inspector: useKeys('view.inspector'),
    undo: useKeys('edit.undo'),
    redo: useKeys('edit.redo'),
    export: useKeys('project.export'),
    palette: useKeys('go.palette'),
  }

  return (
    <header className={styles['bar']}>
      <IconButton icon="menu" label="Menu" onClick={() => void workbench.showMenu()} />
      {name === undefined ? (
        <span className={styles['none']}>No project open</span>
      ) : (
        <>
          <IconButton
            icon="library"
            label="Library"
            keys={keys.library}
            aria-pressed={libraryShown}
            onClick={toggleLibrary}
          />
          <span className={styles['project']} title={name}>
            {name}
          </span>
          <nav className={styles['modes']} aria-label="Modes">
            {modes.map((each) => (
              <button
                key={each}
                type="button"
                className={styles['mode']}
                aria-current={each === mode ? 'page' : undefined}
                onClick={() => showMode(each)}
              >
                {names[each]}
              </button>
            ))}
          </nav>
          <span className={styles['end']}>
            <IconButton
              icon="undo"
              label="Undo"
              keys={keys.undo}
              unless={history.undo === null && 'There is nothing to undo.'}
              onClick={() => void undo()}
            />
            <IconButton
              icon="redo"
              label="Redo"
              keys={keys.redo}
              unless={history.redo === null && 'There is nothing to redo.'}
              onClick={() => void redo()}
            />
            <Button
              look="bare"
              title={keys.export && inSentence(keys.export)}
              aria-keyshortcuts={keys.export && forAria(keys.export)}
              unless={isEmpty && 'There is nothing to export yet.'}
              onClick={() => openDialog('export')}
            >
              Export…
            </Button>
            <button
              type="button"
              className={styles['search']}
              aria-label="Search and commands"
              aria-haspopup="dialog"
              aria-keyshortcuts={keys.palette && forAria(keys.palette)}
              // What is selected in the article stays so, for the commands that ask for it.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => openPalette('palette')}
            >
              <Icon name="search" />
              <span className={styles['words']}>Search and commands</span>
              {keys.palette !== undefined && <Keycap keys={keys.palette} />}
            </button>
            <IconButton
              icon="inspector"
              label="Inspector"
              keys={keys.inspector}
              aria-pressed={inspectorShown}
              onClick={toggleInspector}
            />
          </span>
        </>
      )}
    </header>
  )
}

const names: Readonly<Record<Mode, string>> = {
  read: 'Read',
  registry: 'Registry',
  codebook: 'Codebook',
  statements: 'Statements',
  review: 'Review',
}
