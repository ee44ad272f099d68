import type { Person } from '../../data/model/project'
import { useShown } from '../state/store'
import styles from './ExportDialog.module.css'

interface Props {
  /** Annotator ids; empty means everybody. */
  readonly chosen: readonly string[]
  readonly onChange: (people: readonly string[]) => void
}

const nobody: readonly Person[] = []

/** Whose tags are exported. With one person in the project there is nothing to ask. */
export function ExportPeople({ chosen, onChange }: Props) {
  const people = useShown(({ project }) => project?.people) ?? nobody
  const me = useShown(({ project }) => project?.me.id)
  if (people.length < 2) return null
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  return (
    <fieldset className={styles['group']}>
      <legend>Tags of</legend>
      <label className={styles['choice']}>
        <input type="checkbox" checked={chosen.length === 0} onChange={() => onChange([])} />
        <span>Everybody</span>
      </label>
      {people.map(({ id, name }) => (
        <label key={id} className={styles['choice']}>
          <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
          <span>{id === me ? `${name} (you)` : name}</span>
        </label>
      ))}
    </fieldset>
  )
}
