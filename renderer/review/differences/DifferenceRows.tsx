import { memo, useEffect, useMemo, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import type { Codebook } from '../../../data/model/codebook'
import { useScenery } from '../../inspector/use-scenery'
import { classes } from '../../ui/classes'
import { LabelChip } from '../../ui/LabelChip'
import { placeAfter } from '../../ui/place-after'
import { goToGroup } from '../review-ui'
import {
  kindInWords,
  labelsOf,
  standingInWords,
  wordsOf,
  type Called,
  type TagFinder,
} from './difference-words'
import { differencesUi, pick, useDifferencesUi } from './differences-ui'
import type { Difference } from './differences'
import { pickThrough } from './picking'
import { reviewNow, useReview } from './review-now'
import { tagFinder } from './tag-finder'
import { useCalled } from './use-called'
import styles from './DifferenceList.module.css'

const nobody: readonly string[] = []

/** The rows of the open article; around them, those of others. */
export function DifferenceRows({
  shown,
  before,
  after,
}: {
  readonly shown: readonly Difference[]
  readonly before?: ReactNode
  readonly after?: ReactNode
}) {
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
      {before}
      {shown.map((each) => (
        <Row
          key={each.key}
          difference={each}
          scene={scene}
          isAt={each.key === at}
          isPicked={picked.has(each.key)}
        />
      ))}
      {after}
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
