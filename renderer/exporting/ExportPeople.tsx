import type { Person } from '../../data/model/project'
import { usualReview } from '../../data/model/review-records'
import { ruleInWords } from '../../data/review/decision-words'
import { useShown } from '../state/store'
import styles from './ExportDialog.module.css'

interface Props {
  /** Annotator ids; empty means everybody. */
  readonly chosen: readonly string[]
  readonly onChange: (people: readonly string[]) => void
  /** In place of anybody's own tags, the agreed set. */
  readonly isAgreed: boolean
  readonly onAgreed: (isAgreed: boolean) => void
}

const nobody: readonly Person[] = []

/** Whose tags are exported: some people's, or the agreed set. With one person in the project there is nothing to ask. */
export function ExportPeople({ chosen, onChange, isAgreed, onAgreed }: Props) {
  const people = useShown(({ project }) => project?.people) ?? nobody
  const me = useShown(({ project }) => project?.me.id)
  const rule = useShown(({ project }) => project?.review.rule) ?? usualReview.rule
  if (people.length < 2) return null
  const choose = (ids: readonly string[]) => {
    onAgreed(false)
    onChange(ids)
  }
  const toggle = (id: string) =>
    choose(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  return (
    <fieldset className={styles['group']}>
      <legend>Tags of</legend>
      <label className={styles['choice']}>
        <input type="checkbox" checked={chosen.length === 0 && !isAgreed} onChange={() => choose([])} />
        <span>Everybody</span>
      </label>
      {people.map(({ id, name }) => (
        <label key={id} className={styles['choice']}>
          <input type="checkbox" checked={chosen.includes(id) && !isAgreed} onChange={() => toggle(id)} />
          <span>{id === me ? `${name} (you)` : name}</span>
        </label>
      ))}
      <label className={styles['choice']}>
        <input
          type="checkbox"
          checked={isAgreed}
          aria-label="Agreed set"
          aria-describedby="about-agreed"
          onChange={(event) => onAgreed(event.target.checked)}
        />
        <span>
          Agreed set
          <span id="about-agreed" className={styles['about']}>
            {ruleInWords(rule)} Each tag says whose it was and who decided.
          </span>
        </span>
      </label>
    </fieldset>
  )
}
