import { useState } from 'react'
import type { Codebook } from '../../data/model/codebook'
import { differences } from '../../data/model/codebook-differences'
import { wordDifference } from '../../data/model/word-differences'
import { useShown } from '../state/store'
import { Differences } from './Differences'
import { whoAndWhen } from './put-in-force'
import styles from './Side.module.css'

interface Props {
  readonly revisions: readonly Codebook[] | null
  readonly inForce: Codebook
}

/** Every revision that there was, the latest first: who made it, when, and what it changed. */
export function Revisions({ revisions, inForce }: Props) {
  const people = useShown(({ project }) => project?.people) ?? []
  const [unfolded, setUnfolded] = useState<string | null>(null)
  return (
    <section className={styles['section']} aria-label="Revisions">
      <h2 className={styles['head']}>
        Revisions <span className={styles['quiet']}>{revisions?.length}</span>
      </h2>
      <ul className={styles['revisions']}>
        {(revisions ?? []).toReversed().map((revision) => {
          const { who, when } = whoAndWhen(revision, people)
          const parent = revisions?.find(({ id }) => id === revision.parents[0])
          const changed = parent ? differences(parent, revision) : []
          const isOpen = unfolded === revision.id
          return (
            <li key={revision.id}>
              <button
                type="button"
                className={styles['revision']}
                aria-expanded={isOpen}
                onClick={() => setUnfolded(isOpen ? null : revision.id)}
              >
                <span>
                  {who}
                  {revision.id === inForce.id && <span className={styles['inForce']}>in force</span>}
                </span>
                <span className={styles['quiet']}>
                  {[when, parent && summed(changed.map(wordDifference))].filter(Boolean).join(' · ')}
                </span>
              </button>
              {isOpen && (
                <div className={styles['unfolded']}>
                  {parent && <Differences before={parent} after={revision} />}
                  {revision.id !== inForce.id && (
                    <>
                      <h3 className={styles['quiet']}>From there to the one in force</h3>
                      <Differences before={revision} after={inForce} />
                    </>
                  )}
                  {!parent && revision.id === inForce.id && (
                    <p className={styles['quiet']}>Nothing was changed in it yet.</p>
                  )}
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

const summed = (changes: readonly string[]): string =>
  changes.length === 1 ? changes[0]! : `${changes.length} changes`
