import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { labelOf } from '../../data/model/codebook'
import { lintKinds, type Lint, type LintKind } from '../../data/lints/lint'
import { useKeys } from '../commands/commands-now'
import { useScenery } from '../inspector/use-scenery'
import { pointAt } from '../state/actions'
import type { OpenedArticle } from '../state/state'
import { classes } from '../ui/classes'
import { IconButton } from '../ui/Button'
import { Keycap } from '../ui/Keycap'
import { forAria } from '../commands/key-names'
import { placeAfter } from '../ui/place-after'
import { useWindow } from '../ui/use-window'
import { dismiss, goToLint, heed, mend } from './lint-actions'
import { besideOf, headings, mendInWords, sentenceOf } from './lint-words'
import { lintsShown, useLintsShown } from './lints-now'
import styles from './Lints.module.css'

/** CSS pixels of a row, and of the head of a group; `--row` of the tokens. */
const ROW = 30

/** Up to here all rows are drawn; beyond, those near the view. */
const ALL = 100

interface Props {
  /** In text order; at least one. */
  readonly lints: readonly Lint[]
  readonly areDismissed: boolean
  readonly open: OpenedArticle
}

type Line = Readonly<
  { is: 'head'; kind: LintKind; count: number } | { is: 'lint'; lint: Lint; place: number }
>

/**
 * Lints under the heads of their kinds: one tab stop; arrows move, Enter or a click goes to the place, Delete dismisses. The row
 * that is reached has the buttons that mend and dismiss.
 */
