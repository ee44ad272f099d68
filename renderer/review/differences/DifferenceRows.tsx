import {
  memo,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
} from 'react'
import type { Codebook, Label } from '../../../data/model/codebook'
import { labelShown } from '../../../data/model/labels-in-force'
import type { DifferenceRow } from '../../../data/review/project-differences'
import { useScenery } from '../../inspector/use-scenery'
import { classes } from '../../ui/classes'
import { LabelChip } from '../../ui/LabelChip'
import { placeAfter } from '../../ui/place-after'
import { useRows } from '../../ui/use-rows'
import { goToGroup } from '../review-ui'
import {
  kindInWords,
  labelsOf,
  sameInWords,
  standingInWords,
  wordsOf,
  type Called,
  type TagFinder,
} from './difference-words'
import { differencesUi, pick, useDifferencesUi } from './differences-ui'
import type { Difference } from './differences'
import { pickThrough } from './picking'
import { goToRow } from './project-list'
import { rowKind } from './project-rows'
import { reviewNow, useReview } from './review-now'
import { tagFinder } from './tag-finder'
import { useCalled } from './use-called'
import styles from './DifferenceList.module.css'

const nobody: readonly string[] = []

/** CSS pixels, as in the style sheet. */
const ROW = 57
const HEAD = 44

/** What stands in a line of the list. */
export type ListLine = Readonly<
  | { is: 'difference'; difference: Difference }
  /** A difference of an article that is not open, compared by `people`; it opens there. */
  | { is: 'elsewhere'; row: DifferenceRow; people: readonly string[] }
  /** The head of an article. */
  | { is: 'article'; article: string; head: ReactNode }
  /** Not there yet; `reach` waits for it and goes there. */
  | { is: 'coming'; reach?: () => void }
>

interface Props {
  /** How many lines there are. */
  readonly count: number
  /** What stands in a line; only those near the view are asked for. */
  readonly lineAt: (line: number) => ListLine
  /** Whether it is the head of an article, of any line. */
  readonly isHead?: (line: number) => boolean
  /** The line of the difference that one stands at; −1: none. */
  readonly at: number
  /** Called with the lines that are near the view. */
  readonly onSee?: (lines: readonly number[]) => void
  readonly isBusy?: boolean
}

const noHead = () => false

