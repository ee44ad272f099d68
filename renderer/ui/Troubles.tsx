import { useState } from 'react'
import { explain } from '../../data/model/explain'
import type { Problem } from '../../data/model/problem'
import { useShown } from '../state/store'
import { IconButton } from './Button'
import { Icon } from './Icon'
import styles from './Troubles.module.css'

const none: readonly Problem[] = []

/** What could not be read, when the project was opened or since, until it is put away. The rest works. */
export function Troubles() {
  const troubles = useShown(({ project }) => project?.troubles) ?? none
  const [putAway, setPutAway] = useState<readonly Problem[]>(none)
  if (troubles.length === 0 || troubles === putAway) return null
  return (
    <section className={styles['strip']} aria-label="What could not be read">
      <Icon name="warn" />
      <ul className={styles['list']}>
        {[...new Set(troubles.map(explain))].map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <IconButton icon="close" label="Put away" small onClick={() => setPutAway(troubles)} />
    </section>
  )
}
