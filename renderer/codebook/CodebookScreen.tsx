import type { CodebookContent } from '../../data/model/codebook'
import { renameCodebook } from '../../data/model/codebook-changes'
import { useKeys } from '../commands/commands-now'
import { Button } from '../ui/Button'
import { AttributeForm } from './AttributeForm'
import { Beside } from './Beside'
import { CodebookDialogs } from './CodebookDialogs'
import { edit, openCodebookDialog, useCodebookState, type Chosen } from './codebook-state'
import { exportCodebook, importCodebook } from './exchange'
import { WordsField } from './Field'
import { LabelForm } from './LabelForm'
import { LinkForm } from './LinkForm'
import { PartList } from './PartList'
import { Revisions } from './Revisions'
import { PartUsed } from './PartUsed'
import { Used } from './Used'
import { useRevisions } from './revisions-state'
import { useDrafted, useInForce, useLabelsUsed } from './use-codebook'
import styles from './CodebookScreen.module.css'

/**
 * Labels, attributes and links, and the rules that say when to use them. What is changed is drafted, and stays so while one is
 * elsewhere; it comes in force as a whole.
 */
export function CodebookScreen() {
  const codebook = useDrafted()
  const inForce = useInForce()
  const revisions = useRevisions()
  const used = useLabelsUsed()
  const chosen = chosenIn(
    codebook,
    useCodebookState((state) => state.chosen),
  )

  const shown = chosen.of === 'label' && codebook.labels.find(({ id }) => id === chosen.id)

  return (
    <div className={styles['screen']}>
      <h1 className={styles['hidden']}>Codebook</h1>
      <aside className={styles['list']} aria-label="Parts of the codebook" data-pane>
        <div className={styles['top']}>
          <WordsField
            label="Name of the codebook"
            value={codebook.name}
            onKeep={(name) => edit((draft) => renameCodebook(draft, name))}
          />
        </div>
        <PartList codebook={codebook} chosen={chosen} />
        <div className={styles['files']}>
          <Button look="bare" onClick={() => void importCodebook()}>
            Import…
          </Button>
          <Button look="bare" onClick={() => void exportCodebook()}>
            Export…
          </Button>
        </div>
      </aside>
      <section className={styles['page']} aria-label="Part of the codebook" data-pane>
        <div className={styles['scroller']}>
          <Form key={`${chosen.of} ${chosen.id}`} codebook={codebook} chosen={chosen} />
        </div>
        <Foot />
      </section>
      <aside className={styles['side']} aria-label="Use and history" data-pane>
        <Beside revisions={revisions} inForce={inForce} />
        {shown ? <Used label={shown} used={used} /> : <PartUsed chosen={chosen} used={used} />}
        <Revisions revisions={revisions} inForce={inForce} />
      </aside>
      <CodebookDialogs codebook={codebook} used={used} revisions={revisions} />
    </div>
  )
}

/** What is looked at, if it is there; else the first label. */
function chosenIn(codebook: CodebookContent, chosen: Chosen): Chosen {
  const { of, id } = chosen
  const parts =
    of === 'label' ? codebook.labels : of === 'attribute' ? codebook.attributes : codebook.linkTypes
  return parts.some((part) => part.id === id) ? chosen : { of: 'label', id: codebook.labels[0]!.id }
}

function Form({
  codebook,
  chosen: { of, id },
}: {
  readonly codebook: CodebookContent
  readonly chosen: Chosen
}) {
  const label = of === 'label' && codebook.labels.find((each) => each.id === id)
  const attribute = of === 'attribute' && codebook.attributes.find((each) => each.id === id)
  const type = of === 'link-type' && codebook.linkTypes.find((each) => each.id === id)
  if (label) return <LabelForm codebook={codebook} label={label} />
  if (attribute) return <AttributeForm codebook={codebook} attribute={attribute} />
  return type && <LinkForm codebook={codebook} type={type} />
}

/** What becomes of the draft. */
function Foot() {
  const isDrafted = useCodebookState(({ draft }) => draft !== null)
  const conflicts = useCodebookState((state) => state.conflicts)
  const keys = useKeys('codebook.put-in-force')
  if (!isDrafted) return null
  return (
    <footer className={styles['foot']}>
      <p role="status">
        {conflicts.length === 0
          ? 'Drafted, not in force yet. It stays here while you are elsewhere.'
          : `Somebody changed ${conflicts.map(({ name }) => `“${name}”`).join(', ')} meanwhile; your draft stands.`}
      </p>
      <Button onClick={() => openCodebookDialog({ is: 'discard' })}>Discard…</Button>
      <Button look="first" keys={keys} onClick={() => openCodebookDialog({ is: 'in-force' })}>
        Put in force…
      </Button>
    </footer>
  )
}
