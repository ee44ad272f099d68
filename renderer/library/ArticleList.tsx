import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { ListedArticle } from '../../data/store/views'
import { dwellOn, openArticle } from '../state/actions'
import { useShown } from '../state/store'
import { ArticleChunk, rowId } from './ArticleChunk'
import { chunksOf } from './article-groups'
import { useNearView } from './near-view'
import styles from './ArticleList.module.css'
import { placeAfter } from '../ui/place-after'

interface Props {
  readonly articles: readonly ListedArticle[]
  /** They are in the order of days, which stand between them. */
  readonly byDay: boolean
}

/** The list "Articles": arrows move in it, Enter or a click opens. Only what is near the view is drawn. */
export function ArticleList({ articles, byDay }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const openId = useShown(({ open, opening }) => opening ?? open?.article.id ?? null)
  const chunks = useMemo(() => chunksOf(articles, byDay), [articles, byDay])
  const [reached, setReached] = useState<string | null>(null)
  const near = useNearView(list)
  const [followed, setFollowed] = useState(openId)
  if (followed !== openId) {
    setFollowed(openId)
    setReached(null)
  }

  const places = useMemo(() => new Map(articles.map(({ summary }, i) => [summary.id, i])), [articles])
  const active = reached !== null && places.has(reached) ? reached : openId
  const open = useCallback((id: string) => {
    setReached(id)
    void openArticle(id)
  }, [])

  useEffect(() => dwellOn(reached), [reached])
  useEffect(() => {
    if (active !== null) document.getElementById(rowId(active))?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const press = (event: KeyboardEvent) => {
    const at = active === null ? -1 : (places.get(active) ?? -1)
    const to = placeAfter(event.key, at, articles.length)
    if (to !== null) setReached(articles[to]?.summary.id ?? null)
    else if ((event.key === 'Enter' || event.key === ' ') && active !== null) open(active)
    else return
    event.preventDefault()
  }

  return (
    <div
      ref={list}
      role="listbox"
      aria-label="Articles"
      aria-activedescendant={active === null ? undefined : rowId(active)}
      tabIndex={0}
      data-articles
      data-pane-focus
      className={styles['list']}
      onKeyDown={press}
    >
      {chunks.map((chunk) => {
        const inside = (id: string | null) => {
          const place = id === null ? undefined : places.get(id)
          return place !== undefined && place >= chunk.from && place < chunk.from + chunk.length
        }
        return (
          <ArticleChunk
            key={chunk.from}
            chunk={chunk}
            total={articles.length}
            openId={inside(openId) ? openId : null}
            activeId={inside(active) ? active : null}
            near={near}
            onOpen={open}
          />
        )
      })}
    </div>
  )
}
