import { useMemo, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react'
import { useRecordView } from '../state/record-view'
import { tracks, widthOf, type Layout } from './columns'
import { keyInWords } from './names'
import { useLayout, togglePreview } from './layout'
import { GroupLine, lineId, StatementLine } from './StatementLine'
import { TableHead } from './TableHead'
import { goTo, LINE, rowIn, table, toggleGroup, useTable, type Found } from './record-table'
import { openRow } from './record-actions'
import { over } from './record-ui'
import { useNames } from './use-names'
import { useGoTo, useLinesInView } from './use-lines-in-view'
import styles from './Table.module.css'

/** CSS pixels of the head, which stays in view. */
const HEAD = 28

/** The statements as a table: arrows move, Enter opens the words in their place. Only the lines near the view are drawn. */
export function StatementTable({ found }: { readonly found: Found }) {
  const box = useRef<HTMLDivElement>(null)
  const kept = useLayout()
  const [dragged, setDragged] = useState<Layout | null>(null)
  const layout = dragged ?? kept
  const names = useNames()
  const group = useRecordView((view) => view.group)
  const folded = useRecordView((view) => view.folded)
  const at = useTable((state) => state.at)
  const wish = useTable((state) => state.goTo)
  const isAsking = useTable((state) => state.isAsking)
  useTable((state) => state.came)
  const { lines, groups } = found
  const { from, to, most, isMoving } = useLinesInView(box, lines.count, HEAD)
  useGoTo(box, wish, HEAD)

  const drawn = useMemo(() => {
    const inOrder = Array.from({ length: to - from }, (_, i) => from + i)
    const near = isMoving ? inOrder.toSorted((a, b) => (a % most) - (b % most)) : inOrder
    return at < from || at >= to ? (at < lines.count ? [...near, at] : near) : near
  }, [from, to, most, isMoving, at, lines.count])
  if (!names) return null

  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return
    const fits = Math.max(1, Math.floor(((box.current?.clientHeight ?? 0) - HEAD) / LINE) - 1)
    const isTold = act(event, { at, count: lines.count, fits }, found)
    if (isTold) event.preventDefault()
  }

  const reach = (event: MouseEvent): number | null => {
    const line = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-line]') : null
    if (!line) return null
    const reached = Number(line.dataset['line'])
    goTo(reached)
    box.current?.focus({ preventScroll: true })
    return reached
  }

  return (
    <div
      ref={box}
      role={groups ? 'treegrid' : 'grid'}
      aria-label="Statements"
      aria-rowcount={lines.count + 1}
      aria-busy={isAsking}
      aria-activedescendant={lines.count > 0 ? lineId(at) : undefined}
      tabIndex={0}
      data-statements
      data-pane-focus
      className={styles['table']}
      style={{ '--columns': tracks(layout), '--least': `${widthOf(layout) + 48}px` }}
      onKeyDown={press}
      onClick={(event) => {
        const line = reach(event)
        const there = line === null ? null : lines.at(line)
        if (there?.is === 'group') toggleGroup(there.group)
      }}
      onDoubleClick={(event) => {
        const line = reach(event)
        if (line !== null) openRow(rowIn(found, line))
      }}
      onContextMenu={(event) => {
        const line = reach(event)
        if (line === null || !rowIn(found, line)) return
        event.preventDefault()
        over.setState({ menu: { x: event.clientX, y: event.clientY } })
      }}
    >
      <div role="rowgroup" className={styles['heads']}>
        <TableHead layout={layout} onDrag={setDragged} />
      </div>
      <div role="rowgroup" className={styles['body']} style={{ height: lines.count * LINE }}>
        {drawn.map((line) => {
          const there = lines.at(line)
          const key = line >= from && line < to ? line % most : 'at'
          const head = there?.is === 'group' ? groups?.[there.group] : undefined
          if (head)
            return (
              <GroupLine
                key={key}
                line={line}
                top={line * LINE}
                isActive={line === at}
                isFolded={folded.includes(head.key)}
                name={keyInWords(group ?? 'actor', head.key === '' ? null : head.key, names)}
                isSource={group === 'words'}
                count={head.count}
              />
            )
          return (
            <StatementLine
              key={key}
              line={line}
              top={line * LINE}
              isActive={line === at}
              isGrouped={groups !== null}
              row={rowIn(found, line)}
              layout={layout}
              names={names}
            />
          )
        })}
      </div>
    </div>
  )
}

/** Whether the key was one of the table's. */
function act(
  { key, ctrlKey, metaKey, shiftKey, currentTarget }: KeyboardEvent,
  { at, count, fits }: { readonly at: number; readonly count: number; readonly fits: number },
  found: Found,
): boolean {
  const there = found.lines.at(at)
  const ctrl = ctrlKey || metaKey
  if (key === 'ContextMenu' || (key === 'F10' && shiftKey)) return openMenu(currentTarget, at)
  if (shiftKey || (ctrl && key !== 'Home' && key !== 'End')) return false
  const places: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + fits,
    PageUp: at - fits,
    Home: 0,
    End: count - 1,
  }
  const place = Object.hasOwn(places, key) ? places[key] : undefined
  if (place !== undefined) goTo(place)
  else if (key === 'Enter' && there?.is === 'group') toggleGroup(there.group)
  else if (key === 'Enter') openRow()
  else if (key === ' ' && there?.is === 'group') toggleGroup(there.group)
  else if (key === ' ') togglePreview()
  else if (key === 'ArrowRight') return unfold(found, at)
  else if (key === 'ArrowLeft') return fold(found, at)
  else return false
  return true
}

/** Opens the group of which one stands at the head. Elsewhere the key scrolls. */
function unfold({ lines }: Found, at: number): boolean {
  const there = lines.at(at)
  if (there?.is !== 'group') return false
  const next = lines.at(at + 1)
  if (next?.is !== 'statement') toggleGroup(there.group)
  else goTo(at + 1)
  return true
}

/** Folds the group of which one stands at the head; from a statement, goes to the head of its group. */
function fold({ lines }: Found, at: number): boolean {
  const there = lines.at(at)
  if (there?.group == null) return false
  if (there.is === 'statement') goTo(lines.headOf(there.group))
  else if (lines.at(at + 1)?.is === 'statement') toggleGroup(there.group)
  return true
}

function openMenu(box: EventTarget & Element, at: number): boolean {
  const { found } = table.getState()
  if (!found || !rowIn(found, at)) return false
  const line = box.querySelector(`[data-line="${at}"]`)?.getBoundingClientRect()
  if (line) over.setState({ menu: { x: line.left + 96, y: line.bottom } })
  return true
}
