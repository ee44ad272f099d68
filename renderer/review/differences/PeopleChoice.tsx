import { useRef, useState } from 'react'
import { Popover } from 'react-aria-components'
import { useKeys } from '../../commands/commands-now'
import { IconButton } from '../../ui/Button'
import { Button } from '../../ui/Button'
import { Initials } from '../../ui/Initials'
import { Select } from '../../ui/Select'
import { setPeople } from '../review-ui'
import { draw, toggleQuiet, toggleSideBySide, useDifferencesUi } from './differences-ui'
import { useReview } from './review-now'
import { useNamed } from './use-called'
import styles from './PeopleChoice.module.css'

/** Whose tags are compared: two of them are drawn, and any of those who have tagged the article is chosen in their place. */
export function PeopleChoice() {
  const there = useReview((review) => review?.there) ?? none
  const sides = useReview((review) => review?.sides) ?? none
  const drawn = useReview((review) => review?.drawn) ?? none
  const named = useNamed()
  const isBeside = useDifferencesUi((ui) => ui.sideBySide)
  const hidesQuiet = useDifferencesUi((ui) => ui.hidesQuiet)
  const keys = { quiet: useKeys('review.quiet'), beside: useKeys('review.side-by-side') }
  if (sides.length < 2 && there.length < 2) return null

  /** Puts somebody in one of the two places; who stood there goes, unless more are compared than are drawn. */
  const put = (place: number, annotator: string) => {
    const other = drawn[1 - place]
    const next = place === 0 ? [annotator, other] : [other, annotator]
    const two = next.filter((each) => each !== undefined)
    if (annotator === other) return draw([drawn[1]!, drawn[0]!])
    if (!sides.includes(annotator)) setPeople(sides.map((side) => (side === drawn[place] ? annotator : side)))
    draw(two)
  }

  return (
    <div className={styles['row']} role="group" aria-label="What is compared">
      {drawn.map((annotator, place) => (
        <span key={place === 0 ? 'above' : 'below'} className={styles['person']}>
          <span aria-hidden="true" className={styles['initials']}>
            <Initials of={named(annotator)} />
          </span>
          <Select
            label={place === 0 ? 'Above the words' : 'Below the words'}
            quiet
            value={annotator}
            options={there.map((id) => ({ value: id, name: named(id) }))}
            onChange={(chosen) => put(place, chosen)}
          />
          <span className={styles['where']}>{isBeside ? '' : place === 0 ? 'above the words' : 'below'}</span>
        </span>
      ))}
      {there.length > 2 && <More there={there} sides={sides} />}
      <span className={styles['tools']}>
        <Button
          look="bare"
          keys={keys.quiet}
          aria-pressed={hidesQuiet}
          title={
            hidesQuiet
              ? 'Show what all have alike, and what is decided'
              : 'Hide what all have alike, and what is decided'
          }
          onClick={toggleQuiet}
        >
          {hidesQuiet ? 'Show agreed' : 'Hide agreed'}
        </Button>
        <IconButton
          icon="columns"
          label={isBeside ? 'Both in one text' : 'Side by side'}
          keys={keys.beside}
          aria-pressed={isBeside}
          onClick={toggleSideBySide}
        />
      </span>
    </div>
  )
}

const none: readonly string[] = []

/** Everybody who can be compared, each ticked or not; two stay at least. */
function More({ there, sides }: { readonly there: readonly string[]; readonly sides: readonly string[] }) {
  const named = useNamed()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const toggle = (annotator: string) => {
    const next = sides.includes(annotator)
      ? sides.filter((side) => side !== annotator)
      : [...sides, annotator]
    if (next.length >= 2) setPeople(next)
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles['more']}
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {sides.length} of {there.length} compared
      </button>
      <Popover triggerRef={button} placement="bottom end" offset={4} isOpen={isOpen} onOpenChange={setOpen}>
        <div className={styles['list']} role="group" aria-label="Whose tags are compared">
          {there.map((id) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={sides.includes(id)}
                disabled={sides.length <= 2 && sides.includes(id)}
                onChange={() => toggle(id)}
              />
              <span className={styles['name']} title={named(id)}>
                {named(id)}
              </span>
            </label>
          ))}
        </div>
      </Popover>
    </>
  )
}