/** The list "Differences": one tab stop; arrows go from one to the next. Only the lines near the view are drawn. */
export function DifferenceRows({ count, lineAt, isHead = noHead, at, onSee, isBusy = false }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  /** The focus is in the list, or was in a row of it that is not drawn any more. */
  const isHeld = useRef(false)
  const { codebook } = useScenery()
  const open = useReview((review) => review?.open)
  const sides = useReview((review) => review?.sides) ?? nobody
  const key = useReview((review) => review?.at?.key) ?? null
  const picked = useDifferencesUi((ui) => ui.picked)
  const called = useCalled()
  const scene = useMemo(
    (): Scene => ({ codebook, sides, called, find: open ? tagFinder(open) : () => null }),
    [codebook, sides, called, open],
  )
  const heights = useMemo(
    () => Array.from({ length: count }, (_, line) => (isHead(line) ? HEAD : ROW)),
    [count, isHead],
  )
  const { tops, total, drawn } = useRows(box, heights, at, key)

  useEffect(() => onSee?.(drawn), [onSee, drawn])
  const stoodAt = useRef({ key, at })
  useLayoutEffect(() => {
    const isSame = stoodAt.current.key === key && stoodAt.current.at === at
    stoodAt.current = { key, at }
    // Who walks through the list by keys takes the focus along.
    if (isHeld.current && !isSame)
      list.current?.querySelector<HTMLElement>('[aria-current]')?.focus({ preventScroll: true })
  }, [key, at])

  const press = (event: KeyboardEvent) => {
    const place = placeAfter(event.key, at, count)
    if (place === null || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    // Over the head of an article one goes on; before the first there is nothing to go on to.
    const to = isHead(place) ? (place < at ? (place === 0 ? 1 : place - 1) : place + 1) : place
    const line = lineAt(to)
    if (line.is === 'elsewhere') void goToRow(line.row)
    if (line.is === 'coming') line.reach?.()
    if (line.is !== 'difference') return
    if (event.shiftKey) pickThrough(reviewNow()?.shown.indexOf(line.difference) ?? -1)
    goToGroup(line.difference.key)
  }

  return (
    <div ref={box} className={styles['rows']}>
      <ul
        ref={list}
        role="list"
        aria-label="Differences"
        aria-busy={isBusy || undefined}
        className={styles['all']}
        style={{ height: total }}
        data-differences
        onKeyDown={press}
        onFocus={() => (isHeld.current = true)}
        onBlur={() => (isHeld.current = false)}
      >
        {drawn.map((place) => {
          const line = lineAt(place)
          return (
            <li
              key={keyOf(line, place)}
              className={line.is === 'article' ? styles['article'] : styles['slot']}
              style={{ top: tops[place], height: heights[place] }}
              aria-posinset={place + 1}
              aria-setsize={count}
            >
              {line.is === 'article' && line.head}
              {line.is === 'coming' && <span className={styles['coming']} aria-label="Being read" />}
              {line.is === 'difference' && (
                <Row
                  difference={line.difference}
                  scene={scene}
                  isAt={place === at}
                  isPicked={picked.has(line.difference.key)}
                />
              )}
              {line.is === 'elsewhere' && <OtherRow row={line.row} people={line.people} scene={scene} />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function keyOf(line: ListLine, place: number): string {
  switch (line.is) {
    case 'difference':
      return line.difference.key
    case 'elsewhere':
      return line.row.key
    case 'article':
      return `article ${line.article}`
    case 'coming':
      return `coming ${place}`
  }
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
  const verdict = standingInWords(difference, sides, called)
  const isOpen = standing === 'open'
  const same = sameInWords(difference)
  return (
    <RowButton
      number={isPicked ? '✓' : number > 0 ? String(number) : same.mark}
      said={[
        number > 0 ? `${number}` : null,
        verdict || (isOpen ? 'open' : standing === 'alike' ? same.said : null),
        isPicked ? 'selected' : null,
      ]}
      kind={kindInWords(difference, codebook, called)}
      labels={labelsOf(difference, codebook, find)}
      verdict={isOpen && !again ? null : verdict}
      words={wordsOf(difference, find)}
      isAt={isAt}
      looks={[!isOpen && 'settled', isPicked && 'picked', again && 'again']}
      onClick={(event) => clicked(key, event)}
    />
  )
})

/** A difference of an article that is not open; it opens there. */
const OtherRow = memo(function OtherRow({
  row,
  people,
  scene: { codebook, called },
}: {
  readonly row: DifferenceRow
  readonly people: readonly string[]
  readonly scene: Scene
}) {
  const tags = row.tags.filter((tag) => tag !== null)
  return (
    <RowButton
      number=""
      said={[null, row.isDecided ? 'decided' : row.kinds.length === 0 ? 'same' : 'open', null]}
      kind={rowKind(row, people, codebook, called)}
      labels={[...new Set(tags.flatMap(({ label }) => labelShown(codebook, label) ?? []))]}
      verdict={row.isDecided ? 'Decided' : null}
      words={tags[0]?.words ?? ''}
      isAt={false}
      looks={[(row.isDecided || row.kinds.length === 0) && 'settled']}
      onClick={() => void goToRow(row)}
    />
  )
})

interface RowButtonProps {
  readonly number: string
  /** For whoever hears it: its number, what became of it, and whether it is selected. */
  readonly said: readonly [number: string | null, standing: string | null, picked: string | null]
  readonly kind: string
  readonly labels: readonly Label[]
  /** In the place of the labels: what became of it. */
  readonly verdict: string | null
  readonly words: string
  readonly isAt: boolean
  readonly looks: readonly (string | false | null)[]
  readonly onClick: (event: MouseEvent) => void
}

function RowButton({ number, said, kind, labels, verdict, words, isAt, looks, onClick }: RowButtonProps) {
  const [place, standing, picked] = said
  const name = [place, kind, labels.map((label) => label.name).join(' and '), `“${words}”`, standing, picked]
  return (
    <button
      type="button"
      className={classes(styles['row'], ...looks.map((look) => look && styles[look]))}
      aria-label={name.filter(Boolean).join(', ')}
      data-row
      aria-current={isAt || undefined}
      tabIndex={isAt ? 0 : -1}
      onClick={onClick}
    >
      <span className={styles['number']}>{number}</span>
      <span className={styles['kind']}>{kind}</span>
      <span className={styles['end']}>
        {verdict ?? labels.map((label) => <LabelChip key={label.id} label={label} full={isAt} />)}
      </span>
      <span className={styles['words']} dir="auto">
        {words}
      </span>
    </button>
  )
}

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
