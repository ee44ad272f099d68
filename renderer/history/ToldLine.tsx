import { side, type Told } from './step-words'
import styles from './history.module.css'

/** One thing that a step did: "Label: claim → position". Words of the article are in their serif. */
export function ToldLine({ told }: { told: Told }) {
  if (told.is === 'sentence')
    return (
      <p className={styles['told']}>
        {told.text}
        {told.words !== null && <span className={styles['words']}> “{told.words}”</span>}
      </p>
    )
  const { field, from, to, isQuote } = told
  const look = isQuote ? styles['words'] : undefined
  return (
    <p className={styles['told']}>
      <span className={styles['field']}>{field}: </span>
      <span className={look}>{side(from, isQuote, field)}</span>
      <span className={styles['arrow']}> → </span>
      <span className={look}>{side(to, isQuote, field)}</span>
    </p>
  )
}
