import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import { becameOf } from '../history/since'
import { deleteTag, select } from '../state/actions'
import type { OpenedArticle } from '../state/state'
import { useShownSoon } from '../state/soon'
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

/** The list "Tags": one tab stop; arrows move, Enter or a click selects, Delete deletes. It follows the selection. */
export function TagRows({ tags, open }: Props) {
  const rows = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const selected = useShownSoon((state) => state.selected)
  const past = useShownSoon((state) => state.past)
  const now = useShownSoon((state) => state.open)
  const people = useShownSoon(({ project }) => project?.people)
  const scenery = useScenery()
  const [reached, setReached] = useState<string | null>(null)
  const takesFocus = useRef(false)
  const [followed, setFollowed] = useState(selected)
  if (followed !== selected) {
    setFollowed(selected)
    if (selected !== null) setReached(null)
  }

  const placeOf = (id: string | null): number => {
    const tag = annotationIn(open, id)
    return tag ? (placeIn(tags, tag) ?? -1) : -1
  }
  const reachedPlace = placeOf(reached)
  const selectedPlace = placeOf(selected)
  const active = reachedPlace >= 0 ? reachedPlace : Math.max(0, selectedPlace)
  const { from, to } = useWindow(rows, ROW, tags.length, ALL)

  useLayoutEffect(() => {
    if (selectedPlace >= 0 && rows.current) bringIntoView(rows.current, selectedPlace)
  }, [selectedPlace])
  useLayoutEffect(() => {
    if (!takesFocus.current) return
    takesFocus.current = false
    if (rows.current) bringIntoView(rows.current, active)
    list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true })
  })

  const press = (event: KeyboardEvent) => {
    const next = placeAfter(event.key, active, tags.length)
    const tag = tags.at(active)
    if (next !== null) {
      takesFocus.current = true
      setReached(tags.at(next)?.id ?? null)
    } else if (event.key === 'Delete' && tag && open.mine.records.has(tag.id)) {
      takesFocus.current = true
      setReached(tags.at(active + 1 < tags.length ? active + 1 : active - 1)?.id ?? null)
      void deleteTag(tag.id)
    } else return
    event.preventDefault()
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
        onKeyDown={press}
      >
        {drawn.map((place) => {
          const tag = tags.at(place)
          if (!tag) return null
          const set = setWith(open, tag.id) ?? open.mine
          const whose =
            set === open.mine ? null : (people?.find(({ id }) => id === set.annotator)?.name ?? set.annotator)
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
              onSelect={select}
            />
          )
        })}
      </ul>
    </div>
  )
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i)

/** Scrolls only as far as needed. */
function bringIntoView(rows: HTMLElement, place: number): void {
  const top = place * ROW
  if (top < rows.scrollTop) rows.scrollTop = top
  else if (top + ROW > rows.scrollTop + rows.clientHeight) rows.scrollTop = top + ROW - rows.clientHeight
}
