import { useRef, useState } from 'react'
import { createStore } from 'zustand/vanilla'
import type { Article } from '../../data/model/article'
import { FindBar } from '../comfort/FindBar'
import { useReadingType } from '../comfort/use-reading-type'
import { PastBanner } from '../history/PastBanner'
import { BlindNotice } from '../review/blind/BlindNotice'
import { isRefusedInPast, reshape } from '../state/actions'
import { useShown } from '../state/store'
import { ReaderHead } from './ReaderHead'
import { ReaderPage } from './ReaderPage'
import { FloatingMenu, FloatingToolbar, noFloats, type Floats } from './Floating'
import { useReaderView } from './use-reader-view'
import { Statements } from '../statements/Statements'
import './drawing/drawing.css'
import './floating.css'
import './reader.css'
import './reading/reading.css'

/** The middle pane: the open article with its tags. */
export function Reader() {
  // Only the id, since React keeps what a component was drawn with before: nothing is to keep an article that was left.
  const article = useShown((state) => state.open?.article.id)
  const isEmpty = useShown((state) => state.project?.articles.length === 0)
  // Under another revision of the codebook everything is drawn anew.
  const codebook = useShown((state) => state.project?.codebook.id)
  if (article !== undefined) return <ReaderOfOpen key={`${article} ${codebook}`} />
  return (
    <div className="reader-empty">
      <p>
        {isEmpty
          ? 'What you import opens here.'
          : 'Choose an article on the left. ↑ and ↓ move, Enter opens.'}
      </p>
    </div>
  )
}

function ReaderOfOpen() {
  const article = useShown((state) => state.open?.article)
  return article && <OpenReader article={article} />
}

/** Drawn once an article: nothing that one does in it goes through here. */
function OpenReader({ article }: { readonly article: Article }) {
  const [floats] = useState(() => createStore<Floats>()(() => noFloats))
  const frame = useRef<HTMLDivElement>(null)
  useReadingType(frame)
  const view = useReaderView(frame, article, {
    pick: (picked) => {
      if (picked || floats.getState().picked) floats.setState({ picked })
      if (!picked) reshape(null)
    },
    menu: (menu) => !isRefusedInPast() && floats.setState({ menu }),
  })

  return (
    <>
      <ReaderHead />
      <BlindNotice />
      <PastBanner />
      <FindBar />
      <div className="scroller" data-scroller ref={frame}>
        <ReaderPage article={article} margin={{ 'aria-hidden': true }}>
          <FloatingToolbar floats={floats} />
        </ReaderPage>
        <Statements />
      </div>
      <FloatingMenu floats={floats} onClose={() => view()?.focus()} />
    </>
  )
}
