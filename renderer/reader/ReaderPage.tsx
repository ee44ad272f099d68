import type { ComponentProps, ReactNode } from 'react'
import type { Article } from '../../data/model/article'
import { ArticleMeta } from './ArticleMeta'
import { directionOf } from './text/direction'

interface Props {
  readonly article: Article
  /** What it is called where the same article stands twice. */
  readonly name?: string
  /** What the margin is beyond being drawn in. */
  readonly margin: ComponentProps<'div'>
  /** What floats over the page. */
  readonly children?: ReactNode
}

/** The page that a `ReaderView` fills: its parts are found by their classes. */
export function ReaderPage({ article, name = article.title, margin, children }: Props) {
  return (
    <div className="sheet" dir={directionOf(article.text)}>
      <ArticleMeta article={article} />
      <div className="page">
        <div className="layer behind" aria-hidden="true" />
        <div role="article" aria-label={name} lang={article.language ?? undefined}>
          <div className="text" tabIndex={0} data-pane-focus />
          <div className="layer lines" aria-hidden="true" />
          <div className="layer over" />
        </div>
        <div className="caret" hidden aria-hidden="true" />
        <div className="margin" {...margin} />
        {children}
      </div>
    </div>
  )
}
