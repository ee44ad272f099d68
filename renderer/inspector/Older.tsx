import { isOlder } from '../../data/model/older-definition'
import { labelShown } from '../../data/model/labels-in-force'
import type { Annotation } from '../../data/model/records'
import { useOlderRules } from '../codebook/revisions-state'
import { carryOut, isRefusedInPast } from '../state/actions'
import { Button } from '../ui/Button'
import { useScenery } from './use-scenery'
import styles from './Older.module.css'

/** Says that a tag was made under another definition of its label, and asks whether it is right still. */
export function Older({ tag, isMine }: { readonly tag: Annotation; readonly isMine: boolean }) {
  const { codebook } = useScenery()
  if (!isOlder(useOlderRules(), tag)) return null
  const name = labelShown(codebook, tag.label)?.name ?? tag.label
  return (
    <div className={styles['older']}>
      <p>“{name}” was defined otherwise when this was tagged.</p>
      {isMine && <Button onClick={() => stillRight([tag])}>Still right</Button>}
    </div>
  )
}

/** Has tags of mine stand under the codebook as it is now: one step. Nothing else of them changes. */
export function stillRight(tags: readonly Annotation[]): void {
  if (isRefusedInPast()) return
  const commands = tags.map(
    ({ article, id, label }) => ({ do: 'relabel', article, annotation: id, label }) as const,
  )
  const [only] = commands
  if (commands.length === 1 && only) void carryOut(only)
  else if (commands.length > 1) void carryOut({ do: 'together', as: 'relabel-many', commands })
}
