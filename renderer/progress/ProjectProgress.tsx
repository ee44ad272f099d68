import { useMemo } from 'react'
import type { ListedArticle } from '../../data/store/views'
import { useShown } from '../state/store'
import { countProgress, progressInWords } from './progress'
import styles from './Progress.module.css'

/** How many of the articles I am done with, and how many I have begun. */
export function ProjectProgress({ articles }: { readonly articles: readonly ListedArticle[] }) {
  const me = useShown(({ project }) => project?.me.id) ?? ''
  const counts = useMemo(() => countProgress(articles, me), [articles, me])
  const words = progressInWords(counts)
  const share = (part: number) => `${(100 * part) / Math.max(1, articles.length)}%`
  return (
    <div className={styles['project']} title={words}>
      <div
        role="progressbar"
        aria-label="Articles done"
        aria-valuenow={counts.done}
        aria-valuemax={articles.length}
        aria-valuetext={words}
        className={styles['bar']}
      >
        <span className={styles['finished']} style={{ width: share(counts.done) }} />
        <span className={styles['begun']} style={{ width: share(counts.begun) }} />
      </div>
      <span aria-hidden="true">{words}</span>
    </div>
  )
}
