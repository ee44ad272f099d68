import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Popover } from 'react-aria-components'
import type { Annotation } from '../../../data/model/records'
import { entryName, Registry } from '../../../data/model/registry'
import { forAria } from '../../commands/key-names'
import { useScenery } from '../../inspector/use-scenery'
import { learntNow } from '../../meaning/learnt'
import type { Kind } from '../../meaning/meanings'
import { PaletteSections } from '../../statements/PaletteSections'
import { inWords } from '../../statements/questions'
import type { Row } from '../../statements/row'
import { asked } from '../../statements/rows'
import { Keycap } from '../../ui/Keycap'
import { quoteOf } from '../../state/tags'
import { meansKeys } from './draft-keys'
import type { ReviewNow } from './review-now'
import styles from './MeansField.module.css'

interface Props {
  readonly review: ReviewNow
  readonly kind: Kind
  /** The reading as a tag of the article. */
  readonly tag: Annotation
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  readonly onChange: (means: string | null) => void
}

/** Whom or which position a reading means: a button that opens the same choices as the question in the reader. */
export function MeansField({ review, kind, tag, isOpen, onOpen, onChange }: Props) {
  const { registry: records } = useScenery()
  const button = useRef<HTMLButtonElement>(null)
  const record = Registry.of(records).get(tag.means)
  const name = record ? entryName(record) : 'Not said'
  const close = () => {
    onOpen(false)
    button.current?.focus()
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles['field']}
        aria-label={`Means: ${name}`}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-keyshortcuts={forAria(meansKeys[kind])}
        onClick={() => onOpen(!isOpen)}
      >
        <span className={record ? styles['name'] : styles['none']}>{name}</span>
        <Keycap keys={meansKeys[kind]} />
      </button>
      <Popover
        triggerRef={button}
        placement="bottom end"
        offset={4}
        isNonModal
        isOpen={isOpen}
        onOpenChange={(shown) => !shown && onOpen(false)}
      >
        {isOpen && (
          <Palette
            review={review}
            kind={kind}
            tag={tag}
            onTake={(means) => {
              onChange(means)
              close()
            }}
            onLeave={close}
          />
        )}
      </Popover>
    </>
  )
}

interface PaletteProps extends Pick<Props, 'review' | 'kind' | 'tag'> {
  readonly onTake: (means: string | null) => void
  readonly onLeave: () => void
}

/** As in the reader: who was called so, whom anybody's tags on the article mean, the project; found as one types, taken by digit too. */
function Palette({ review: { open }, kind, tag, onTake, onLeave }: PaletteProps) {
  const { codebook, registry } = useScenery()
  const [typed, setTyped] = useState('')
  const [reached, setReached] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [learnt] = useState(learntNow)
  const question = { is: 'meaning', of: kind } as const
  const rowsFor = useMemo(() => {
    const sets = [open.mine, ...open.others]
    const records = new Map(sets.flatMap((set) => [...set.records]))
    return asked(
      { article: open.article, records, codebook, registry, learnt },
      { is: 'meaning', of: kind },
      tag,
    )
  }, [open, codebook, registry, learnt, kind, tag])
  // What makes an entry anew is done in the reader and the registry; a decision names one that is there.
  const sections = rowsFor(typed)
    .map(({ title, rows }) => ({ title, rows: rows.filter(({ answer }) => answer?.is === 'means') }))
    .filter(({ rows }) => rows.length > 0)
  const rows = sections.flatMap((section) => section.rows)
  const active = Math.min(reached, rows.length - 1)
  const words = inWords(question, quoteOf(tag))

  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), [])
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })
  const take = (row: Row | undefined) => {
    if (row?.answer?.is === 'means') onTake(row.answer.means)
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return
    const digit = /^[1-9]$/.test(event.key) ? rows[Number(event.key) - 1] : undefined
    if (event.key === 'Escape') onLeave()
    else if (event.key === 'Enter') take(rows[active])
    else if (event.key === 'ArrowDown') setReached(Math.min(active + 1, rows.length - 1))
    else if (event.key === 'ArrowUp') setReached(Math.max(active - 1, 0))
    else if (digit) take(digit)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      className={styles['palette']}
      onMouseDown={(event) => event.target !== field.current && event.preventDefault()}
    >
      <input
        ref={field}
        className={styles['typed']}
        role="combobox"
        aria-label={words}
        aria-expanded={rows.length > 0}
        aria-controls="means-rows"
        aria-autocomplete="list"
        aria-activedescendant={rows[active] ? `means-${active}` : undefined}
        placeholder={words}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setReached(0)
        }}
        onKeyDown={press}
        onBlur={(event) => {
          if (!event.currentTarget.parentElement?.contains(event.relatedTarget) && document.hasFocus())
            onLeave()
        }}
        autoComplete="off"
        spellCheck={false}
      />
      <div ref={list} id="means-rows" role="listbox" aria-label={words} className={styles['rows']}>
        <PaletteSections
          sections={sections}
          active={active}
          idOf={(at) => `means-${at}`}
          hasDigits
          onTake={take}
        />
      </div>
      {rows.length === 0 && (
        <p className={styles['nothing']}>
          {typed.trim() === ''
            ? `The project has no ${kind} yet that this could be.`
            : 'Nothing is called so. Fewer letters find more.'}
        </p>
      )}
    </div>
  )
}
