import { labelOf, type CodebookContent, type Label } from '../../data/model/codebook'
import { differences, partsOf, nameOfPart, type AnyPart } from '../../data/model/codebook-differences'
import type { Part } from '../../data/model/codebook-rules'
import { labelInForce } from '../../data/model/labels-in-force'
import { classes } from '../ui/classes'
import { IconButton } from '../ui/Button'
import { LabelChip } from '../ui/LabelChip'
import { Pattern } from '../ui/Pattern'
import { choosePart, openCodebookDialog, useCodebookState, type Chosen } from './codebook-state'
import styles from './PartList.module.css'

interface Props {
  readonly codebook: CodebookContent
  readonly chosen: Chosen
}

const heads: readonly (readonly [Part, string, string])[] = [
  ['label', 'Labels', 'New label'],
  ['attribute', 'Attributes', 'New attribute'],
  ['link-type', 'Links', 'New kind of link'],
]

/** All parts of the codebook; what was retired stands at the end of each list. */
export function PartList({ codebook, chosen }: Props) {
  const base = useCodebookState((state) => state.base)
  const changed = new Set(base ? differences(base, codebook).map(({ of, id }) => `${of} ${id}`) : [])
  return (
    <div className={styles['lists']}>
      {heads.map(([of, title, add]) => (
        <section key={of} aria-label={title}>
          <div className={styles['head']}>
            <h2>{title}</h2>
            <IconButton icon="plus" small label={add} onClick={() => openCodebookDialog({ is: 'new', of })} />
          </div>
          <ul>
            {inOrder(codebook, of).map(({ part, depth }) => {
              const isChosen = chosen.of === of && chosen.id === part.id
              return (
                <li key={part.id} aria-current={isChosen ? 'true' : undefined}>
                  <button
                    type="button"
                    className={classes(
                      styles['part'],
                      isChosen && styles['chosen'],
                      part.retired && styles['retired'],
                    )}
                    style={{ paddingLeft: 16 + depth * 18 }}
                    onClick={() => choosePart(of, part.id)}
                  >
                    {'pattern' in part && <LabelChip label={part} />}
                    <span className={styles['words']}>{nameOfPart(part)}</span>
                    {part.retired && <span className={styles['quiet']}>retired</span>}
                    {changed.has(`${of} ${part.id}`) && (
                      <span className={styles['changed']} title="Changed, and not in force yet">
                        draft
                      </span>
                    )}
                    {'pattern' in part && <Pattern label={part} />}
                  </button>
                </li>
              )
            })}
          </ul>
        </section>
      ))}
    </div>
  )
}

interface Placed {
  readonly part: AnyPart
  /** How many labels it is below. */
  readonly depth: number
}

function inOrder(codebook: CodebookContent, of: Part): Placed[] {
  const parts = partsOf(codebook, of)
  const retired = parts.filter((part) => part.retired).map((part) => ({ part, depth: 0 }))
  if (of !== 'label')
    return [...parts.filter((part) => !part.retired).map((part) => ({ part, depth: 0 })), ...retired]
  return [...below(codebook, null, 0), ...retired]
}

/** The labels that are a kind of this one, each with its own behind it. */
function below(codebook: CodebookContent, parent: string | null, depth: number): Placed[] {
  return codebook.labels
    .filter((label) => !label.retired && parentIn(codebook, label) === parent)
    .flatMap((part) => [{ part, depth }, ...below(codebook, part.id, depth + 1)])
}

/** The active label that this one is a kind of; `null` when there is none (any more). */
function parentIn(codebook: CodebookContent, { id, parent }: Label): string | null {
  if (parent === undefined) return null
  const root = labelInForce(codebook, parent)
  const found = labelOf(codebook, root)
  return found && !found.retired && root !== id ? root : null
}
