import { useRef, useState } from 'react'
import type { Article } from '../../data/model/article'
import { FindBar } from '../comfort/FindBar'
import { useReadingType } from '../comfort/use-reading-type'
import { PastBanner } from '../history/PastBanner'
import { BlindNotice } from '../review/blind/BlindNotice'
import { isRefusedInPast, reshape } from '../state/actions'
import { useShown } from '../state/store'
import { ReaderHead } from './ReaderHead'
import { ReaderPage } from './ReaderPage'
import { TagMenu, type MenuPlace } from './TagMenu'
import { TagToolbar } from './TagToolbar'
import type { PickedWords } from './reading/picked-words'
import { useReaderView } from './use-reader-view'
import { useTagging } from './use-tagging'
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

function OpenReader({ article }: { readonly article: Article }) {
  const [picked, setPicked] = useState<PickedWords | null>(null)
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  const isPast = useShown(({ past }) => past !== null)
  useReadingType(frame)
  const view = useReaderView(frame, article, {
    pick: (words) => {
      setPicked(words)
      if (!words) reshape(null)
    },
    menu: (at) => !isRefusedInPast() && setMenu(at),
  })
  const tagging = useTagging(picked?.span ?? null)

  const closeMenu = () => {
    setMenu(null)
    view()?.focus()
  }

  return (
    <>
      <ReaderHead />
      <BlindNotice />
      <PastBanner />
      <FindBar />
      <div className="scroller" data-scroller ref={frame}>
        <ReaderPage article={article} margin={{ 'aria-hidden': true }}>
          {picked && !menu && !isPast && (
            <TagToolbar at={picked.box} tagging={tagging} onMore={(x, y) => setMenu({ tag: null, x, y })} />
          )}
        </ReaderPage>
        <Statements />
      </div>
      {menu && <TagMenu at={menu} tagging={tagging} onClose={closeMenu} />}
    </>
  )
}
