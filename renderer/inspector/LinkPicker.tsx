import { useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Popover } from 'react-aria-components'
import type { Annotation } from '../../data/model/records'
import { pointAt } from '../state/actions'
import { meaningOf, quoteOf } from '../state/tags'
import { LabelChip } from '../ui/LabelChip'
import fields from '../ui/fields.module.css'
import type { Way } from './link-ways'
import { labelFor } from './tag-words'
import { useScenery } from './use-scenery'
import styles from './Links.module.css'

interface Props {
  readonly way: Way
  /** Nearest first. */
  readonly others: readonly Annotation[]
  readonly onChoose: (id: string) => void
  readonly onClose: () => void
}

/** As many as one looks through; typing brings the others. */
const SHOWN = 60

/**
 * Where the tag at the other end of a new link is chosen: by arrows and Enter, by typing, by a click. The list is not a
 * dialog: the rest of the window stays there for assistive technology while it is open.
 */
export function LinkPicker({ way, others, onChoose, onClose }: Props) {
  const scenery = useScenery()
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const [typed, setTyped] = useState('')
  /** The row that Enter takes, from 0; -1: none. */
  const [active, setActive] = useState(-1)
  const [isOpen, setOpen] = useState(true)
  const items = useMemo(() => {
    const sought = typed.trim().toLowerCase()
    return others
      .map((tag) => ({ tag, quote: quoteOf(tag), meaning: meaningOf(tag, scenery.registry) }))
      .filter(({ quote, meaning }) => `${quote} ${meaning ?? ''}`.toLowerCase().includes(sought))
      .slice(0, SHOWN)
  }, [others, typed, scenery.registry])
  useLayoutEffect(() => field.current?.focus(), [])

  const choose = (tag: Annotation | undefined) => {
    if (!tag) return
    pointAt(null)
    onChoose(tag.id)
  }
  const goTo = (row: number) => {
    setOpen(true)
    setActive(Math.max(0, Math.min(row, items.length - 1)))
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') onClose()
    else if (event.key === 'ArrowDown') goTo(active + 1)
    else if (event.key === 'ArrowUp') goTo(active < 0 ? items.length - 1 : active - 1)
    else if (event.key === 'Enter') choose(items[active]?.tag)
    else return
    event.preventDefault()
  }

  return (
    <>
      <input
        ref={field}
        className={fields['field']}
        role="combobox"
        aria-label={`${way.phrase}: choose a tag`}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && items[active] ? `${id}-${active}` : undefined}
        placeholder="Choose a tag"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(-1)
          setOpen(true)
        }}
        onKeyDown={press}
        onBlur={onClose}
        autoComplete="off"
        spellCheck={false}
      />
      <Popover
        className={styles['popover']!}
        triggerRef={field}
        placement="bottom end"
        offset={4}
        isNonModal
        isOpen={isOpen}
        onOpenChange={setOpen}
      >
        <div id={id} role="listbox" aria-label={`${way.phrase}: choose a tag`} className={styles['list']}>
          {items.map(({ tag, quote, meaning }, row) => (
            <div
              key={tag.id}
              id={`${id}-${row}`}
              ref={row === active ? intoView : undefined}
              role="option"
              aria-selected={row === active}
              className={styles['option']}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(tag)}
              onPointerEnter={() => pointAt(tag.id)}
              onPointerLeave={() => pointAt(null)}
            >
              <LabelChip label={labelFor(scenery, tag)} named />
              <span className={styles['words']}>{quote}</span>
              {meaning !== null && <span className={styles['meaning']}>{meaning}</span>}
            </div>
          ))}
        </div>
        {items.length === 0 && (
          <div className={styles['nothing']} role="status">
            No tag has these words.
          </div>
        )}
      </Popover>
    </>
  )
}

const intoView = (row: HTMLElement | null): void => row?.scrollIntoView({ block: 'nearest' })
