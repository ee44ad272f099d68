import { memo } from 'react'
import { useShown } from '../../state/store'
import { classes } from '../../ui/classes'
import { Icon } from '../../ui/Icon'
import { Keycap } from '../../ui/Keycap'
import { LabelChip } from '../../ui/LabelChip'
import { shortDate } from '../../ui/words'
import { keyMapIn } from '../commands-now'
import { forAria } from '../key-names'
import { emphasised } from './emphasis'
import type { Entry, Row } from './entries'
import styles from './Palette.module.css'

interface Props {
  readonly id: string
  readonly row: Row
  readonly typed: string
  readonly isActive: boolean
  readonly onChoose: (row: Row) => void
}

/** One thing to choose: its name with what was typed, and what tells it from others of that name. */
export const PaletteRow = memo(function PaletteRow({ id, row, typed, isActive, onChoose }: Props) {
  const { entry, by, can } = row
  const keys = useShown((state) =>
    entry.is === 'command' ? keyMapIn(state).byCommand.get(entry.id)?.[0] : undefined,
  )
  const hint = by ?? hintOf(entry)
  return (
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-disabled={!can}
      aria-keyshortcuts={keys && forAria(keys)}
      className={styles['row']}
      onClick={() => onChoose(row)}
    >
      <Sign is={entry.is} />
      <span className={classes(styles['name'], entry.is === 'article' && styles['source'])}>
        <Emphasised name={entry.name} typed={typed} />
      </span>
      {hint !== null && (
        <span className={styles['hint']}>{by === null ? hint : <Emphasised name={by} typed={typed} />}</span>
      )}
      {keys !== undefined && (
        <span className={styles['keys']}>
          <Keycap keys={keys} />
        </span>
      )}
    </div>
  )
})

function Sign({ is }: { readonly is: Entry['is'] }) {
  const label = useShown(({ project }) => project?.codebook.labels.find(({ id }) => id === is))
  if (is === 'article') return <Icon name="file" />
  return label ? <LabelChip label={label} /> : null
}

const Emphasised = ({ name, typed }: { readonly name: string; readonly typed: string }) =>
  emphasised(name, typed).map(({ text, hit }, i) => (hit ? <b key={i}>{text}</b> : text))

function hintOf(entry: Entry): string | null {
  switch (entry.is) {
    case 'command':
      return null
    case 'article':
      return [entry.outlet, entry.published === null ? null : shortDate(entry.published)]
        .filter((part) => part !== null && part !== '')
        .join(', ')
    case 'actor':
      return entry.names[1] ?? null
    case 'position':
      return entry.issue
  }
}
