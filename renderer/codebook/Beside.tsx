import type { Codebook } from '../../data/model/codebook'
import { standingBeside } from '../../data/model/codebook-beside'
import { useShown } from '../state/store'
import { Button } from '../ui/Button'
import { openCodebookDialog, useCodebookState } from './codebook-state'
import { whoAndWhen } from './put-in-force'
import styles from './Beside.module.css'

interface Props {
  readonly revisions: readonly Codebook[] | null
  readonly inForce: Codebook
}

/** Revisions that were made at the same time as the one in force, by somebody else, and are not in it. */
export function Beside({ revisions, inForce }: Props) {
  const people = useShown(({ project }) => project?.people) ?? []
  const joins = useCodebookState((state) => state.joins)
  return standingBeside(inForce, revisions ?? [])
    .filter(({ id }) => !joins.includes(id))
    .map((revision) => {
      const { who, when } = whoAndWhen(revision, people)
      return (
        <div key={revision.id} className={styles['line']}>
          <p>
            {who} changed the codebook at the same time{when ? ` (${when})` : ''}. That is not in the one in
            force.
          </p>
          <Button onClick={() => openCodebookDialog({ is: 'join', revision: revision.id })}>Join…</Button>
        </div>
      )
    })
}
