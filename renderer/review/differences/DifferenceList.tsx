import { memo, useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { Codebook } from '../../../data/model/codebook'
import { useKeys } from '../../commands/commands-now'
import { useScenery } from '../../inspector/use-scenery'
import { Button, IconButton } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { LabelChip } from '../../ui/LabelChip'
import { placeAfter } from '../../ui/place-after'
import { goToGroup, setDifferenceFilter, useReviewUi, type DifferenceFilter } from '../review-ui'
import {
  kindInWords,
  labelsOf,
  standingInWords,
  wordsOf,
  type Called,
  type TagFinder,
} from './difference-words'
import { differencesUi, pick, setOrder, toggleFilter, useDifferencesUi } from './differences-ui'
import type { Difference } from './differences'
import { FilterRows, isNarrow } from './Filter'
import { pickThrough } from './picking'
import { reviewNow, useReview } from './review-now'
import { tagFinder } from './tag-finder'
import { useCalled } from './use-called'
import styles from './DifferenceList.module.css'

/** What differs, a row each, and what became of it. */
export function DifferenceList() {
  const shown = useReview((review) => review?.shown) ?? none
  const all = useReview((review) => review?.all) ?? none
  const filterShown = useDifferencesUi((ui) => ui.filterShown)
  const order = useDifferencesUi((ui) => ui.order)
  const filter = useReviewUi((ui) => ui.filter)
  const filterKeys = useKeys('review.filter')
  const orderKeys = useKeys('review.order')
  const differing = all.filter(({ number }) => number > 0)
  const open = differing.filter(({ standing }) => standing === 'open').length

  return (
    <>
      <div className={styles['head']}>
        <h2 className={styles['title']}>Differences</h2>
        <span className={styles['count']} role="status">
          {open} open of {differing.length}
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
      {shown.length === 0 ? <Nothing isAny={differing.length > 0} /> : <Rows shown={shown} />}
    </>
  )
}

const none: readonly Difference[] = []
const nobody: readonly string[] = []

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

function Rows({ shown }: { readonly shown: readonly Difference[] }) {
  const list = useRef<HTMLUListElement>(null)
  const { codebook } = useScenery()
  const open = useReview((review) => review?.open)
  const sides = useReview((review) => review?.sides) ?? nobody
  const at = useReview((review) => review?.at?.key)
  const picked = useDifferencesUi((ui) => ui.picked)
  const called = useCalled()
  const scene = useMemo(
    (): Scene => ({ codebook, sides, called, find: open ? tagFinder(open) : () => null }),
    [codebook, sides, called, open],
  )

  useEffect(() => {
    if (at === undefined) return
    const row = list.current?.querySelector<HTMLElement>('[aria-current]')
    row?.scrollIntoView({ block: 'nearest' })
    // Who walks through the list by keys takes the focus along.
    if (list.current?.contains(document.activeElement)) row?.focus({ preventScroll: true })
  }, [at])

  const press = (event: KeyboardEvent) => {
    const place = shown.findIndex(({ key }) => key === at)
    const to = placeAfter(event.key, place, shown.length)
    if (to === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    if (event.shiftKey) pickThrough(to)
    goToGroup(shown[to]!.key)
  }

  return (
    <ul ref={list} aria-label="Differences" className={styles['rows']} data-differences onKeyDown={press}>
      {shown.map((each) => (
        <Row
          key={each.key}
          difference={each}
          scene={scene}
          isAt={each.key === at}
          isPicked={picked.has(each.key)}
        />
      ))}
    </ul>
  )
}

/** What all rows need alike. */
interface Scene {
  readonly codebook: Codebook
  readonly sides: readonly string[]
  readonly called: Called
  readonly find: TagFinder
}

interface RowProps {
  readonly difference: Difference
  readonly scene: Scene
  readonly isAt: boolean
  readonly isPicked: boolean
}

const Row = memo(function Row({ difference, scene, isAt, isPicked }: RowProps) {
  const { codebook, sides, called, find } = scene
  const { key, number, standing, again } = difference
  const kind = kindInWords(difference, codebook, called)
  const verdict = standingInWords(difference, sides, called)
  const words = wordsOf(difference, find)
  const labels = labelsOf(difference, codebook, find)
  const isOpen = standing === 'open'
  const name = [
    number > 0 ? `${number}` : null,
    kind,
    labels.map((label) => label.name).join(' and '),
    `“${words}”`,
    verdict || (isOpen ? 'open' : standing === 'alike' ? 'same' : null),
    isPicked && 'selected',
  ]
  return (
    <li className={styles['slot']}>
      <button
        type="button"
        className={classes(styles['row'], !isOpen && styles['settled'], isPicked && styles['picked'])}
        aria-label={name.filter(Boolean).join(', ')}
        data-row
        aria-current={isAt || undefined}
        tabIndex={isAt ? 0 : -1}
        onClick={(event) => clicked(key, event)}
      >
        <span className={styles['number']}>{isPicked ? '✓' : number || '='}</span>
        <span className={styles['kind']}>{kind}</span>
        <span className={styles['end']}>
          {isOpen && !again ? (
            labels.map((label) => <LabelChip key={label.id} label={label} full={isAt} />)
          ) : (
            <span className={again ? styles['again'] : undefined}>{verdict}</span>
          )}
        </span>
        <span className={styles['words']}>{words}</span>
      </button>
    </li>
  )
})

/** With Ctrl a row is selected or not any more, with Shift all up to it are. */
function clicked(key: string, event: MouseEvent): void {
  const { picked } = differencesUi.getState()
  if (event.ctrlKey || event.metaKey) {
    const at = reviewNow()?.at?.key
    const next = new Set(picked.size === 0 && at !== undefined && at !== key ? [at] : picked)
    if (!next.delete(key)) next.add(key)
    pick(next)
  } else if (event.shiftKey) {
    const shown = reviewNow()?.shown ?? []
    pickThrough(shown.findIndex((each) => each.key === key))
  } else if (picked.size > 0) pick([])
  goToGroup(key)
}
