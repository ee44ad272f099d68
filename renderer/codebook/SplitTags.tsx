import { useState } from 'react'
import { Button } from '../ui/Button'
import { Select } from '../ui/Select'
import type { FoundTag } from './tags-with'
import styles from './Dialogs.module.css'

interface Props {
  readonly tags: readonly FoundTag[]
  readonly names: readonly string[]
  readonly given: ReadonlyMap<string, number>
  readonly onGive: (tag: FoundTag, part: number | null) => void
}

/** As many rows as one goes through; a button brings more. */
const SHOWN = 100

/** My tags with the label that is split, each with the label that it gets. */
export function SplitTags({ tags, names, given, onGive }: Props) {
  const [shown, setShown] = useState(SHOWN)
  if (tags.length === 0) return null
  const options = [
    { value: '', name: 'Stays as it is' },
    ...names.map((name, i) => ({ value: String(i), name: name.trim() || `Label ${i + 1}` })),
  ]
  return (
    <>
      <ul className={styles['tags']} aria-label="Your tags with this label">
        {tags.slice(0, shown).map((found) => (
          <li key={found.tag.id} className={styles['tag']}>
            <span>
              <q className={styles['words']} style={{ quotes: 'none' }} title={found.words}>
                {found.words}
              </q>
              <span className={styles['quiet']}>{found.title}</span>
            </span>
            <Select
              label={`What “${found.words}” becomes`}
              value={String(given.get(found.tag.id) ?? '')}
              options={options}
              onChange={(to) => onGive(found, to === '' ? null : Number(to))}
            />
          </li>
        ))}
      </ul>
      {tags.length > shown && (
        <div>
          <Button look="bare" onClick={() => setShown(shown + SHOWN)}>
            Show more ({String(tags.length - shown)})
          </Button>
        </div>
      )}
    </>
  )
}
