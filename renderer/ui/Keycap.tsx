import { capOf, partsOf } from '../commands/key-names'
import styles from './Keycap.module.css'

/** The faces have no arrows, so they are drawn. */
const arrows: Readonly<Record<string, string>> = {
  '↑': 'M4 8l4-4 4 4M8 4v9',
  '↓': 'M4 8l4 4 4-4M8 12V3',
  '←': 'M8 4 4 8l4 4M4 8h9',
  '→': 'M8 4l4 4-4 4M12 8H3',
}

/**
 * The keys that do it, as on a keyboard: "Ctrl+Enter". They are drawn only: the control beside them names itself, and
 * tells its keys by `aria-keyshortcuts`.
 */
export const Keycap = ({ keys }: { keys: string }) => (
  <span className={styles['keys']} aria-hidden="true">
    {partsOf(keys).map((part) => (
      <kbd key={part} className={styles['key']}>
        <Cap cap={capOf(part)} />
      </kbd>
    ))}
  </span>
)

function Cap({ cap }: { cap: string }) {
  const drawn = arrows[cap]
  if (drawn === undefined) return cap
  return (
    <svg className={styles['arrow']} viewBox="0 0 16 16">
      <path d={drawn} />
    </svg>
  )
}
