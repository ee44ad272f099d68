import { useState } from 'react'
import type { Evidence } from '../../data/record/evidence'
import { showTag } from '../state/actions'
import { useShown } from '../state/store'
import { Dotted } from '../ui/Dotted'
import { shortDate } from '../ui/words'
import { askEvidence, useArticles } from './evidence'
import { Trouble } from './Trouble'
import { useAnswer } from './use-answer'
import styles from './Entry.module.css'

interface Props {
  /** Entries that count as one. */
  readonly entries: readonly string[]
  readonly words: string
}

const STEP = 10

/** Where words stand that were used for an entry, the latest first; each opens in its place. */
export function Places({ entries, words }: Props) {
  const [shown, setShown] = useState(STEP)
  const { value, problem } = useAnswer(`${entries.join()} ${words} ${shown}`, () =>
    askEvidence(entries, 0, shown, { words }),
  )
  return (
    <div className={styles['places']}>
      <Trouble problem={problem} />
      {value?.rows.map((row) => (
        <Place key={row.tag} row={row} />
      ))}
      {value && value.found > value.rows.length && (
        <button type="button" className={styles['more']} onClick={() => setShown(shown + 5 * STEP)}>
          {value.found - value.rows.length} more
        </button>
      )}
    </div>
  )
}

function Place({ row }: { readonly row: Evidence }) {
  const article = useArticles().get(row.article)
  const me = useShown(({ project }) => project?.me.id)
  const person = useShown(({ project }) => project?.people.find(({ id }) => id === row.annotator)?.name)
  const meta = [
    row.day && shortDate(row.day),
    [article?.outlet ?? article?.agency ?? article?.title, row.paragraph !== null && `¶ ${row.paragraph}`]
      .filter(Boolean)
      .join(' '),
    row.annotator !== me && (person ?? row.annotator),
  ].filter(Boolean)
  return (
    <button type="button" className={styles['place']} onClick={() => void showTag(row.article, row.tag)}>
      <span className={styles['around']} lang={article?.language ?? undefined} dir="auto">
        {row.before}
        <b>{row.words}</b>
        {row.after}
      </span>
      <span className={styles['meta']}>
        <Dotted parts={meta} />
      </span>
    </button>
  )
}
