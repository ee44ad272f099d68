import { forAria } from '../../commands/key-names'
import { useKeys } from '../../commands/commands-now'
import { Button, IconButton } from '../../ui/Button'
import { counted } from '../../ui/words'
import { Keycap } from '../../ui/Keycap'
import { setDifferenceFilter, useReviewUi, type DifferenceFilter } from '../review-ui'
import { setOrder, toggleFilter, useDifferencesUi } from './differences-ui'
import type { Difference } from './differences'
import { FilterRows, isNarrow } from './Filter'
import { isOfProject, useProjectList } from './project-list'
import { useReview } from './review-now'
import { DifferenceRows } from './DifferenceRows'
import { ProjectRows } from './ProjectRows'
import styles from './DifferenceList.module.css'

/** What differs, a row each, and what became of it. */
export function DifferenceList() {
  const shown = useReview((review) => review?.shown) ?? none
  const all = useReview((review) => review?.all) ?? none
  const filterShown = useDifferencesUi((ui) => ui.filterShown)
  const order = useDifferencesUi((ui) => ui.order)
  const filter = useReviewUi((ui) => ui.filter)
  const page = useProjectList((list) => list.found?.page ?? null)
  const at = useReview((review) => review?.at ?? null)
  const filterKeys = useKeys('review.filter')
  const orderKeys = useKeys('review.order')
  const differing = all.filter(({ number }) => number > 0)
  const open = differing.filter(({ standing }) => standing === 'open').length

  return (
    <>
      <div className={styles['head']}>
        <h2 className={styles['title']}>Differences</h2>
        <span className={styles['count']} role="status">
          {page && isOfProject(filter)
            ? `${page.found.toLocaleString('en-GB')} in ${counted(page.articles, 'article')}`
            : `${open} open of ${differing.length}`}
        </span>
        <span className={styles['tools']}>
          <IconButton
            icon="sort"
            label={order === 'text' ? 'Order: text. Change to kind' : 'Order: kind. Change to text'}
            keys={orderKeys}
            onClick={() => setOrder(order === 'text' ? 'kind' : 'text')}
          />
          <IconButton
            icon="filter"
            label="Filter the differences"
            keys={filterKeys}
            aria-expanded={filterShown}
            aria-pressed={isNarrow(filter)}
            onClick={toggleFilter}
          />
        </span>
      </div>
      {filter.title !== undefined && <Title filter={filter} />}
      {filterShown && <FilterRows />}
      <Whole filter={filter} />
      {isOfProject(filter) ? (
        <ProjectRows shown={shown} />
      ) : shown.length === 0 ? (
        <Nothing isAny={differing.length > 0} />
      ) : (
        <DifferenceRows
          count={shown.length}
          lineAt={(line) => ({ is: 'difference', difference: shown[line]! })}
          at={at ? shown.indexOf(at) : -1}
        />
      )}
    </>
  )
}

const none: readonly Difference[] = []

/** Of which articles the list is. */
function Whole({ filter }: { readonly filter: DifferenceFilter }) {
  const keys = useKeys('review.all-articles')
  const { articles, ...rest } = filter
  const isAll = articles !== undefined
  return (
    <div className={styles['whole']} role="group" aria-label="Articles">
      <button type="button" aria-pressed={!isAll} onClick={() => isAll && setDifferenceFilter(rest)}>
        This article
      </button>
      <button
        type="button"
        aria-pressed={isAll}
        aria-keyshortcuts={keys === undefined ? undefined : forAria(keys)}
        onClick={() => !isAll && setDifferenceFilter({ ...rest, articles: 'all' })}
      >
        {articles === undefined || articles === 'all' ? 'All articles' : counted(articles.length, 'article')}
      </button>
      {keys !== undefined && <Keycap keys={keys} />}
    </div>
  )
}

const Title = ({ filter }: { readonly filter: DifferenceFilter }) => (
  <div className={styles['of']}>
    <p>{filter.title}</p>
    <Button look="bare" onClick={() => setDifferenceFilter({})}>
      Show all
    </Button>
  </div>
)

const Nothing = ({ isAny }: { readonly isAny: boolean }) => (
  <div className={styles['nothing']}>
    <p>{isAny ? 'No difference is left by these filters.' : 'No difference.'}</p>
    {isAny && <Button onClick={() => setDifferenceFilter({})}>Show all</Button>}
  </div>
)
