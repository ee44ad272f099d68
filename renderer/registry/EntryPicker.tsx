import { useId, useMemo, useState, type KeyboardEvent } from 'react'
import type { RegistryRecord } from '../../data/model/records'
import { entryName, type Registry } from '../../data/model/registry'
import { Names } from '../../data/text/fuzzy'
import { classes } from '../ui/classes'
import fields from '../ui/fields.module.css'
import { lineUnder } from './registry-words'
import styles from './EntryPicker.module.css'

interface Props {
  readonly label: string
  readonly registry: Registry
  /** In the order in which they are offered before anything is typed. */
  readonly entries: readonly RegistryRecord[]
  readonly onChoose: (id: string) => void
  /** Called with Escape, and when the focus leaves. */
  readonly onClose?: () => void
  /** A last row that makes what was typed. */
  readonly onNew?: { readonly words: (typed: string) => string; readonly make: (typed: string) => void }
  readonly autoFocus?: boolean
}

const SHOWN = 40

/** Where one of the entries is chosen: by typing any of its names, by arrows and Enter, by a click. */
export function EntryPicker({
  label,
  registry,
  entries,
  onChoose,
  onClose,
  onNew,
  autoFocus = false,
}: Props) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const names = useMemo(
    () => new Names(entries, (record) => registry.namesOf(record.id)),
    [entries, registry],
  )
  const found = useMemo(() => names.find(typed, SHOWN), [names, typed])
  const isNew = onNew !== undefined && typed.trim() !== ''
  const rows = found.length + (isNew ? 1 : 0)

  const take = (row: number) => {
    const record = found[row]?.item
    if (record) onChoose(record.id)
    else if (isNew && row === found.length) onNew.make(typed.trim())
  }
  const goTo = (row: number) => {
    const to = Math.max(0, Math.min(rows - 1, row))
    setActive(to)
    document.getElementById(`${id}-${to}`)?.scrollIntoView({ block: 'nearest' })
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') goTo(active + 1)
    else if (event.key === 'ArrowUp') goTo(active - 1)
    else if (event.key === 'Enter') take(active)
    else if (event.key === 'Escape' && onClose) onClose()
    else return
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <div
      className={styles['picker']}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && onClose?.()}
    >
      <input
        type="text"
        role="combobox"
        className={fields['field']}
        aria-label={label}
        aria-expanded={rows > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={rows > 0 ? `${id}-${active}` : undefined}
        placeholder={label}
        autoFocus={autoFocus}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={press}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className={styles['list']} hidden={rows === 0}>
        {found.map(({ item, name }, row) => (
          <div
            key={item.id}
            id={`${id}-${row}`}
            role="option"
            aria-selected={row === active}
            className={classes(styles['option'], row === active && styles['active'])}
            // The field keeps the focus, so that its list stays until something is taken.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(row)}
          >
            <span className={styles['name']}>{entryName(item)}</span>
            <Beside words={name === entryName(item) ? beside(registry, item) : `also “${name}”`} />
          </div>
        ))}
        {isNew && (
          <div
            id={`${id}-${found.length}`}
            role="option"
            aria-selected={active === found.length}
            className={classes(styles['option'], active === found.length && styles['active'])}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(found.length)}
          >
            {onNew.words(typed.trim())}
          </div>
        )}
      </div>
      {rows === 0 && (
        <p className={styles['nothing']}>
          {typed.trim() === '' ? 'There is nothing to choose from.' : `Nothing is called “${typed.trim()}”.`}
        </p>
      )}
    </div>
  )
}

const Beside = ({ words }: { readonly words: string }) =>
  words !== '' && <span className={styles['beside']}>{words}</span>

function beside(registry: Registry, record: RegistryRecord): string {
  if (record.is === 'actor') return lineUnder(registry, record)
  return record.is === 'position' ? (registry.issue(record.issue)?.question ?? '') : ''
}
