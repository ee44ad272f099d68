import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Popover } from 'react-aria-components'
import { v7 as uuid7 } from 'uuid'
import type { Annotation, RegistryRecord } from '../../../data/model/records'
import { entryName, Registry } from '../../../data/model/registry'
import { forAria } from '../../commands/key-names'
import { useScenery } from '../../inspector/use-scenery'
import { learntNow } from '../../meaning/learnt'
import type { Kind } from '../../meaning/meanings'
import { newActor, newIssue, newPosition } from '../../meaning/new-entry'
import { nothingInWords } from '../../statements/nothing-in-words'
import { PaletteSections } from '../../statements/PaletteSections'
import { inWords, type Question } from '../../statements/questions'
import type { Answer, Row } from '../../statements/row'
import { asked } from '../../statements/rows'
import { Keycap } from '../../ui/Keycap'
import { quoteOf } from '../../state/tags'
import type { AddEntry } from './draft'
import { meansKeys } from './draft-keys'
import type { ReviewNow } from './review-now'
import styles from './MeansField.module.css'

interface Props {
  readonly review: ReviewNow
  readonly kind: Kind
  /** The reading as a tag of the article. */
  readonly tag: Annotation
  /** With what is to be made along with the decision. */
  readonly registry: readonly RegistryRecord[]
  readonly isOpen: boolean
  readonly onOpen: (isOpen: boolean) => void
  /** `made` are entries that the registries do not have yet; the last of them is what is meant. */
  readonly onChange: (means: string | null, made: readonly AddEntry[]) => void
}

/** Whom or which position a reading means: a button that opens the same choices as the question in the reader. */
export function MeansField({ review, kind, tag, registry, isOpen, onOpen, onChange }: Props) {
  const { registry: records } = useScenery()
  const button = useRef<HTMLButtonElement>(null)
  const record = Registry.of(registry).get(tag.means)
  const isNew = record !== undefined && !records.includes(record)
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
        aria-label={`Means: ${name}${isNew ? `, a new ${kind}` : ''}`}
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-keyshortcuts={forAria(meansKeys[kind])}
        onClick={() => onOpen(!isOpen)}
      >
        <span className={record ? styles['name'] : styles['none']}>{name}</span>
        {isNew && <span className={styles['new']}>new</span>}
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
            registry={registry}
            onTake={(means, made) => {
              onChange(means, made)
              close()
            }}
            onLeave={close}
          />
        )}
      </Popover>
    </>
  )
}

interface PaletteProps extends Pick<Props, 'review' | 'kind' | 'tag' | 'registry'> {
  readonly onTake: Props['onChange']
  readonly onLeave: () => void
}

/**
 * As in the reader: who was called so, whom anybody's tags on the article mean, the project; found as one types, taken by digit
 * too. What the project does not have yet is made by its name; of a position it is asked which issue it answers.
 */
function Palette({ review: { open }, kind, tag, registry, onTake, onLeave }: PaletteProps) {
  const { codebook } = useScenery()
  const [question, setQuestion] = useState<Question>({ is: 'meaning', of: kind })
  const [typed, setTyped] = useState('')
  const [reached, setReached] = useState(0)
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [learnt] = useState(learntNow)
  const rowsFor = useMemo(() => {
    const sets = [open.mine, ...open.others]
    const records = new Map(sets.flatMap((set) => [...set.records]))
    return asked({ article: open.article, records, codebook, registry, learnt }, question, tag)
  }, [open, codebook, registry, learnt, question, tag])
  // That it cannot be told is a thing to say about one's own tag, and no reading of anybody's.
  const sections = rowsFor(typed)
    .map(({ title, rows }) => ({ title, rows: rows.filter(({ answer }) => answer?.is !== 'cannot-tell') }))
    .filter(({ rows }) => rows.length > 0)
  const rows = sections.flatMap((section) => section.rows)
  const active = Math.min(reached, rows.length - 1)
  const words = inWords(question, quoteOf(tag))

  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), [])
  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' })
  })
  const take = (row: Row | undefined) => {
    const answer = row?.answer
    if (answer?.is === 'means') return onTake(answer.means, [])
    if (answer?.is === 'new-position') {
      setQuestion({ is: 'issue', answer: answer.answer })
      setTyped('')
      return setReached(0)
    }
    const made = answer ? madeBy(answer) : []
    const last = made.at(-1)
    if (last) onTake(last.id, made)
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
      {rows.length === 0 && <p className={styles['nothing']}>{nothingInWords(question, typed, false)}</p>}
    </div>
  )
}

/** What an answer makes, a position after the issue that it answers. */
function madeBy(answer: Answer): readonly AddEntry[] {
  const add = (entry: AddEntry['entry']): AddEntry => ({ do: 'add-entry', id: uuid7(), entry })
  if (answer.is === 'new-actor') return [add(newActor(answer.name))]
  if (answer.is !== 'issue') return []
  const { issue, question, answer: position } = answer
  if (issue !== null) return [add(newPosition(issue, position))]
  const asks = add(newIssue(question))
  return [asks, add(newPosition(asks.id, position))]
}
