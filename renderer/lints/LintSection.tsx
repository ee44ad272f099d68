import { useId } from 'react'
import type { OpenedArticle } from '../state/state'
import { useShownSoon } from '../state/soon'
import { Icon } from '../ui/Icon'
import { LintRows } from './LintRows'
import { lintsShown, useLints, useLintsShown } from './lints-now'
import styles from './Lints.module.css'

/** What may be amiss in my tags on the article, folded until one wants to see it; nothing while the past is shown. */
export function LintSection({ open }: { readonly open: OpenedArticle }) {
  const isPast = useShownSoon(({ past }) => past !== null)
  return isPast ? null : <Section open={open} />
}

function Section({ open }: { readonly open: OpenedArticle }) {
  const lints = useLints(open)
  const isUnfolded = useLintsShown((state) => state.isUnfolded)
  const wantsDismissed = useLintsShown((state) => state.showsDismissed)
  const id = useId()
  const count = lints.open.length
  if (count === 0 && lints.dismissed.length === 0) return null
  const showsDismissed = wantsDismissed && lints.dismissed.length > 0
  const shown = showsDismissed ? lints.dismissed : lints.open
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 id={id} className={styles['title']}>
          <button
            type="button"
            className={styles['fold']}
            aria-expanded={isUnfolded}
            onClick={() => lintsShown.setState({ isUnfolded: !isUnfolded })}
          >
            <Icon name={isUnfolded ? 'down' : 'next'} small />
            Worth another look <span className={styles['count']}>{count}</span>
          </button>
        </h2>
        {isUnfolded && lints.dismissed.length > 0 && (
          <button
            type="button"
            className={styles['only']}
            aria-pressed={showsDismissed}
            onClick={() => lintsShown.setState({ showsDismissed: !showsDismissed })}
          >
            Show dismissed ({lints.dismissed.length})
          </button>
        )}
      </div>
      {isUnfolded && shown.length === 0 && (
        <p className={styles['none']}>Nothing else. What you dismissed stays dismissed.</p>
      )}
      {isUnfolded && shown.length > 0 && (
        <LintRows key={String(showsDismissed)} lints={shown} areDismissed={showsDismissed} open={open} />
      )}
    </section>
  )
}
