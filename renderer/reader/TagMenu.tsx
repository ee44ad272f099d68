import { Menu, MenuItem, MenuSection, Header, Popover, Separator } from 'react-aria-components'
import { useRef } from 'react'
import { activeLabels } from '../../data/model/labels-in-force'
import { carryOut, deleteTag, focusNote } from '../state/actions'
import { useShown } from '../state/store'
import { useKeys } from '../commands/commands-now'
import { openTagAll } from '../occurrences/tag-all'
import { annotationIn, quoteOf } from '../state/tags'
import { Keycap } from '../ui/Keycap'
import { LabelChip } from '../ui/LabelChip'
import type { Tagging } from './use-tagging'

/** Where the menu opens, in pixels of the window: for a tag, or with `null` for the selected words. */
export interface MenuPlace {
  readonly tag: string | null
  readonly x: number
  readonly y: number
}

interface Props {
  readonly at: MenuPlace
  readonly tagging: Tagging
  readonly onClose: () => void
}

/** What can be done with the words or the tag under the pointer. */
export function TagMenu({ at, tagging, onClose }: Props) {
  const labels = useShown(({ project }) => project && activeLabels(project.codebook)) ?? []
  const open = useShown((state) => state.open)
  const allKeys = useKeys('tag.all')
  const trigger = useRef<HTMLSpanElement>(null)
  const tag = open && annotationIn(open, at.tag)
  const isMine = tag !== null && open?.mine.records.has(tag.id) === true

  const act = (key: string) => {
    const [what, label] = key.split(' ')
    if (what === 'tag' && label) tagging.tag(label)
    if (what === 'add') tagging.add?.()
    if (what === 'take-out') tagging.takeOut?.()
    // Once the menu has given the focus back, to which the panel gives it back in turn.
    if (what === 'all')
      requestAnimationFrame(() =>
        openTagAll(tag ? { words: quoteOf(tag), label: tag.label, means: tag.means } : undefined),
      )
    if (!tag) return
    const { article, id } = tag
    if (what === 'relabel' && label) void carryOut({ do: 'relabel', article, annotation: id, label })
    if (what === 'note') focusNote()
    if (what === 'delete') void deleteTag(id)
  }

  return (
    <>
      <span ref={trigger} className="menu-anchor" style={{ left: at.x, top: at.y }} />
      <Popover
        triggerRef={trigger}
        isOpen
        onOpenChange={(isOpen) => !isOpen && onClose()}
        placement="bottom start"
        offset={2}
        className="tag-menu"
      >
        <Menu
          autoFocus="first"
          aria-label={tag ? 'Tag' : 'Selected words'}
          onAction={(key) => act(String(key))}
          onClose={onClose}
        >
          <MenuSection>
            <Header>{tag ? (isMine ? 'Change to' : 'Somebody else’s tag') : 'Tag as'}</Header>
            {labels
              .filter(({ id }) => (tag ? isMine && id !== tag.label : true))
              .map((label) => (
                <MenuItem key={label.id} id={`${tag ? 'relabel' : 'tag'} ${label.id}`} textValue={label.name}>
                  <LabelChip label={label} />
                  {label.name}
                  {!tag && <Keycap keys={label.key} />}
                </MenuItem>
              ))}
          </MenuSection>
          {(!tag || isMine) && <Separator />}
          {(!tag || isMine) && (
            <MenuItem id="all" textValue="Tag all occurrences…">
              Tag all occurrences…
              {allKeys !== undefined && <Keycap keys={allKeys} />}
            </MenuItem>
          )}
          {!tag && (tagging.add ?? tagging.takeOut) && (
            <>
              {tagging.add && (
                <MenuItem id="add" textValue="Add to the selected tag">
                  Add to the selected tag
                  <Keycap keys="＋" />
                </MenuItem>
              )}
              {tagging.takeOut && (
                <MenuItem id="take-out" textValue="Take out of the selected tag">
                  Take out of the selected tag
                  <Keycap keys="−" />
                </MenuItem>
              )}
            </>
          )}
          {isMine && (
            <>
              <MenuItem id="note" textValue="Write a note">
                Write a note
              </MenuItem>
              <MenuItem id="delete" textValue="Delete">
                Delete
                <Keycap keys="Delete" />
              </MenuItem>
            </>
          )}
        </Menu>
      </Popover>
    </>
  )
}
