import type { Label } from '../../data/model/codebook'
import { activeLabels, labelShown } from '../../data/model/labels-in-force'
import type { Annotation } from '../../data/model/records'
import { toggleRules, useRulesShown } from '../codebook/rules-shown'
import { useKeys } from '../commands/commands-now'
import { IconButton } from '../ui/Button'
import { LabelChip } from '../ui/LabelChip'
import { useScenery } from './use-scenery'
import facts from './facts.module.css'
import styles from './Rules.module.css'

/** When labels are used: the one pointed at in the toolbar; when unfolded, that of the selected tag, or else all of them. */
export function Rules({ tag }: { readonly tag: Annotation | null }) {
  const { codebook } = useScenery()
  const keys = useKeys('view.rules')
  const isShown = useRulesShown((state) => state.isShown)
  const pointed = useRulesShown((state) => state.pointed)
  const one = labelShown(codebook, pointed ?? (isShown && tag ? tag.label : ''))
  if (!isShown && !one) return null
  const labels = one ? [one] : activeLabels(codebook)
  return (
    <section className={facts['card']} aria-label="When to use a label">
      <h2 className={facts['head']}>
        <span className={facts['title']}>When to use it</span>
        <span className={facts['buttons']}>
          {isShown && (
            <IconButton icon="close" small label="Fold this away" keys={keys} onClick={toggleRules} />
          )}
        </span>
      </h2>
      {labels.map((label) => (
        <Rule key={label.id} label={label} />
      ))}
    </section>
  )
}

function Rule({ label }: { readonly label: Label }) {
  const lists = [
    ['Include', label.include],
    ['Exclude', label.exclude],
    ['Examples', label.examples],
  ] as const
  return (
    <div className={styles['rule']}>
      <p className={styles['name']}>
        <LabelChip label={label} />
        <strong>{label.name}</strong>
      </p>
      <p>{label.definition || 'The codebook does not define it.'}</p>
      <dl>
        {lists.map(
          ([name, lines]) =>
            lines.length > 0 && (
              <div key={name} className={styles['lines']}>
                <dt>{name}</dt>
                <dd className={name === 'Examples' ? styles['words'] : undefined}>{lines.join('; ')}</dd>
              </div>
            ),
        )}
      </dl>
    </div>
  )
}
