import { useMemo, useState } from 'react'
import type { AgreedOverview } from '../../../data/review/agreed-overview'
import { useShown } from '../../state/store'
import { Button } from '../../ui/Button'
import { showDifferences } from '../review-ui'
import { useWaiting } from './use-waiting'
import styles from './Agreed.module.css'

/** Articles that are listed at first. */
const FIRST = 12

/** The articles with most that nobody has decided on; each opens its differences. */
export function WaitingArticles({ overview }: { overview: AgreedOverview }) {
  const articles = useShown(({ project }) => project?.articles)
  const titles = useMemo(
    () => new Map(articles?.map(({ summary }) => [summary.id, summary.title])),
    [articles],
  )
  const standings = useWaiting()
  const [isWhole, setWhole] = useState(false)
  const { waitingOn } = overview
  if (waitingOn.length === 0) return null
  return (
    <section className={styles['list']} aria-label="Still open, by article">
      <h2 className={styles['head']}>Still open, by article</h2>
      <ul>
        {(isWhole ? waitingOn : waitingOn.slice(0, FIRST)).map(({ article, waiting }) => (
          <li key={article}>
            <button
              type="button"
              className={styles['row']}
              onClick={() => showDifferences({ articles: [article], standings })}
            >
              <span className={styles['number']}>{waiting.toLocaleString('en-GB')}</span>
              <span className={styles['quote']} dir="auto">
                {titles.get(article) ?? article}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {!isWhole && waitingOn.length > FIRST && (
        <p>
          <Button look="bare" onClick={() => setWhole(true)}>
            Show {waitingOn.length - FIRST} more
          </Button>
        </p>
      )}
    </section>
  )
}
