import { useMemo, useState } from 'react'
import { ComboBox, Input, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import type { Annotation } from '../../data/model/records'
import { pointAt } from '../state/actions'
import { meaningOf, quoteOf } from '../state/tags'
import { LabelChip } from '../ui/LabelChip'
import fields from '../ui/fields.module.css'
import type { Way } from './link-ways'
import { labelFor } from './tag-words'
import { useScenery } from './use-scenery'
import styles from './Links.module.css'

interface Props {
  readonly way: Way
  /** Nearest first. */
  readonly others: readonly Annotation[]
  readonly onChoose: (id: string) => void
  readonly onClose: () => void
}

/** As many as one looks through; typing brings the others. */
const SHOWN = 60

/** Where the tag at the other end of a new link is chosen: by arrows and Enter, by typing, by a click. */
export function LinkPicker({ way, others, onChoose, onClose }: Props) {
  const scenery = useScenery()
  const [typed, setTyped] = useState('')
  const items = useMemo(() => {
    const sought = typed.trim().toLowerCase()
    return others
      .map((tag) => ({ id: tag.id, tag, quote: quoteOf(tag), meaning: meaningOf(tag, scenery.registry) }))
      .filter(({ quote, meaning }) => `${quote} ${meaning ?? ''}`.toLowerCase().includes(sought))
      .slice(0, SHOWN)
  }, [others, typed, scenery.registry])

  return (
    <ComboBox
      aria-label={`${way.phrase}: choose a tag`}
      items={items}
      inputValue={typed}
      onInputChange={setTyped}
      onChange={(id) => id !== null && onChoose(String(id))}
      onBlur={onClose}
      menuTrigger="focus"
      allowsEmptyCollection
      autoFocus
    >
      <Input
        className={fields['field']!}
        placeholder="Choose a tag"
        onKeyDown={(event) => event.key === 'Escape' && onClose()}
      />
      <Popover className={styles['popover']!} placement="bottom end" offset={4}>
        <ListBox<(typeof items)[number]>
          className={styles['list']!}
          renderEmptyState={() => <div className={styles['nothing']}>No tag has these words.</div>}
        >
          {({ id, tag, quote, meaning }) => (
            <ListBoxItem
              id={id}
              textValue={quote}
              className={styles['option']!}
              onHoverStart={() => pointAt(id)}
              onHoverEnd={() => pointAt(null)}
            >
              <LabelChip label={labelFor(scenery, tag)} named />
              <span className={styles['words']}>{quote}</span>
              {meaning !== null && <span className={styles['meaning']}>{meaning}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
