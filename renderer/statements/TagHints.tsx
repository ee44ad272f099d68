import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { labelShown } from '../../data/model/labels-in-force'
import { useScenery } from '../inspector/use-scenery'
import { activeReader } from '../reader/active-reader'
import { pointAt } from '../state/actions'
import { nameOf } from '../state/tags'
import { classes } from '../ui/classes'
import { leave, takeHint, useFlow, type Hint } from './flow'
import { hintKey } from './hint-letters'
import styles from './TagHints.module.css'

/** Letters at the tags on the screen, while they are shown. */
export function TagHints() {
  const shown = useFlow(({ hints }) => hints)
  return shown && <Hints key={shown.purpose} purpose={shown.purpose} hints={shown.hints} />
}

interface Props {
  readonly purpose: 'select' | 'link'
  /** In text order. */
  readonly hints: readonly Hint[]
}

/** A list that has the keyboard: letters take a tag, arrows go through them and Enter takes one. */
function Hints({ purpose, hints }: Props) {
  const { codebook } = useScenery()
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [reached, setReached] = useState(-1)

  useLayoutEffect(() => list.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    const scroller = activeReader()?.scroller
    scroller?.setAttribute('data-hinting', '')
    return () => {
      scroller?.removeAttribute('data-hinting')
      pointAt(null)
    }
  }, [])

  const reach = (place: number) => {
    const next = (place + hints.length) % hints.length
    setReached(next)
    pointAt(hints[next]?.tag.id ?? null)
  }

  const type = (letter: string) => {
    const next = typed + letter
    const taken = hints.find(({ letters }) => letters === next)
    if (taken) takeHint(taken)
    else if (hints.some(({ letters }) => letters.startsWith(next))) setTyped(next)
  }

  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    // The key that asked for the letters may be held still.
    const letter = event.repeat ? null : hintKey(event.nativeEvent)
    const hint = hints[reached]
    if (event.key === 'Escape' || event.key === 'Tab') leave()
    else if (event.key === 'Backspace') setTyped('')
    else if (event.key === 'ArrowDown' || event.key === 'ArrowRight') reach(reached + 1)
    else if (event.key === 'ArrowUp' || event.key === 'ArrowLeft') reach(Math.max(reached, 0) - 1)
    else if (event.key === 'Enter' && hint) takeHint(hint)
    else if (letter !== null) type(letter)
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={-1}
      className={styles['hints']}
      aria-label={purpose === 'select' ? 'Tags in view' : 'Tags in view that can be linked'}
      aria-activedescendant={reached >= 0 ? `hint-${reached}` : undefined}
      onKeyDown={press}
      onBlur={() => leave(true)}
    >
      {hints.map((hint, i) => {
        const { tag, letters, left, top } = hint
        const hue = labelShown(codebook, tag.label)?.hue
        return (
          <span
            key={tag.id}
            id={`hint-${i}`}
            role="option"
            aria-selected={i === reached}
            aria-label={`${[...letters].join(' ')}: ${nameOf(codebook, tag)}`}
            className={classes(
              styles['hint'],
              i === reached && styles['reached'],
              !letters.startsWith(typed) && styles['out'],
            )}
            style={{ left, top, '--chip': hue ? `var(--${hue}-ink, var(--ink-3))` : 'var(--ink-3)' }}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => takeHint(hint)}
          >
            <span className={styles['typed']}>{letters.startsWith(typed) ? typed : ''}</span>
            {letters.startsWith(typed) ? letters.slice(typed.length) : letters}
          </span>
        )
      })}
    </div>
  )
}
