import { decisionActions, usualReview } from '../../../data/model/review-records'
import type { AgreedOverview } from '../../../data/review/agreed-overview'
import { actionInWords } from '../../../data/review/decision-words'
import { useShown } from '../../state/store'
import { Button } from '../../ui/Button'
import { counted } from '../../ui/words'
import { showDifferences } from '../review-ui'
import type { Scope } from './use-overview'
import { useWaiting } from './use-waiting'
import styles from './Agreed.module.css'

/** Nothing is in it yet: why, and what would bring something in. */
export function Nothing({
  overview: { waiting, waitingOn },
  scope,
}: {
  overview: AgreedOverview
  scope: Scope
}) {
  const rule = useShown(({ project }) => project?.review.rule) ?? usualReview.rule
  const decide = useDecideOnOpen(scope)
  const where = scope === 'article' ? 'this article' : 'these articles'
  return (
    <section aria-label="What is in it" className={styles['counts']}>
      <p className={styles['sum']}>Nothing is in the agreed set yet</p>
      <p className={styles['why']}>
        {waiting === 0
          ? `Nothing on ${where} is open, and nothing was accepted.`
          : rule.is === 'decided'
            ? `${counted(waiting, 'tag')} on ${where} ${waiting === 1 ? 'waits' : 'wait'} for a decision, those on the same words counted once. Decide on them, or choose above to take in what people have alike.`
            : `No tag on ${where} is alike in so many sets, and nobody has decided on ${waiting === 1 ? 'the one' : `the ${waiting.toLocaleString('en-GB')}`} that ${waiting === 1 ? 'is' : 'are'} open.`}
      </p>
      {waiting > 0 && (
        <p>
          <Button onClick={decide}>
            Decide on {scope === 'article' || waitingOn.length === 1 ? 'them' : 'them, article by article'}
          </Button>
        </p>
      )}
    </section>
  )
}

/** Goes to what is open and would be in the agreed set. */
function useDecideOnOpen(scope: Scope): () => void {
  const open = useShown((state) => state.open?.article.id)
  const articles = scope === 'all' || open === undefined ? ('all' as const) : [open]
  const standings = useWaiting()
  return () => showDifferences({ articles, standings, title: 'Open in the agreed set' })
}

/** How much is in it, by what it came in, and how much is open. */
export function Counts({ overview, scope }: { overview: AgreedOverview; scope: Scope }) {
  const { tags, links, by, decided, waiting, articles } = overview
  const decide = useDecideOnOpen(scope)
  const rows: readonly (readonly [string, number, string])[] = [
    ['By a decision', by.decided, decidedInWords(decided)],
    ...(by.unanimous > 0 ? [['Alike in all sets', by.unanimous, ''] as const] : []),
    ...(by.majority > 0 ? [['Alike in a majority', by.majority, ''] as const] : []),
  ]
  return (
    <section aria-label="What is in it" className={styles['counts']}>
      <p className={styles['sum']}>
        {counted(tags, 'tag')} and {counted(links, 'link')}
        {scope === 'all' && ` in ${counted(articles, 'article')}`}
      </p>
      <table className={styles['table']}>
        <tbody>
          {rows.map(([name, count, more]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={styles['number']}>{count.toLocaleString('en-GB')}</td>
              <td className={styles['quiet']}>{more}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">Still open</th>
            <td className={styles['number']}>{waiting.toLocaleString('en-GB')}</td>
            <td>
              {waiting > 0 && (
                <Button look="bare" onClick={decide}>
                  Decide on them
                </Button>
              )}
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  )
}

const decidedInWords = (decided: AgreedOverview['decided']): string =>
  decisionActions
    .flatMap((action) => {
      const count = decided[action] ?? 0
      return count > 0 ? `${count.toLocaleString('en-GB')} ${actionInWords(action)}` : []
    })
    .join(', ')
