import styles from './Keycap.module.css'

/** The keys that do it, as on a keyboard: "Ctrl+Enter". They are drawn only; the control names itself. */
export const Keycap = ({ keys }: { keys: string }) => (
  <span className={styles['keys']} aria-hidden="true">
    {keys.split('+').map((key) => (
      <kbd key={key} className={styles['key']}>
        {key}
      </kbd>
    ))}
  </span>
)
