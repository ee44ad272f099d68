import { useEffect, useRef } from 'react'
import type { Article } from '../../../data/model/article'
import { useReadingType } from '../../comfort/use-reading-type'
import { ReaderPage } from '../../reader/ReaderPage'
import { useReviewedText, type Shown } from './use-reviewed-text'
import '../../reader/drawing/drawing.css'
import '../../reader/reader.css'
import '../../reader/reading/reading.css'
import './reviewed-text.css'

interface Props {
  readonly article: Article
  readonly shown: Shown
  /** What tells it from another that shows the same article beside it. */
  readonly whose?: string
}

/** The article with the tags of those who are compared, drawn as the reader draws them. */
export function ReviewedText({ article, shown, whose }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  useReadingType(frame)
  useReviewedText(frame, article, shown)
  const name = whose === undefined ? article.title : `${article.title}, ${whose}`
  return (
    <div className="scroller reviewed" data-scroller data-linked-scroll ref={frame}>
      <ReaderPage
        article={article}
        name={name}
        margin={{ role: 'toolbar', 'aria-label': 'Numbers of the differences', tabIndex: 0 }}
      />
    </div>
  )
}

/** The article twice, each with the tags of one; what one scrolls, the other follows. */
export function SideBySide({
  article,
  people,
}: {
  readonly article: Article
  readonly people: readonly { readonly id: string; readonly name: string }[]
}) {
  const holder = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (people.length === 0) return
    const all = [...(holder.current?.querySelectorAll<HTMLElement>('[data-linked-scroll]') ?? [])]
    const stop = new AbortController()
    for (const scroller of all)
      scroller.addEventListener(
        'scroll',
        () => {
          for (const other of all)
            if (other.scrollTop !== scroller.scrollTop) other.scrollTop = scroller.scrollTop
        },
        { passive: true, signal: stop.signal },
      )
    return () => stop.abort()
  }, [people])
  return (
    <div className="two-texts" ref={holder}>
      {people.map(({ id, name }) => (
        <section key={id} aria-label={`Tags of ${name}`}>
          <h3>{name}</h3>
          <ReviewedText article={article} shown={{ above: null, below: id }} whose={name} />
        </section>
      ))}
    </div>
  )
}
