import { useId } from 'react'
import type { OpenedArticle } from '../state/state'
import { useShownSoon } from '../state/soon'
import { Icon } from '../ui/Icon'
import { LintRows } from './LintRows'
import { foldLints, lintsShown, unfoldLints, useLints, useLintsShown } from './lints-now'
import styles from './Lints.module.css'

/** What may be amiss in my tags on the article, folded until one wants to see it; nothing while the past is shown. */
export function LintSection({ open }: { readonly open: OpenedArticle }) {
  const isPast = useShownSoon(({ past }) => past !== null)
  return isPast ? null : <Section open={open} />
}

function Section({ open }: { readonly open: OpenedArticle }) {
  const { counts, lints } = useLints(open)
  const isUnfolded = useLintsShown((state) => state.isUnfolded)
  const wantsDismissed = useLintsShown((state) => state.showsDismissed)
  const id = useId()
  if (counts.open === 0 && counts.dismissed === 0) return null
  const showsDismissed = wantsDismissed && counts.dismissed > 0
  const shown = showsDismissed ? lints.dismissed : lints.open
  return (
    <section className={styles['section']} aria-labelledby={id}>
      <div className={styles['head']}>
        <h2 id={id} className={styles['title']}>
          <button
            type="button"
            className={styles['fold']}
            aria-expanded={isUnfolded}
            onClick={isUnfolded ? foldLints : unfoldLints}
          >
            <Icon name={isUnfolded ? 'down' : 'next'} small />
            Worth another look <span className={styles['count']}>{counts.open}</span>
          </button>
        </h2>
        {isUnfolded && counts.dismissed > 0 && (
          <button
            type="button"
            className={styles['only']}
            aria-pressed={showsDismissed}
            onClick={() => lintsShown.setState({ showsDismissed: !showsDismissed })}
          >
            Show dismissed ({counts.dismissed})
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
