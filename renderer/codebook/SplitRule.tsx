import { useState } from 'react'
import { Button } from '../ui/Button'
import { Select } from '../ui/Select'
import type { SplitBy } from './split-rules'
import styles from './Dialogs.module.css'

interface Props {
  readonly ways: readonly SplitBy[]
  /** The labels in the place of the one that is split; those without a name yet are empty. */
  readonly names: readonly string[]
  readonly onGive: (by: string, value: string, part: number) => void
}

/** Gives all tags that say the same the same label. */
export function SplitRule({ ways, names, onGive }: Props) {
  const [by, setBy] = useState('')
  const [value, setValue] = useState('')
  const [part, setPart] = useState(0)
  const way = ways.find(({ id }) => id === by) ?? ways[0]
  const chosen = way?.values.find((each) => each.value === value) ?? way?.values[0]
  if (!way || !chosen) return null
  return (
    <div className={styles['rule']} role="group" aria-label="Assign by a rule">
      <div className={styles['field']}>
        All tags by
        <Select
          label="All tags by"
          value={way.id}
          options={ways.map(({ id, name }) => ({ value: id, name }))}
          onChange={setBy}
        />
      </div>
      <div className={styles['field']}>
        with
        <Select
          label="With"
          value={chosen.value}
          options={way.values.map((each) => ({ value: each.value, name: `${each.name} (${each.count})` }))}
          onChange={setValue}
        />
      </div>
      <div className={styles['field']}>
        become
        <Select
          label="Become"
          value={String(part)}
          options={names.map((name, i) => ({ value: String(i), name: name.trim() || `Label ${i + 1}` }))}
          onChange={(to) => setPart(Number(to))}
        />
      </div>
      <Button onClick={() => onGive(way.id, chosen.value, part)}>Assign {String(chosen.count)}</Button>
    </div>
  )
}
