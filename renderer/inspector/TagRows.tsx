import {
  useCallback,
  useLayoutEffect,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
} from 'react'
import { changeTags, tagsNow } from '../bulk/bulk'
import { letGo, pick, pickTo, turnPick, usePicked } from '../bulk/picked'
import { becameOf } from '../history/since'
import { deleteTag, select } from '../state/actions'
import type { OpenedArticle } from '../state/state'
import { useShownSoon } from '../state/soon'
import { store } from '../state/store'
import { placeIn, type Tags } from '../state/tag-list'
import { annotationIn, quoteOf, setWith } from '../state/tags'
import { besideOf, fullName, labelFor } from './tag-words'
import { TagRow } from './TagRow'
import { useScenery } from './use-scenery'
import { useWindow } from '../ui/use-window'
import { placeAfter } from '../ui/place-after'
import styles from './TagList.module.css'

/** CSS pixels; `--row` of the tokens. */
const ROW = 30

/** Up to here all rows are drawn; beyond, those near the view. */
const ALL = 150

interface Props {
  readonly tags: Tags
  readonly open: OpenedArticle
}

/** The tag whose row one has come to, and what was selected when one did: what is selected later goes before it. */
interface Reached {
  readonly id: string
  readonly under: string | null
}

/**
 * The list "Tags": one tab stop; arrows move, Enter or a click selects, Delete deletes. It follows the selection. Several of
 * mine are picked with Shift and arrows or a click, Ctrl and a click or Space, or Ctrl+A; Escape picks none.
 */
export function TagRows({ tags, open }: Props) {
  const rows = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const selected = useShownSoon((state) => state.selected)
  const past = useShownSoon((state) => state.past)
  const now = useShownSoon((state) => state.open)
  const people = useShownSoon(({ project }) => project?.people)
  const scenery = useScenery()
  const picked = usePicked()
  const [reached, setReached] = useState<Reached | null>(null)
  const reach = useCallback((id: string) => setReached({ id, under: store.getState().selected }), [])
  const takesFocus = useRef(false)

  const placeOf = (id: string | null): number => {
    const tag = annotationIn(open, id)
    return tag ? (placeIn(tags, tag) ?? -1) : -1
  }
  const selectedPlace = placeOf(selected)
  const [followed, setFollowed] = useState(selected)
  if (followed !== selected) {
    setFollowed(selected)
    if (selectedPlace >= 0 && reached?.under !== selected) setReached(null)
  }
  const reachedPlace = placeOf(reached?.id ?? null)
  const active = reachedPlace >= 0 ? reachedPlace : Math.max(0, selectedPlace)
  const { from, to } = useWindow(rows, ROW, tags.length, ALL)

  useLayoutEffect(() => {
    if (selectedPlace >= 0 && rows.current) bringIntoView(rows.current, selectedPlace)
  }, [selectedPlace])
  // The focus goes with what is selected, so that one row alone is shown as come to.
  useLayoutEffect(() => {
    if (reached === null && selectedPlace >= 0 && list.current?.contains(document.activeElement))
      list.current.querySelector<HTMLElement>('[aria-current] button')?.focus({ preventScroll: true })
  }, [reached, selectedPlace])
  useLayoutEffect(() => {
    if (!takesFocus.current) return
    takesFocus.current = false
    if (rows.current) bringIntoView(rows.current, active)
    list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  })

  // Rows are drawn again when what they are given is another, and this is always the same.
  const shown = useRef({ tags, active })
  useLayoutEffect(() => {
    shown.current = { tags, active }
  })
  const click = useCallback(
    (id: string, { shiftKey, ctrlKey, metaKey }: MouseEvent) => {
      const list = shown.current.tags
      if (shiftKey) pickTo(idsOf(list), id, list.at(shown.current.active)?.id ?? null)
      else if (ctrlKey || metaKey) turnPick(id)
      else {
        letGo()
        select(id)
      }
      reach(id)
    },
    [reach],
  )

  const takeFocus = ({ target }: FocusEvent) => {
    const place = target.closest('li')?.ariaPosInSet
    if (place != null) reach(tags.idAt(Number(place) - 1))
  }
  const press = (event: KeyboardEvent) => {
    // What was selected since one came to a row is shown here two frames later; a key means it now.
    const { selected: chosen } = store.getState()
    const chosenPlace = chosen === (reached ? reached.under : selected) ? -1 : placeOf(chosen)
    const at = chosenPlace >= 0 ? chosenPlace : active
    const next = placeAfter(event.key, at, tags.length)
    const tag = tags.at(at)
    const isHeld = event.ctrlKey || event.metaKey
    if (isHeld && event.key.toLowerCase() === 'a') pick(idsOf(tags), null)
    else if (isHeld && event.key === ' ' && tag) turnPick(tag.id)
    else if (event.key === 'Escape' && picked.size > 0) letGo()
    else if (next !== null) {
      takesFocus.current = true
      const to = tags.at(next)?.id
      if (to === undefined) return
      reach(to)
      if (event.shiftKey) pickTo(idsOf(tags), to, tag?.id ?? null)
    } else if (event.key === 'Delete' && tag && picked.size > 1 && picked.has(tag.id)) {
      takesFocus.current = true
      void changeTags(tagsNow(), { is: 'delete' })
    } else if (event.key === 'Delete' && tag && open.mine.records.has(tag.id)) {
      takesFocus.current = true
      const next = tags.at(at + 1 < tags.length ? at + 1 : at - 1)
      if (next) reach(next.id)
      void deleteTag(tag.id)
    } else return
    event.preventDefault()
    event.stopPropagation()
  }

  const drawn = range(from, to)
  if (tags.length > 0 && !drawn.includes(active)) drawn.push(active)
  return (
    <div ref={rows} className={styles['rows']}>
      <ul
        ref={list}
        role="list"
        aria-label="Tags"
        className={styles['list']}
        style={{ height: tags.length * ROW }}
        onFocus={takeFocus}
        onKeyDown={press}
      >
        {drawn.map((place) => {
          const tag = tags.at(place)
          if (!tag) return null
          const set = setWith(open, tag.id) ?? open.mine
          const whose =
            set === open.mine
              ? null
              : set === open.agreed
                ? 'Agreed set'
                : (people?.find(({ id }) => id === set.annotator)?.name ?? set.annotator)
          const beside = besideOf(scenery, set.records, tag)
          const became = becameOf(past, now, tag.id)
          const name = fullName(scenery.codebook, tag, beside, whose)
          return (
            <TagRow
              key={tag.id}
              id={tag.id}
              label={labelFor(scenery, tag)}
              quote={quoteOf(tag)}
              language={open.article.language}
              name={became ? `${name}, ${became} since` : name}
              beside={beside?.shown ?? ''}
              besideSaid={beside?.said ?? ''}
              became={became}
              whose={whose}
              place={place}
              total={tags.length}
              isSelected={tag.id === selected}
              isActive={place === active}
              isPicked={picked.size === 0 ? null : picked.has(tag.id)}
              onClick={click}
            />
          )
        })}
      </ul>
    </div>
  )
}

const idsOf = (tags: Tags): readonly string[] =>
  Array.from({ length: tags.length }, (_, place) => tags.idAt(place))

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

/** Scrolls only as far as needed. */
function bringIntoView(rows: HTMLElement, place: number): void {
  const top = place * ROW
  if (top < rows.scrollTop) rows.scrollTop = top
  else if (top + ROW > rows.scrollTop + rows.clientHeight) rows.scrollTop = top + ROW - rows.clientHeight
}