export function LintRows({ lints, areDismissed, open }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const takesFocus = useRef(false)
  const reached = useLintsShown((state) => state.reached)
  const lines = useMemo(() => linesOf(lints), [lints])
  const rows = useMemo(() => lines.flatMap((line) => (line.is === 'lint' ? line.lint : [])), [lines])
  const known = rows.findIndex(({ key }) => key === reached)
  const [before, setBefore] = useState(0)
  if (known >= 0 && known !== before) setBefore(known)
  // What was dismissed or mended is gone: then it is the row that has come to its place.
  const active = known >= 0 ? known : Math.min(before, rows.length - 1)
  const { from, to } = useWindow(box, ROW, lines.length, ALL)
  const lineOf = lines.findIndex((line) => line.is === 'lint' && line.place === active)

  useLayoutEffect(() => {
    if (known >= 0 && box.current) bringIntoView(box.current, lineOf)
  }, [known, lineOf])
  useLayoutEffect(() => {
    if (!takesFocus.current) return
    takesFocus.current = false
    list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  })

  const leave = (lint: Lint) => {
    takesFocus.current = true
    lintsShown.setState({ reached: (rows[active + 1] ?? rows[active - 1])?.key ?? null })
    if (areDismissed) heed(lint)
    else void dismiss(lint)
  }
  const press = (event: KeyboardEvent) => {
    const lint = rows[active]
    const next = placeAfter(event.key, active, rows.length)
    const isOnRow = event.target instanceof HTMLElement && event.target.dataset['row'] !== undefined
    if (next !== null) {
      takesFocus.current = true
      lintsShown.setState({ reached: rows[next]?.key ?? null })
    } else if (event.key === 'Delete' && lint && !areDismissed) leave(lint)
    else if (event.key === 'Enter' && lint && isOnRow) goToLint(lint, false)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  const drawn = Array.from({ length: to - from }, (_, i) => from + i)
  if (lineOf >= 0 && !drawn.includes(lineOf)) drawn.push(lineOf)
  return (
    <div ref={box} className={styles['rows']}>
      <ul
        ref={list}
        role="list"
        aria-label={areDismissed ? 'Dismissed' : 'Worth another look'}
        className={styles['list']}
        style={{ height: lines.length * ROW }}
        onKeyDown={press}
      >
        {drawn.map((nth) => {
          const line = lines[nth]
          if (!line) return null
          return line.is === 'head' ? (
            <li key={line.kind} className={styles['group']} style={{ top: nth * ROW }}>
              <h3>{headings[line.kind]}</h3>
              <span className={styles['count']}>{line.count}</span>
            </li>
          ) : (
            <LintRow
              key={line.lint.key}
              lint={line.lint}
              top={nth * ROW}
              open={open}
              isActive={line.place === active}
              isReached={line.lint.key === reached}
              isDismissed={areDismissed}
              onLeave={() => leave(line.lint)}
            />
          )
        })}
      </ul>
    </div>
  )
}

interface RowProps {
  readonly lint: Lint
  /** CSS pixels. */
  readonly top: number
  readonly open: OpenedArticle
  readonly isActive: boolean
  readonly isReached: boolean
  readonly isDismissed: boolean
  readonly onLeave: () => void
}

function LintRow({ lint, top, open, isActive, isReached, isDismissed, onLeave }: RowProps) {
  const { codebook } = useScenery()
  const keys = useKeys('lint.mend')
  const words = wordsOf(open.article.text, lint)
  const beside = besideOf(lint)
  const label = lint.fix.is === 'tag' ? (labelOf(codebook, lint.fix.label)?.name.toLowerCase() ?? '') : ''
  const mending = mendInWords(lint, label)
  const tabIndex = isActive ? 0 : -1
  return (
    <li className={classes(styles['row'], isReached && styles['reached'])} style={{ top }}>
      <button
        type="button"
        data-row
        tabIndex={tabIndex}
        className={styles['go']}
        aria-label={`${sentenceOf(lint)} ${words}`}
        aria-current={isReached ? 'true' : undefined}
        title={sentenceOf(lint)}
        onClick={() => goToLint(lint, false)}
        onPointerEnter={() => pointAt(lint.tag)}
        onPointerLeave={() => pointAt(null)}
      >
        <span className={styles['words']} lang={open.article.language ?? undefined} dir="auto">
          {words}
        </span>
        {beside !== null && <span className={styles['beside']}>{beside}</span>}
      </button>
      <span className={styles['buttons']}>
        {isDismissed ? (
          <button type="button" tabIndex={tabIndex} className={styles['mend']} onClick={onLeave}>
            List again
          </button>
        ) : (
          <>
            <button
              type="button"
              tabIndex={tabIndex}
              className={styles['mend']}
              aria-keyshortcuts={isReached && keys !== undefined ? forAria(keys) : undefined}
              onClick={() => {
                lintsShown.setState({ reached: lint.key })
                mend(lint)
              }}
            >
              {mending}
              {isReached && keys !== undefined && <Keycap keys={keys} />}
            </button>
            <IconButton
              icon="close"
              label="Dismiss"
              keys="Delete"
              small
              tabIndex={tabIndex}
              onClick={onLeave}
            />
          </>
        )}
      </span>
    </li>
  )
}

function linesOf(lints: readonly Lint[]): readonly Line[] {
  let place = 0
  return lintKinds.flatMap((kind): Line[] => {
    const own = lints.filter((lint) => lint.kind === kind)
    if (own.length === 0) return []
    return [
      { is: 'head', kind, count: own.length },
      ...own.map((lint) => ({ is: 'lint', lint, place: place++ }) as const),
    ]
  })
}

/** As many code units of a text as a row can show. */
const SHOWN = 120

const wordsOf = (text: string, { places: [place], kind, places }: Lint): string =>
  (kind === 'name-without-tag' || places.length === 1 ? [place!] : places)
    .map(({ start, end }) => text.slice(start, Math.min(end, start + SHOWN)))
    .join(' … ')
    .replace(/\s+/gu, ' ')

/** Scrolls only as far as needed, with the head of the group above the first of its rows. */
function bringIntoView(rows: HTMLElement, line: number): void {
  const top = line * ROW
  if (top - ROW < rows.scrollTop) rows.scrollTop = top - ROW
  else if (top + ROW > rows.scrollTop + rows.clientHeight) rows.scrollTop = top + ROW - rows.clientHeight
}
