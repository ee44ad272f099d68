import { useEffect } from 'react'
import { showMode, openDialog } from '../../state/actions'
import { useShown } from '../../state/store'
import { Button } from '../../ui/Button'
import { ReviewEmpty, ReviewMain, ReviewSide } from '../slots'
import { showReview, useReviewUi } from '../review-ui'
import { DifferenceDetail } from './DifferenceDetail'
import { DifferenceList } from './DifferenceList'
import { useDifferencesUi } from './differences-ui'
import { PeopleChoice } from './PeopleChoice'
import { isOfProject, keepProjectList } from './project-list'
import { keepUp, useReview } from './review-now'
import { ReviewedText, SideBySide } from './ReviewedText'
import { useNamed } from './use-called'
import styles from './DifferencesTab.module.css'

/** Where people's tags differ: all differences, the article with both people's tags, and what becomes of each. */
export function DifferencesTab() {
  useEffect(keepUp, [])
  useEffect(keepProjectList, [])
  const isOfAll = useReviewUi((ui) => isOfProject(ui.filter))
  const isThere = useReview((review) => review !== null)
  const sides = useReview((review) => review?.sides.length ?? 0)
  const isOpen = useShown(({ open }) => open !== null)
  if (!isOpen) return <Empty words="Open an article first. The differences on it are listed here." />
  if (!isThere) return null
  return (
    <>
      <ReviewSide at="left" label="Differences between people’s tags">
        {sides < 2 && !isOfAll ? (
          <p className={styles['nothing']}>Nothing is compared.</p>
        ) : (
          <DifferenceList />
        )}
      </ReviewSide>
      <ReviewMain>
        <PeopleChoice />
        {sides < 2 ? <TooFew /> : <Text />}
      </ReviewMain>
      {sides >= 2 && (
        <ReviewSide at="right" label="Difference">
          <Detail />
        </ReviewSide>
      )}
    </>
  )
}

const Empty = ({ words }: { readonly words: string }) => (
  <ReviewMain>
    <ReviewEmpty>
      <p>{words}</p>
      <Button onClick={() => showMode('read')}>Read an article</Button>
    </ReviewEmpty>
  </ReviewMain>
)

/** Fewer than two people have tagged the article, as far as one may see. */
function TooFew() {
  const there = useReview((review) => review?.there) ?? []
  const title = useReview((review) => review?.open.article.title)
  const hidden = useShown(({ open }) => open?.hidden ?? 0)
  const named = useNamed()
  return (
    <ReviewEmpty>
      <p>{tooFewInWords(title ?? '', there.map(named), hidden)}</p>
      <div className={styles['ways']}>
        <Button onClick={() => showMode('read')}>Read the article</Button>
        <Button look="bare" onClick={() => openDialog('go-to')}>
          Go to another article…
        </Button>
      </div>
    </ReviewEmpty>
  )
}

function tooFewInWords(title: string, there: readonly string[], hidden: number): string {
  if (there.length > 1) return 'Choose two people or more to compare.'
  if (hidden > 0)
    return `Tags of ${hidden === 1 ? '1 other person' : `${hidden} others`} on “${title}” stay hidden until you are done with the article. Then they can be compared.`
  return `${there.length === 0 ? 'Nobody' : `Only ${there[0]}`} has tagged “${title}” so far. It takes two to compare.`
}

function Text() {
  const article = useReview((review) => review?.open.article)
  const codebook = useShown(({ project }) => project?.codebook.id)
  const drawn = useReview((review) => review?.drawn) ?? []
  const isBeside = useDifferencesUi((ui) => ui.sideBySide)
  const named = useNamed()
  if (!article) return null
  const [above = null, below = null] = drawn
  const key = `${article.id} ${codebook}`
  return isBeside ? (
    <SideBySide key={key} article={article} people={drawn.map((id) => ({ id, name: named(id) }))} />
  ) : (
    <ReviewedText key={key} article={article} shown={{ above, below }} />
  )
}

/** The difference that one stands at; or that there is none, or none left to decide. */
function Detail() {
  const isAny = useReview((review) => review?.all.some(({ number }) => number > 0) ?? false)
  const isLeft = useReview(
    (review) =>
      (review?.all.some(({ standing }) => standing === 'open') ||
        // What all have alike is listed where it was asked for, and can be decided on.
        review?.shown.some(({ standing }) => standing === 'alike')) ??
      false,
  )
  const isAt = useReview((review) => review?.at != null)
  const count = useReview((review) => review?.all.length ?? 0)
  return (
    <>
      {!isLeft && (
        <div className={styles['none']} role="status">
          {isAny ? (
            <>
              <p>Nothing left to decide.</p>
              <Button onClick={() => showReview('agreed')}>Agreed set</Button>
            </>
          ) : (
            <p>
              {count === 0
                ? 'They have no tag on this article.'
                : `Nothing differs: all have the same ${count === 1 ? 'tag' : `${count} tags and links`}.`}
            </p>
          )}
        </div>
      )}
      {isAt && <DifferenceDetail />}
    </>
  )
}
