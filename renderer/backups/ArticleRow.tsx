import { useId, useState } from 'react'
import { explain } from '../../data/model/explain'
import type { ArticleDifference, PersonDifference } from '../../data/store/backup/compare'
import { bringBackFrom } from '../state/backups'
import { useShown } from '../state/store'
import { workbench } from '../state/workbench'
import { Button } from '../ui/Button'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { counted } from '../ui/words'
import { articleInWords, differenceInWords } from './backup-words'
import { TagDifferences } from './TagDifferences'
import styles from './ArticleRow.module.css'

interface Props {
  readonly difference: ArticleDifference
  readonly backup: string
  /** Something was brought back. */
  readonly onChanged: () => void
}

/** An article that differs: whose tags, and opened, which. What is mine can be brought back, what is gone put back. */
export function ArticleRow({ difference, backup, onChanged }: Props) {
  const { article, is, people, missing } = difference
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [fault, setFault] = useState<string | null>(null)
  const listed = useShown(({ project }) => project?.articles.find(({ summary }) => summary.id === article))
  const title = listed?.summary.title ?? difference.title ?? 'An article that is in neither'
  const about = articleInWords(difference)

  const doing = (work: () => Promise<string | null>) => async () => {
    if (isBusy) return
    setBusy(true)
    setFault(await work())
    setBusy(false)
    onChanged()
  }
  const putBack = doing(async () => {
    const answer = await workbench.putBack(backup, article)
    return answer.ok ? null : explain(answer.error)
  })
  const bringBack = doing(async () => {
    const problem = await bringBackFrom(backup, article, `Brought back my tags on “${title}”.`)
    return problem && explain(problem)
  })

  return (
    <li className={styles['row']}>
      <button
        type="button"
        className={styles['head']}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <span className={classes(styles['turn'], isOpen && styles['turned'])}>
          <Icon name="next" small />
        </span>
        <span className={styles['title']}>{title}</span>
        <span className={styles['sum']}>{sumOf(difference)}</span>
      </button>
      {isOpen && (
        <div id={id} className={styles['inside']}>
          {about && <p className={styles['about']}>{about}</p>}
          {missing > 0 && (
            <Button unless={isBusy && 'The files are being put back.'} onClick={() => void putBack()}>
              Put back {counted(missing, 'file')}
            </Button>
          )}
          {people.map((person) => (
            <Person
              key={person.annotator}
              person={person}
              backup={backup}
              article={article}
              onBringBack={is === 'here' && !isBusy ? () => void bringBack() : null}
            />
          ))}
          {fault !== null && (
            <p role="alert" className={styles['fault']}>
              {fault}
            </p>
          )}
        </div>
      )}
    </li>
  )
}

/** All people's changes in signs: "+3 ~1 −2". The sentences stand inside. */
function sumOf({ people, is, lost }: ArticleDifference): string {
  const sum = (of: 'comes' | 'changes' | 'goes') => people.reduce((all, person) => all + person[of], 0)
  const signs = [
    ['+', sum('comes')],
    ['~', sum('changes')],
    ['−', sum('goes')],
  ].flatMap(([sign, n]) => (n === 0 ? [] : `${sign}${n}`))
  if (lost) return 'damaged'
  return [is === 'gone' ? 'gone' : is === 'new' ? 'new' : '', ...signs].filter(Boolean).join(' ')
}

function Person(props: {
  readonly person: PersonDifference
  readonly backup: string
  readonly article: string
  readonly onBringBack: (() => void) | null
}) {
  const { person, backup, article, onBringBack } = props
  const me = useShown(({ project }) => project?.me.id)
  const name = useShown(({ project }) => project?.people.find(({ id }) => id === person.annotator)?.name)
  const isMe = person.annotator === me
  return (
    <section className={styles['person']} aria-label={isMe ? 'My tags' : (name ?? person.annotator)}>
      <div className={styles['who']}>
        <span>
          <strong>{isMe ? 'You' : (name ?? person.annotator)}</strong>: {differenceInWords(person)}.
        </span>
        {isMe && onBringBack && <Button onClick={onBringBack}>Bring back</Button>}
      </div>
      <TagDifferences backup={backup} article={article} annotator={person.annotator} />
    </section>
  )
}
