import { labelOf, type CodebookContent, type Label } from '../../data/model/codebook'
import { bringBackLabel } from '../../data/model/codebook-labels'
import { activeLabels } from '../../data/model/labels-in-force'
import { Button } from '../ui/Button'
import { edit, openCodebookDialog, useCodebookState } from './codebook-state'
import styles from './Form.module.css'

/** Whether the label is in use, what became of it, and what can be done about that. */
export function LabelStanding({
  codebook,
  label,
}: {
  readonly codebook: CodebookContent
  readonly label: Label
}) {
  const isInForce = useCodebookState(({ base }) => base !== null && labelOf(base, label.id) !== undefined)
  const others = activeLabels(codebook).length > 1
  const alone = !others && 'It is the only label.'

  if (label.retired)
    return (
      <div className={styles['standing']}>
        <span>{whatBecame(codebook, label)}</span>
        <Button onClick={() => void edit((draft) => bringBackLabel(draft, label.id))}>Bring back</Button>
      </div>
    )
  return (
    <div className={styles['buttons']}>
      <Button unless={alone} onClick={() => openCodebookDialog({ is: 'merge', label: label.id })}>
        Merge…
      </Button>
      <Button onClick={() => openCodebookDialog({ is: 'split', label: label.id })}>Split…</Button>
      <Button
        unless={alone}
        title={isInForce ? undefined : 'It is not in force yet.'}
        onClick={() => openCodebookDialog({ is: 'retire', label: label.id })}
      >
        Retire…
      </Button>
    </div>
  )
}

function whatBecame(codebook: CodebookContent, { into = [] }: Label): string {
  const names = into.map((id) => `“${labelOf(codebook, id)?.name ?? id}”`)
  const all = new Intl.ListFormat('en-GB').format(names)
  if (into.length === 0) return 'Retired. Its tags stay as they are.'
  if (into.length === 1) return `Merged into ${all}. Its tags count as that, and keep their own label.`
  return `Split into ${all}. Tags that were given none of them have this one still.`
}
