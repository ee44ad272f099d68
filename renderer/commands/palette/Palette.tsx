import { useDeferredValue, useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { Dialog, Modal, ModalOverlay } from 'react-aria-components'
import { closeDialog } from '../../state/actions'
import { useShown } from '../../state/store'
import { Icon } from '../../ui/Icon'
import { Keycap } from '../../ui/Keycap'
import { counted } from '../../ui/words'
import { choose } from './choose'
import { lastOpening } from './opening'
import { PaletteRow } from './PaletteRow'
import { entriesNow } from './entries-now'
import type { Row } from './entries'
import styles from './Palette.module.css'

/** Rows that Page up and Page down pass over. */
const PAGE = 8

const words = {
  palette: {
    name: 'Search and commands',
    hint: 'Command, article, actor or position',
    act: 'do it',
  },
  'go-to': { name: 'Go to', hint: 'Article, actor or position', act: 'go there' },
} as const

/** One box for all that can be done and gone to. What is chosen happens where the focus was before. */
export function Palette({ what }: { readonly what: 'palette' | 'go-to' }) {
  const id = useId()
  const list = useRef<HTMLDivElement>(null)
  const [opening] = useState(lastOpening)
  const [entries] = useState(() => entriesNow(what))
  const [typed, setTyped] = useState('')
  // The letter stands in the field at once; what it finds may be a frame later.
  const sought = useDeferredValue(typed)
  const found = useMemo(() => entries.find(sought, opening), [entries, sought, opening])
  const rows = useMemo(() => found.sections.flatMap((section) => section.rows), [found])
  const [at, setAt] = useState(0)
  const hasProject = useShown(({ project }) => project !== null)
  const active = rows[at]
  const { name, hint, act } = words[what]

  useEffect(() => {
    const idle = requestIdleCallback(() => entries.prepare())
    return () => cancelIdleCallback(idle)
  }, [entries])

  const leave = () => {
    flushSync(closeDialog)
    opening.goBack()
  }
  const take = (row: Row | undefined) => {
    if (!row?.can) return
    leave()
    choose(row.entry)
  }
  const go = (to: number) => {
    const next = Math.max(0, Math.min(rows.length - 1, to))
    setAt(next)
    list.current?.querySelector(`[id="${id}-${next}"]`)?.scrollIntoView({ block: 'nearest' })
    if (next === 0 && list.current) list.current.scrollTop = 0
  }
  const press = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, () => void>> = {
      ArrowDown: () => go(at === rows.length - 1 ? 0 : at + 1),
      ArrowUp: () => go(at === 0 ? rows.length - 1 : at - 1),
      PageDown: () => go(at + PAGE),
      PageUp: () => go(at - PAGE),
      // Whoever is faster than the list means what they typed.
      Enter: () => take(sought === typed ? active : entries.find(typed, opening).sections[0]?.rows[0]),
    }
    const step = event.nativeEvent.isComposing ? undefined : steps[event.key]
    if (!step) return
    event.preventDefault()
    step()
  }

  let place = 0
  return (
    <ModalOverlay
      className={styles['scrim']!}
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && leave()}
    >
      <Modal className={styles['palette']!}>
        <Dialog className={styles['inside']!} aria-label={name}>
          <div className={styles['field']}>
            <Icon name="search" />
            <input
              type="text"
              role="combobox"
              aria-label={name}
              aria-expanded="true"
              aria-controls={`${id}-list`}
              aria-autocomplete="list"
              aria-activedescendant={active && `${id}-${at}`}
              placeholder={hasProject ? hint : 'Command'}
              autoFocus
              autoComplete="off"
              spellCheck={false}
              value={typed}
              onChange={(event) => {
                setTyped(event.target.value)
                setAt(0)
                if (list.current) list.current.scrollTop = 0
              }}
              onKeyDown={press}
            />
          </div>
          <div
            ref={list}
            id={`${id}-list`}
            role="listbox"
            aria-label="What was found"
            className={styles['list']}
            // The caret stays in the field.
            onMouseDown={(event) => event.preventDefault()}
          >
            {found.sections.map((section, i) => (
              <div key={section.title} role="group" aria-labelledby={`${id}-title-${i}`}>
                <div id={`${id}-title-${i}`} role="presentation" className={styles['title']}>
                  {section.title}
                </div>
                {section.rows.map((row) => {
                  const nth = place++
                  return (
                    <PaletteRow
                      key={`${row.entry.is} ${row.entry.id}`}
                      id={`${id}-${nth}`}
                      row={row}
                      typed={sought}
                      isActive={nth === at}
                      onChoose={take}
                    />
                  )
                })}
              </div>
            ))}
          </div>
          {found.more > 0 && (
            <p className={styles['more']}>
              and {counted(found.more, 'more')}
              {sought === '' ? '' : ': another letter brings them nearer'}
            </p>
          )}
          <p className={rows.length === 0 ? styles['none'] : styles['said']} aria-live="polite">
            {rows.length === 0 && sought.trim() === ''
              ? 'There is nothing to go to yet. Import articles first.'
              : rows.length === 0
                ? `Nothing is called anything like “${sought.trim()}”.`
                : sought !== '' && `${counted(rows.length + found.more, 'result')}.`}
          </p>
          <div className={styles['foot']} aria-hidden="true">
            <span>
              <Keycap keys="ArrowUp" />
              <Keycap keys="ArrowDown" /> choose
            </span>
            <span>
              <Keycap keys="Enter" /> {act}
            </span>
            <span className={styles['back']}>
              <Keycap keys="Escape" /> back
            </span>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
