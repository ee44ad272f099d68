import { useLayoutEffect, useRef, useState, type KeyboardEvent, type Ref } from 'react'
import { labelOf } from '../../data/model/codebook'
import type { TagThere } from '../../data/record/occurrences/occurrence'
import { directionOf } from '../reader/text/direction'
import { useShown } from '../state/store'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { LabelChip } from '../ui/LabelChip'
import { placeAfter } from '../ui/place-after'
import { useWindow } from '../ui/use-window'
import { overlapping, type Line } from './hits'
import { asWhat, tick, useTagAll } from './tag-all'
import styles from './PlaceTree.module.css'

/** CSS pixels; `--row` of the tokens. */
const ROW = 30
/** Up to here all lines are drawn; beyond, those near the view. */
const ALL = 150

interface Props {
  readonly ref: Ref<HTMLDivElement>
  readonly lines: readonly Line[]
  /** What is said when there are none. */
  readonly nothing: string
}

/**
 * The places by article, each with the words around it under one another, so that one can run down them. One tab stop: arrows
 * move, Space turns a tick, on an article those of all its places; Ctrl+A ticks all, and again none.
 */
export function PlaceTree({ ref, lines, nothing }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [reached, setReached] = useState(0)
  const active = Math.min(reached, Math.max(0, lines.length - 1))
  const { from, to } = useWindow(box, ROW, lines.length, ALL)

  useLayoutEffect(() => {
    if (box.current) bringIntoView(box.current, active)
  }, [active])

  const turn = (line: Line | undefined) => {
    if (line?.is === 'article') tick(lines, line.keys, line.ticked < line.keys.length)
    else if (line && line.state.is !== 'done') tick(lines, [line.key], !line.isTicked)
  }
  const press = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, active, lines.length)
    const isAll = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a'
    if (isAll) {
      const keys = lines.flatMap((line) => (line.is === 'article' ? line.keys : []))
      const ticked = lines.reduce((sum, line) => sum + (line.is === 'article' ? line.ticked : 0), 0)
      tick(lines, keys, ticked < keys.length)
    } else if (event.ctrlKey || event.metaKey || event.altKey) return
    else if (next !== null) setReached(next)
    else if (event.key === ' ') turn(lines[active])
    else return
    event.preventDefault()
  }

  const drawn = Array.from({ length: to - from }, (_, i) => from + i)
  if (lines.length > 0 && !drawn.includes(active)) drawn.push(active)
  return (
    <div ref={box} className={styles['box']}>
      {lines.length === 0 && nothing !== '' && <p className={styles['nothing']}>{nothing}</p>}
      <div
        ref={ref}
        role="tree"
        aria-label="Places"
        aria-multiselectable
        aria-activedescendant={lines.length > 0 ? `place-${active}` : undefined}
        tabIndex={0}
        className={styles['tree']}
        style={{ height: lines.length * ROW }}
        onKeyDown={press}
      >
        {drawn.map((at) => {
          const line = lines[at]
          return (
            line && (
              <div
                key={line.is === 'article' ? line.found.article : line.key}
                id={`place-${at}`}
                role="treeitem"
                aria-level={line.is === 'article' ? 1 : 2}
                aria-checked={checked(line)}
                aria-disabled={line.is === 'place' && line.state.is === 'done' ? true : undefined}
                className={classes(
                  styles['line'],
                  styles[line.is],
                  at === active && styles['active'],
                  line.is === 'place' && line.state.is === 'done' && styles['done'],
                )}
                style={{ top: at * ROW }}
                onMouseDown={(event) => event.button === 0 && setReached(at)}
                onClick={() => turn(line)}
              >
                <Tick is={checked(line)} />
                {line.is === 'article' ? <ArticleLine line={line} /> : <PlaceLine line={line} />}
              </div>
            )
          )
        })}
      </div>
    </div>
  )
}

const checked = (line: Line): boolean | 'mixed' => {
  if (line.is === 'place') return line.isTicked
  if (line.ticked === 0) return false
  return line.ticked === line.keys.length ? true : 'mixed'
}

const Tick = ({ is }: { readonly is: boolean | 'mixed' }) => (
  <span className={classes(styles['tick'], is !== false && styles['on'])} aria-hidden="true">
    {is === true && <Icon name="tick" small />}
    {is === 'mixed' && <span className={styles['dash']} />}
  </span>
)

function ArticleLine({ line }: { readonly line: Extract<Line, { is: 'article' }> }) {
  const { found, ticked } = line
  const count = found.occurrences.length
  return (
    <>
      <span className={styles['title']} lang={found.language ?? undefined} dir="auto">
        {found.title}
      </span>
      <span className={styles['of']}>
        {ticked} of {count}
      </span>
    </>
  )
}

function PlaceLine({ line }: { readonly line: Extract<Line, { is: 'place' }> }) {
  const { place, state, found } = line
  const { before, quote, after } = place
  const as = useTagAll((all) => all.label)
  const others = overlapping(place, asWhat({ label: as, means: null }))
  return (
    <>
      <span
        className={styles['words']}
        lang={found.language ?? undefined}
        dir={directionOf(before + quote + after)}
      >
        <span className={styles['before']}>{before}</span>
        <b className={styles['quote']}>{quote}</b>
        <span className={styles['after']}>{after}</span>
      </span>
      <span className={styles['there']}>
        {others.length > 0 && <Overlaps tags={others} />}
        {state.is !== 'new' && <span className={styles['tagged']}>tagged already</span>}
      </span>
    </>
  )
}

/** The labels of tags that share words with a place. */
function Overlaps({ tags }: { readonly tags: readonly TagThere[] }) {
  const codebook = useShown(({ project }) => project?.codebook)
  const ids = [...new Set(tags.map(({ label }) => label))]
  const labels = ids.map((id) => (codebook ? labelOf(codebook, id) : undefined))
  const names = labels.map((label, i) => label?.name.toLowerCase() ?? ids[i])
  return (
    <span className={styles['overlaps']} title={`Tagged there too: ${names.join(', ')}`}>
      {labels.map((label, i) => (
        <LabelChip key={ids[i]} label={label} />
      ))}
      <span className={styles['said']}>, overlaps {names.join(' and ')}</span>
    </span>
  )
}

/** Scrolls only as far as needed. */
function bringIntoView(box: HTMLElement, place: number): void {
  const top = place * ROW
  if (top < box.scrollTop) box.scrollTop = Math.max(0, top - ROW)
  else if (top + ROW > box.scrollTop + box.clientHeight) box.scrollTop = top + ROW - box.clientHeight
}
