import { useEffect, type KeyboardEvent } from 'react'
import { draft } from '../state/actions'
import { classes } from '../ui/classes'
import { useDraft } from '../ui/use-draft'
import fields from '../ui/fields.module.css'

interface Props {
  readonly label: string
  readonly value: string
  /** Called with other words than before, without white space around them. */
  readonly onKeep: (value: string) => void
  readonly placeholder?: string
  /** Why words cannot be kept; `null`: they can. */
  readonly fault?: (value: string) => string | null
  readonly className?: string | undefined
  /** Goes on in further lines where it is too long for one. */
  readonly wraps?: boolean
  /** Has lines of its own: Enter makes one, and Ctrl+Enter keeps. */
  readonly isNote?: boolean
  /** What commands find it by. */
  readonly name?: 'entry-name'
  readonly autoFocus?: boolean
  /** Called when the field is left without anything to keep. */
  readonly onLeave?: () => void
}

/** Plain text until it is focused; kept when it is left or with Enter. Escape gives back what was there. */
export function LineField(props: Props) {
  const {
    label,
    value,
    onKeep,
    placeholder = 'Not set',
    fault,
    className,
    wraps = false,
    isNote = false,
    name,
    autoFocus,
    onLeave,
  } = props
  const [words, setWords] = useDraft(value)
  useEffect(() => () => draft(false), [])
  const trimmed = words.trim()
  const wrong = fault?.(trimmed) ?? null

  const keep = () => {
    draft(false)
    if (trimmed !== value && wrong === null) onKeep(trimmed)
    else {
      setWords(value)
      onLeave?.()
    }
  }
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (!isNote || event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      event.currentTarget.blur()
    }
    if (event.key !== 'Escape') return
    event.stopPropagation()
    setWords(value)
    draft(false)
    document.querySelector<HTMLElement>('[data-entries]')?.focus()
  }
  const given = {
    className: classes(fields['field'], fields['quiet'], className),
    'aria-label': label,
    'aria-invalid': wrong !== null,
    title: wrong ?? undefined,
    placeholder,
    value: words,
    autoFocus,
    onBlur: keep,
    onKeyDown: press,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setWords(event.target.value)
      draft(true)
    },
    ...(name === 'entry-name' && { 'data-entry-name': true }),
  }
  return wraps || isNote ? <textarea rows={1} {...given} /> : <input type="text" {...given} />
}
