import { Registry } from '../../data/model/registry'
import { openDialog } from '../state/actions'
import { useShownSoon } from '../state/soon'
import { useShown } from '../state/store'
import { annotationsIn, linksIn } from '../state/tags'
import { keptInWords } from './kept-words'
import { Icon } from './Icon'
import { counted } from './words'
import styles from './StatusBar.module.css'

/** How safe the work is, who works, under which codebook, and how much stands in the article. */
export function StatusBar() {
  const hasProject = useShown(({ project }) => project !== null)
  return <footer className={styles['bar']}>{hasProject ? <ProjectStatus /> : <Version />}</footer>
}

function ProjectStatus() {
  const me = useShown(({ project }) => project?.me.name)
  const mode = useShown((state) => state.mode)
  const codebook = useShown(({ project }) => project?.codebook.name)
  // Numbers, and no records, which React would keep after their article was left.
  const tags = useShownSoon(({ open }) => open && annotationsIn(open.mine.records).length)
  const links = useShownSoon(({ open }) => open && linksIn(open.mine.records).length)
  return (
    <>
      <Saving />
      <button
        type="button"
        className={styles['me']}
        title="Change the name that others see"
        onClick={() => openDialog('rename')}
      >
        {me}
      </button>
      <span className={styles['codebook']} title="Codebook">
        {codebook}
      </span>
      {mode === 'registry' && <Entries />}
      {mode === 'read' && tags !== null && links !== null && (
        <span className={styles['end']}>
          {counted(tags, 'tag')} · {counted(links, 'link')}
        </span>
      )}
    </>
  )
}

/** How many actors and positions there are, those that were merged once. */
function Entries() {
  const records = useShown(({ project }) => project?.registry)
  const { actors, positions } = Registry.of(records ?? [])
  return (
    <span className={styles['end']}>
      {counted(actors.length, 'actor')} · {counted(positions.length, 'position')}
    </span>
  )
}

/**
 * Reads "Saved" only while the project folder has everything, and nothing is on its way. It is busy while something on the
 * screen is not on this computer's disk yet.
 */
function Saving() {
  const saving = useShown(({ project }) => project?.saving)
  const isSending = useShown(({ pending }) => pending > 0)
  const isDrafting = useShown(({ drafting }) => drafting)
  const isBusy = isSending || isDrafting
  const state = saving?.state === 'saved' && isBusy ? 'saving' : saving?.state
  return (
    <span role="status" aria-busy={isSending} className={styles[state ?? 'saving']}>
      {state === 'saved' && (
        <>
          <Icon name="tick" small />
          Saved
        </>
      )}
      {state === 'saving' && (
        <>
          <Icon name="ring" small />
          <span className={styles['late']}>Saving…</span>
        </>
      )}
      {saving?.state === 'kept' && (
        <>
          <Icon name="warn" small />
          <span className={styles['sentence']} title={keptInWords(saving.problem)}>
            {keptInWords(saving.problem)}
          </span>
        </>
      )}
    </span>
  )
}

function Version() {
  const version = useShown(({ start }) => start?.version)
  return <span className={styles['end']}>Parley {version}</span>
}
