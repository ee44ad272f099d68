import { lazy, Suspense, type ComponentType } from 'react'
import { NoArticles } from '../library/NoArticles'
import { useShown } from '../state/store'
import { tabNames } from './review-commands'
import { reviewTabs, showReview, useReviewUi, type ReviewTab } from './review-ui'
import { ReviewEmpty, ReviewMain } from './slots'
import styles from './ReviewScreen.module.css'

/** What stands under each tab. Each is loaded when it is first looked at. */
const contents: Readonly<Record<ReviewTab, ComponentType>> = {
  differences: lazy(async () => ({ default: (await import('./differences/DifferencesTab')).DifferencesTab })),
  agreement: lazy(async () => ({ default: (await import('./agreement/AgreementTab')).AgreementTab })),
  agreed: lazy(async () => ({ default: (await import('./agreed/AgreedTab')).AgreedTab })),
  progress: lazy(async () => ({ default: (await import('./progress/ProgressTab')).ProgressTab })),
  definitions: lazy(async () => ({ default: (await import('./definitions/DefinitionsTab')).DefinitionsTab })),
}

/** Others' tags beside each other: compared, measured, decided on. What a tab shows goes into the `slots.tsx` of this grid. */
export function ReviewScreen() {
  const tab = useReviewUi((ui) => ui.tab)
  const Content = contents[tab]
  const hasArticles = useShown(({ project }) => project === null || project.articles.length > 0)
  return (
    <div className={styles['screen']}>
      <h1 className={styles['hidden']}>Review</h1>
      <Tabs tab={tab} />
      <div role="tabpanel" id="review-panel" aria-label={tabNames[tab]} className={styles['panel']}>
        {hasArticles ? (
          <Suspense>
            <Content />
          </Suspense>
        ) : (
          <ReviewMain>
            <ReviewEmpty>
              <NoArticles />
            </ReviewEmpty>
          </ReviewMain>
        )}
      </div>
    </div>
  )
}

function Tabs({ tab }: { readonly tab: ReviewTab }) {
  const go = (to: number) => {
    const next = reviewTabs.at(to % reviewTabs.length)!
    showReview(next)
    document.getElementById(`review-tab-${next}`)?.focus()
  }
  return (
    <div role="tablist" aria-label="Review" className={styles['tabs']}>
      {reviewTabs.map((each, i) => (
        <button
          key={each}
          id={`review-tab-${each}`}
          type="button"
          role="tab"
          aria-selected={each === tab}
          aria-controls="review-panel"
          tabIndex={each === tab ? 0 : -1}
          className={styles['tab']}
          onClick={() => showReview(each)}
          onKeyDown={({ key }) => {
            if (key === 'ArrowRight') go(i + 1)
            if (key === 'ArrowLeft') go(i - 1)
            if (key === 'Home') go(0)
            if (key === 'End') go(-1)
          }}
        >
          {tabNames[each]}
        </button>
      ))}
    </div>
  )
}
