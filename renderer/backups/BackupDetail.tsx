import { explain } from '../../data/model/explain'
import type { ListedBackup } from '../../electron/ipc/backups'
import { momentInWords } from '../history/when'
import { Button } from '../ui/Button'
import { counted } from '../ui/words'
import { soundnessOf, whenOf } from './backup-words'
import { ArticleRow } from './ArticleRow'
import { useDifference, type Difference } from './use-backups'
import styles from './BackupDetail.module.css'

interface Props {
  readonly backup: ListedBackup
  readonly backups: readonly ListedBackup[]
  readonly onChoose: (id: string) => void
}

/** What is wrong with a backup, and what would change if things stood as they do in it. */
export function BackupDetail({ backup, backups, onChoose }: Props) {
  const { difference, again } = useDifference(backup.id)
  return (
    <section className={styles['detail']} aria-label={`Backup of ${momentInWords(backup.made)}`}>
      <h2 className={styles['title']}>{momentInWords(backup.made)}</h2>
      <Damage backup={backup} backups={backups} onChoose={onChoose} />
      {backup.kept > 0 && (
        <p className={styles['note']}>
          {counted(backup.kept, 'file was', 'files were')} damaged in the project at that time. The last good
          version of each is in the backup.
        </p>
      )}
      {backup.bad > 0 && (
        <p className={styles['note']}>
          {counted(backup.bad, 'file was', 'files were')} damaged in the project at that time, and no good
          version was known. What there was is in the backup as it was.
        </p>
      )}
      <Differences difference={difference} backup={backup.id} onChanged={again} />
    </section>
  )
}

/** The nearest backup that has everything is offered in place of one that has not. */
function Damage({ backup, backups, onChoose }: Props) {
  if (soundnessOf(backup) !== 'damaged') return null
  const older = backups.slice(backups.indexOf(backup) + 1)
  const newer = backups.slice(0, backups.indexOf(backup)).toReversed()
  const sound = [...older, ...newer].find((each) => soundnessOf(each) === 'verified')
  return (
    <div className={styles['damage']}>
      <p>
        {counted(backup.lost ?? 0, 'file')} of this backup {backup.lost === 1 ? 'is' : 'are'} damaged on the
        disk and would be left out. Everything else in it can be had back.
      </p>
      {sound && (
        <Button onClick={() => onChoose(sound.id)}>
          Take the one of {whenOf(backups).get(sound.id)} instead
        </Button>
      )}
    </div>
  )
}

function Differences(props: {
  readonly difference: Difference
  readonly backup: string
  readonly onChanged: () => void
}) {
  const { difference, backup, onChanged } = props
  if (!difference) return <p className={styles['quiet']}>Comparing it with the project.</p>
  if (!difference.ok)
    return difference.error.kind === 'cancelled' ? null : (
      <p className={styles['fault']}>{explain(difference.error)}</p>
    )
  const { articles, more, others } = difference.value
  if (articles.length === 0)
    return (
      <p className={styles['quiet']}>
        Nothing to bring back: all articles, and everybody’s tags, are as they are in this backup.
      </p>
    )
  return (
    <>
      <p className={styles['quiet']}>
        {counted(articles.length + more, 'article differs', 'articles differ')} from the project now. Open{' '}
        {articles.length === 1 ? 'it' : 'one'} to see what would change.
      </p>
      <ul className={styles['articles']} aria-label="Articles that differ">
        {articles.map((article) => (
          <ArticleRow key={article.article} difference={article} backup={backup} onChanged={onChanged} />
        ))}
      </ul>
      {more > 0 && (
        <p className={styles['quiet']}>
          {counted(more, 'more article')}. To see all, restore the backup as a new folder.
        </p>
      )}
      {others > 0 && (
        <p className={styles['quiet']}>
          {counted(others, 'other file differs', 'other files differ')}: names, codebooks, registries.
        </p>
      )}
    </>
  )
}
