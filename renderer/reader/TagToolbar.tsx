import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { activeLabels } from '../../data/model/labels-in-force'
import { pointAtLabel } from '../codebook/rules-shown'
import { isReshaping } from '../state/actions'
import { useShown } from '../state/store'
import { Keycap } from '../ui/Keycap'
import { LabelChip } from '../ui/LabelChip'
import type { PickedWords } from './reading/picked-words'
import { repeatedLabel } from './tagging'
import type { Tagging } from './use-tagging'

interface Props {
  /** The selected words, in pixels of the page. */
  readonly at: PickedWords['box']
  readonly tagging: Tagging
  /** Opens the menu of what else can be done with the words, under a point of the window. */
  readonly onMore: (x: number, y: number) => void
}

/** What the selected words can be tagged as: under them, or above them where there is no room below. */
export function TagToolbar({ at, tagging: { tag, again, move }, onMore }: Props) {
  const labels = useShown(({ project }) => project && activeLabels(project.codebook))
  const reshapes = useShown(isReshaping)
  const repeated = labels?.find(({ id }) => id === repeatedLabel())
  const bar = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState({ left: at.left, top: at.bottom + 14 })

  useEffect(() => () => pointAtLabel(null), [])
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
          onClick={() => tag(label.id)}
          onPointerEnter={() => pointAtLabel(label.id)}
          onPointerLeave={() => pointAtLabel(null)}
          onFocus={() => pointAtLabel(label.id)}
          onBlur={() => pointAtLabel(null)}
        >
          <LabelChip label={label} />
          {label.name}
          <Keycap keys={label.key} />
        </button>
      ))}
      {again && repeated && (
        <button
          type="button"
          className="apart"
          aria-label="Repeat the last tag"
          aria-keyshortcuts="."
          title={`${repeated.name} again, with what was chosen for the last tag.`}
          onClick={again}
        >
          <LabelChip label={repeated} />
          again
          <Keycap keys="." />
        </button>
      )}
      {move && (
        <button
          type="button"
          className="apart"
          aria-label={reshapes ? 'Set the boundaries of the tag' : 'Move the selected tag here'}
          aria-keyshortcuts={reshapes ? 'Enter' : 'm'}
          title="The selected tag gets these words instead of its own."
          onClick={move}
        >
          {reshapes ? 'Set boundaries' : 'Move tag here'}
          <Keycap keys={reshapes ? 'Enter' : 'M'} />
        </button>
      )}
      <button
        type="button"
        className="apart more"
        aria-label="More for these words"
        aria-haspopup="menu"
        title="More for these words"
        onClick={({ currentTarget }) => {
          const { left, bottom } = currentTarget.getBoundingClientRect()
          onMore(left, bottom)
        }}
      >
        ⋯
      </button>
    </div>
  )
}
