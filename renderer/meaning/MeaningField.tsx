import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { Popover } from 'react-aria-components'
import { entryName, Registry } from '../../data/model/registry'
import { useScenery } from '../inspector/use-scenery'
import { classes } from '../ui/classes'
import { Icon } from '../ui/Icon'
import fields from '../ui/fields.module.css'
import { learntNow } from './learnt'
import { Meanings, type Entry, type Kind } from './meanings'
import { kindInWords, kindOf } from './new-entry'
import styles from './MeaningField.module.css'

/** What words are to mean: an entry of the registries, or a new actor. */
export type Meant = Readonly<{ is: 'entry'; id: string } | { is: 'new'; name: string }>

interface Props {
  readonly label: string
  /** What may be chosen; nothing may be for a label that means neither. */
  readonly kinds: readonly Kind[]
  readonly value: Meant | null
  /** The words in question: who was called so comes first. */
  readonly words: string
  /** What stands there while nothing is chosen. */
  readonly placeholder?: string
  /** Plain text until it is pointed at or focused. */
  readonly quiet?: boolean
  /** Whether a new actor can be made by its name. */
  readonly makes?: boolean
  /** What an entry is called that is not in the registries yet. */
  readonly nameOf?: ((id: string) => string) | undefined
  readonly onChange: (value: Meant | null) => void
}

interface Choice {
  readonly key: string
  readonly name: string
  readonly beside: string
  readonly meant: Meant
}

/** Rows shown at most. */
const MOST = 8

/** A field for an actor or a position, sought as one types. Emptied, it says nothing. */
export function MeaningField({
  label,
  kinds,
  value,
  words,
  placeholder = 'Not said',
  quiet = false,
  makes = true,
  nameOf = () => '',
  onChange,
}: Props) {
  const { registry: records } = useScenery()
  const registry = Registry.of(records)
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState(0)
  const list = useId()
  const field = useRef<HTMLInputElement>(null)
  const shown = typed ?? nameOfMeant(value, registry, nameOf)
  const choices = useMemo(
    () => (typed === null ? [] : choicesFor(records, kinds, typed, words, makes)),
    [records, kinds, typed, words, makes],
  )
  const isOpen = typed !== null && choices.length > 0

  const close = () => {
    setTyped(null)
    setActive(0)
  }
  const take = (choice: Choice | undefined) => {
    if (!choice) return
    onChange(choice.meant)
    close()
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowDown') {
      if (typed === null) setTyped('')
      else setActive(Math.min(active + 1, choices.length - 1))
    } else if (event.key === 'ArrowUp' && isOpen) setActive(Math.max(0, active - 1))
    else if (event.key === 'Enter' && isOpen) take(choices[active])
    else if (event.key === 'Escape' && typed !== null) close()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const rows = (
    <div
      className={classes(styles['list'], quiet && styles['above'])}
      role="listbox"
      id={list}
      aria-label={label}
    >
      {choices.map((choice, i) => (
        <div
          key={choice.key}
          id={`${list}-${i}`}
          role="option"
          aria-selected={i === active}
          aria-label={[choice.name, choice.beside].filter(Boolean).join(', ')}
          className={classes(styles['row'], i === active && styles['active'])}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => take(choice)}
        >
          {choice.meant.is === 'new' && <Icon name="plus" small />}
          <span className={styles['name']}>{choice.name}</span>
          <span className={styles['beside']}>{choice.beside}</span>
        </div>
      ))}
    </div>
  )
  return (
    <span className={styles['meaning']}>
      <input
        ref={field}
        className={classes(fields['field'], quiet && fields['quiet'])}
        role="combobox"
        aria-label={label}
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={isOpen ? `${list}-${active}` : undefined}
        placeholder={kinds.length === 0 ? 'Tags with this label mean nobody' : placeholder}
        disabled={kinds.length === 0}
        autoComplete="off"
        spellCheck={false}
        value={shown}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
          if (event.target.value === '') onChange(null)
        }}
        onKeyDown={press}
        onBlur={close}
      />
      {isOpen && !quiet && rows}
      {quiet && (
        <Popover
          triggerRef={field}
          placement="bottom end"
          offset={4}
          isNonModal
          isOpen={isOpen}
          onOpenChange={(shown) => !shown && close()}
        >
          {rows}
        </Popover>
      )}
    </span>
  )
}

function nameOfMeant(value: Meant | null, registry: Registry, nameOf: (id: string) => string): string {
  if (value === null) return ''
  if (value.is === 'new') return value.name
  const record = registry.get(value.id)
  return record ? entryName(record) : nameOf(value.id)
}

function choicesFor(
  records: ReturnType<typeof useScenery>['registry'],
  kinds: readonly Kind[],
  typed: string,
  words: string,
  makes: boolean,
): readonly Choice[] {
  const registry = Registry.of(records)
  const found = kinds.flatMap((kind): { item: Entry; name: string }[] => {
    const meanings = Meanings.of(records, learntNow(), kind)
    if (typed.trim() !== '') return [...meanings.find(typed, MOST)]
    const called = meanings.called(words)
    return [...new Set([...called, ...meanings.entries.slice(0, MOST)])].map((item) => ({
      item,
      name: entryName(item),
    }))
  })
  const choices = found.slice(0, MOST).map(({ item, name }): Choice => ({
    key: item.id,
    name: entryName(item),
    beside: name === entryName(item) ? besides(item, registry) : `also “${name}”`,
    meant: { is: 'entry', id: item.id },
  }))
  const name = typed.trim()
  if (name === '' || !makes || !kinds.includes('actor')) return choices
  return [
    ...choices,
    {
      key: 'new',
      name: `New actor “${name}”`,
      beside: kindInWords(kindOf(name)),
      meant: { is: 'new', name },
    },
  ]
}

/** What stands beside an entry's name: its kind and country, or the question that it answers. */
function besides(entry: Entry, registry: Registry): string {
  if (entry.is === 'position') return registry.issue(entry.issue)?.question ?? ''
  return [kindInWords(entry.kind), entry.country].filter(Boolean).join(', ')
}
