import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { inField } from '../state/actions'
import { useShown } from '../state/store'
import { Keycap } from '../ui/Keycap'
import { LabelChip } from '../ui/LabelChip'
import type { PickedWords } from './reader-view'

interface Props {
  /** The selected words, in pixels of the page. */
  readonly at: PickedWords['box']
  readonly onTag: (label: string) => void
}

/** What the selected words can be tagged as: under them, or above them where there is no room below. */
export function TagToolbar({ at, onTag }: Props) {
  const labels = useShown((state) => state.project?.codebook.labels)
  const bar = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ left: at.left, top: at.bottom + 14 })

  useLayoutEffect(() => {
    const page = bar.current?.offsetParent?.getBoundingClientRect()
    const scroller = bar.current?.closest('[data-scroller]')?.getBoundingClientRect()
    if (!bar.current || !page || !scroller) return
    const { offsetWidth: width, offsetHeight: height } = bar.current
    const below = at.bottom + 14
    const room = scroller.bottom - page.top - below
    const left = Math.max(
      scroller.left - page.left + 8,
      Math.min(at.left - 12, scroller.right - page.left - width - 16),
    )
    setPlace({ left, top: room < height + 8 ? at.top - height - 12 : below })
  }, [at])

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const held = event.ctrlKey || event.metaKey || event.altKey
      const target = event.target instanceof Element ? event.target : null
      if (held || event.defaultPrevented || inField(target) || document.querySelector('[role=dialog]')) return
      const label = labels?.find(({ key }) => key === event.key)
      if (!label) return
      event.preventDefault()
      onTag(label.id)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [labels, onTag])

  return (
    <div
      ref={bar}
      className="tag-toolbar"
      role="toolbar"
      aria-label="Tag selection"
      style={{ left: place.left, top: place.top }}
      // The words stay selected while the button is pressed.
      onMouseDown={(event) => {
        event.preventDefault()
        event.stopPropagation()
      }}
    >
      {labels?.map((label) => (
        <button
          key={label.id}
          type="button"
          aria-label={label.name}
          aria-keyshortcuts={label.key}
          title={label.definition}
          onClick={() => onTag(label.id)}
        >
          <LabelChip label={label} />
          {label.name}
          <Keycap keys={label.key} />
        </button>
      ))}
    </div>
  )
}
