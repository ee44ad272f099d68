import { useEffect, useId, useMemo, useState, type KeyboardEvent } from 'react'
import { fold } from '../../data/text/fold'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import { placeAfter } from '../ui/place-after'
import styles from './Filter.module.css'

export interface Pick {
  readonly key: string
  readonly name: string
  /** Beside the name, quieter. */
  readonly beside?: string
  readonly isChosen?: boolean
}

interface Props {
  readonly label: string
  readonly placeholder: string
  readonly picks: readonly Pick[]
  /** Several can be chosen: one stays, to choose more. */
  readonly isMany?: boolean
  readonly onPick: (key: string) => void
}

/** Names that are drawn at once: fewer letters never find more than can be looked through. */
const DRAWN = 200

/** A list to choose from. What is typed narrows it, arrows go through it, Enter chooses. */
export function PickList({ label, placeholder, picks, isMany = false, onPick }: Props) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [reached, setReached] = useState(0)
  const folded = useMemo(() => picks.map((pick) => ({ pick, words: fold(pick.name) })), [picks])
  const found = useMemo(() => {
    const sought = fold(typed)
    return folded.filter(({ words }) => words.includes(sought)).map(({ pick }) => pick)
  }, [folded, typed])
  const drawn = found.slice(0, DRAWN)
  const at = Math.min(reached, drawn.length - 1)

  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, at])

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const inText = event.key === 'Home' || event.key === 'End'
    const to = inText ? null : placeAfter(event.key, at, drawn.length)
    const pick = drawn[at]
    if (to !== null) setReached(to)
    else if (event.key === 'Enter' && pick) onPick(pick.key)
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <>
      <input
        className={styles['narrow']}
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={id}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        placeholder={placeholder}
        value={typed}
        autoComplete="off"
        spellCheck={false}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the popover was opened to type here
        autoFocus
        onChange={(event) => {
          setTyped(event.target.value)
          setReached(0)
        }}
        onKeyDown={press}
      />
      <div
        id={id}
        role="listbox"
        aria-label={label}
        aria-multiselectable={isMany || undefined}
        className={styles['picks']}
        hidden={drawn.length === 0}
      >
        {drawn.map(({ key, name, beside, isChosen = false }, i) => (
          <div
            key={key}
            id={`${id}-${i}`}
            role="option"
            aria-selected={isMany ? isChosen : i === at}
            className={classes(styles['pick'], i === at && styles['reached'])}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              setReached(i)
              onPick(key)
            }}
          >
            {isMany && (
              <span className={classes(styles['box'], isChosen && styles['ticked'])}>
                {isChosen && <Icon name="tick" small />}
              </span>
            )}
            <span className={styles['pickName']}>{name}</span>
            {beside !== undefined && <span className={styles['beside']}>{beside}</span>}
          </div>
        ))}
      </div>
      {drawn.length === 0 && <p className={styles['none']}>Nothing is called so.</p>}
      {found.length > drawn.length && (
        <p className={styles['none']}>
          {drawn.length} of {found.length.toLocaleString('en-GB')}. Type to narrow the list.
        </p>
      )}
    </>
  )
}
