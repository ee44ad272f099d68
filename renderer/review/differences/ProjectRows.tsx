import { Fragment, memo, useMemo } from 'react'
import { explain } from '../../../data/model/explain'
import { labelShown } from '../../../data/model/labels-in-force'
import type { DifferenceRow } from '../../../data/review/project-differences'
import { useShown } from '../../state/store'
import { useScenery } from '../../inspector/use-scenery'
import { Button } from '../../ui/Button'
import { classes } from '../../ui/classes'
import { LabelChip } from '../../ui/LabelChip'
import { useReviewUi } from '../review-ui'
import type { Difference } from './differences'
import { articlesIn, rowKind } from './project-rows'
import { askForMore, askAgain, comparedIn, goToRow, useProjectList } from './project-list'
import { useReview } from './review-now'
import { useCalled } from './use-called'
import { DifferenceRows } from './DifferenceRows'
import styles from './DifferenceList.module.css'

const none: readonly Difference[] = []
const nobody: readonly string[] = []

/** The differences of all articles, by article; those of the open one as they are now. */
export function ProjectRows({ shown }: { readonly shown: readonly Difference[] }) {
  const page = useProjectList(({ page: known }) => known)
  const problem = useProjectList((list) => list.problem)
  const isAsking = useProjectList((list) => list.isAsking)
  const here = useReview((review) => review?.open.article.id)
  const articles = useMemo(() => articlesIn(page, here), [page, here])
  if (problem)
    return (
      <div className={styles['nothing']} role="alert">
        <p>{explain(problem)}</p>
        <Button onClick={askAgain}>Try again</Button>
      </div>
    )
  if (!page)
    return (
      <p className={styles['nothing']}>
        {isAsking ? 'Reading all articles…' : 'It takes two people’s tags to compare.'}
      </p>
    )
  if (page.found === 0) return <p className={styles['nothing']}>No difference is left by these filters.</p>
  const place = articles.findIndex(({ article }) => article === here)
  const others = (from: number, to: number) =>
    articles.slice(from, to).map((each) => (
      <Fragment key={each.article}>
        <ArticleHead article={each.article} count={each.count} />
        {each.rows.map((row) => (
          <OtherRow key={row.key} row={row} />
        ))}
      </Fragment>
    ))
  return (
    <DifferenceRows
      shown={place < 0 ? none : shown}
      before={
        <>
          {others(0, Math.max(0, place))}
          {place >= 0 && <ArticleHead article={articles[place]!.article} count={articles[place]!.count} />}
        </>
      }
      after={
        <>
          {others(place + 1, articles.length)}
          {page.rows.length < page.found && (
            <li className={styles['more']}>
              <Button onClick={askForMore}>
                Show more of the {page.found.toLocaleString('en-GB')} differences
              </Button>
            </li>
          )}
        </>
      }
    />
  )
}

function ArticleHead({ article, count }: { readonly article: string; readonly count: number }) {
  const title = useShown(
    ({ project }) => project?.articles.find(({ summary }) => summary.id === article)?.summary.title,
  )
  return (
    <li className={styles['article']} title={title}>
      <span className={styles['article-title']}>{title}</span>
      <span className={styles['article-count']}>{count}</span>
    </li>
  )
}

/** A difference of an article that is not open; it opens there. */
const OtherRow = memo(function OtherRow({ row }: { readonly row: DifferenceRow }) {
  const { codebook } = useScenery()
  const called = useCalled()
  const people = useProjectPeople()
  const kind = rowKind(row, people, codebook, called)
  const tags = row.tags.filter((tag) => tag !== null)
  const labels = [...new Set(tags.flatMap(({ label }) => labelShown(codebook, label) ?? []))]
  const words = tags[0]?.words ?? ''
  const name = [
    kind,
    labels.map((label) => label.name).join(' and '),
    `“${words}”`,
    row.isDecided ? 'decided' : 'open',
  ]
  return (
    <li className={styles['slot']}>
      <button
        type="button"
        className={classes(styles['row'], row.isDecided && styles['settled'])}
        aria-label={name.filter(Boolean).join(', ')}
        data-row
        tabIndex={-1}
        onClick={() => void goToRow(row)}
      >
        <span className={styles['number']} />
        <span className={styles['kind']}>{kind}</span>
        <span className={styles['end']}>
          {row.isDecided ? 'Decided' : labels.map((label) => <LabelChip key={label.id} label={label} />)}
        </span>
        <span className={styles['words']}>{words}</span>
      </button>
    </li>
  )
})

/** Whose tags are compared in all articles. */
function useProjectPeople(): readonly string[] {
  const project = useShown((state) => state.project)
  const people = useReviewUi((ui) => ui.people)
  return useMemo(() => (project ? comparedIn(project, people) : nobody), [project, people])
}
