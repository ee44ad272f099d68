import { LeftOut } from '../blind/LeftOut'
import { useCallback, useMemo } from 'react'
import { explain } from '../../../data/model/explain'
import type { Stretch } from '../../record/lines'
import { useShown } from '../../state/store'
import { Button } from '../../ui/Button'
import { useReviewUi } from '../review-ui'
import { Note, StillReading, Working } from '../Working'
import type { Difference } from './differences'
import { DifferenceRows, type ListLine } from './DifferenceRows'
import { ProjectLines } from './project-lines'
import { askAgain, comparedIn, goToPlace, see, stopAsking, useProjectList } from './project-list'
import { useReview } from './review-now'
import styles from './DifferenceList.module.css'

const nobody: readonly string[] = []

/** The differences of all articles, by article; those of the open one as they are now. */
export function ProjectRows({ shown }: { readonly shown: readonly Difference[] }) {
  const found = useProjectList((list) => list.found)
  const problem = useProjectList((list) => list.problem)
  const isAsking = useProjectList((list) => list.isAsking)
  const isStopped = useProjectList((list) => list.isStopped)
  if (problem)
    return (
      <div className={styles['nothing']} role="alert">
        <p>{explain(problem)}</p>
        <Button onClick={askAgain}>Try again</Button>
      </div>
    )
  return (
    <>
      <LeftOut />
      <StillReading />
      {(isAsking || isStopped) && <Asking isFirst={!found} isStopped={isStopped} />}
      {!found ? (
        !isAsking && !isStopped && <p className={styles['nothing']}>It takes two people’s tags to compare.</p>
      ) : found.page.found === 0 ? (
        <p className={styles['nothing']}>No difference is left by these filters.</p>
      ) : (
        <Rows shown={shown} />
      )}
    </>
  )
}

/** How far it is, with a way to stop; quick answers show nothing. */
function Asking({ isFirst, isStopped }: { readonly isFirst: boolean; readonly isStopped: boolean }) {
  // While tags are read it is said how far that is, and the list is compared anew again and again.
  const isSlow = useShown(({ record }) => record.reviewing != null && record.building === null)
  if (isStopped)
    return (
      <Note role="status">
        <p>{isFirst ? 'Stopped before all articles were read.' : 'Stopped. The list is from before.'}</p>
        <Button onClick={askAgain}>Read all articles</Button>
      </Note>
    )
  if (!isFirst && !isSlow) return null
  return <Working doing="Comparing" atFirst="Reading all articles" onCancel={stopAsking} />
}

function Rows({ shown }: { readonly shown: readonly Difference[] }) {
  const found = useProjectList((list) => list.found)!
  const isAsking = useProjectList((list) => list.isAsking)
  useProjectList((list) => list.came)
  const here = useReview((review) => review?.open.article.id)
  const at = useReview((review) => review?.at ?? null)
  const people = useProjectPeople()
  const titles = useTitles()
  const { page, pages } = found
  const lines = useMemo(
    () =>
      new ProjectLines(
        Object.entries(page.counts.articles),
        here === undefined ? null : { article: here, count: shown.length },
      ),
    [page, here, shown.length],
  )
  const isHead = useCallback((line: number) => lines.at(line).is === 'article', [lines])
  const onSee = useCallback(
    (drawn: readonly number[]) => {
      const places = drawn.flatMap((line) => {
        const there = line < lines.count ? lines.at(line) : null
        return there?.is === 'row' ? [there.at] : []
      })
      see(stretchesOf(places))
    },
    [lines],
  )
  const lineAt = (line: number): ListLine => {
    const there = lines.at(line)
    switch (there.is) {
      case 'article':
        return {
          is: 'article',
          article: there.article,
          head: <ArticleHead title={titles.get(there.article)} count={there.count} />,
        }
      case 'open': {
        const difference = shown[there.at]
        return difference ? { is: 'difference', difference } : { is: 'coming' }
      }
      case 'row': {
        const row = pages.at(there.at)
        return row
          ? { is: 'elsewhere', row, people }
          : { is: 'coming', reach: () => void goToPlace(there.at) }
      }
    }
  }
  return (
    <DifferenceRows
      count={lines.count}
      lineAt={lineAt}
      isHead={isHead}
      at={at ? lines.lineOf(shown.indexOf(at)) : -1}
      onSee={onSee}
      isBusy={isAsking}
    />
  )
}

/** Places as stretches, those that follow each other together. */
function stretchesOf(places: readonly number[]): readonly Stretch[] {
  const stretches: { from: number; to: number }[] = []
  for (const place of places) {
    const last = stretches.at(-1)
    if (last?.to === place) last.to = place + 1
    else stretches.push({ from: place, to: place + 1 })
  }
  return stretches
}

const ArticleHead = ({ title, count }: { readonly title: string | undefined; readonly count: number }) => (
  <>
    <span className={styles['article-title']} title={title} dir="auto">
      {title}
    </span>
    <span className={styles['article-count']}>{count.toLocaleString('en-GB')}</span>
  </>
)

/** The titles of all articles, by id. */
function useTitles(): ReadonlyMap<string, string> {
  const articles = useShown(({ project }) => project?.articles)
  return useMemo(() => new Map(articles?.map(({ summary: { id, title } }) => [id, title])), [articles])
}

/** Whose tags are compared in all articles. */
function useProjectPeople(): readonly string[] {
  const project = useShown((state) => state.project)
  const people = useReviewUi((ui) => ui.people)
  return useMemo(() => (project ? comparedIn(project, people) : nobody), [project, people])
}
