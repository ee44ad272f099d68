import { useLayoutEffect, useRef, type RefObject } from 'react'
import type { Article } from '../../../data/model/article'
import { setReaderOver } from '../../reader/active-reader'
import { ReaderView } from '../../reader/reader-view'
import type { ShownLook } from '../../reader/shown-look'
import { useArticleView, type OpenedView, type OpenView } from '../../reader/use-article-view'
import { noTags } from '../../state/tag-list'
import { annotationsIn } from '../../state/tags'
import { goToGroup } from '../review-ui'
import type { Difference } from './differences'
import { bringToFront, differencesUi } from './differences-ui'
import { frontOf } from './front'
import { reviewNow, watchReview, type ReviewNow } from './review-now'

/** Whose tags stand where. In a column of its own, one person's hang below the words. */
export interface Shown {
  readonly above: string | null
  readonly below: string | null
}

/** Keeps a reader in the elements below `frame` that shows what is reviewed, straight from the state. */
export function useReviewedText(frame: RefObject<HTMLElement | null>, article: Article, shown: Shown): void {
  const wanted = useRef(shown)
  const view = useArticleView(frame, article, (...on) => opened(wanted, ...on))
  useLayoutEffect(() => {
    wanted.current = shown
    if (view.current) following(view.current, wanted, article.id)()
  }, [shown, article, view])
}

/** The reader in which one compares: who selects a tag goes to its difference. */
function opened(
  wanted: { readonly current: Shown },
  ...[parts, article, codebook]: Parameters<OpenView>
): OpenedView {
  const differenceOf = (id: string) => reviewNow()?.of.get(id)
  const view = new ReaderView(parts, article, codebook, {
    select: (id) => id !== null && standAt(id),
    pointAt: () => undefined,
    pick: () => undefined,
    picked: () => undefined,
    menu: () => undefined,
    settledAs: ({ id }) => settledAs(differenceOf(id)),
    signOf: ({ id }) => reviewNow()?.signs.get(id) ?? null,
  })
  setReaderOver(view)
  const follow = following(view, wanted, article.id)
  follow()
  const stops = [watchReview(follow), differencesUi.subscribe(follow), listenToSigns(parts.margin)]
  const leave = () => {
    for (const stop of stops) stop()
    setReaderOver(null)
  }
  return { view, leave }
}

/** How a tag steps back whose difference is not open: what was rejected is crossed. */
function settledAs(difference: Difference | undefined): 'quiet' | 'rejected' | null {
  if (difference?.standing === 'open') return null
  const isRejected = difference?.standing === 'decided' && difference.decided[0]?.decision.action === 'reject'
  return isRejected ? 'rejected' : 'quiet'
}

/** One goes to the difference in which a tag stands, and its reading comes to the front. */
function standAt(id: string): void {
  const review = reviewNow()
  const difference = review?.of.get(id)
  if (!review || !difference) return
  const { group } = difference
  const made: readonly ({ readonly id: string } | null)[] = group.is === 'tags' ? group.tags : group.links
  goToGroup(difference.key)
  bringToFront(made.findIndex((each) => each?.id === id))
}

/** A number in the margin goes to its difference; the arrows go from number to number, as in any toolbar. */
function listenToSigns(margin: HTMLElement): () => void {
  const stop = new AbortController()
  const signs = () =>
    [...margin.querySelectorAll<HTMLElement>('[data-sign-of]')].filter((each) => !each.matches('.beyond'))
  margin.addEventListener(
    'click',
    ({ target }) => {
      const id =
        target instanceof Element ? target.closest<HTMLElement>('[data-sign-of]')?.dataset['signOf'] : null
      if (id != null) standAt(id)
    },
    { signal: stop.signal },
  )
  margin.addEventListener(
    'focusin',
    ({ target }) => {
      // It is one stop of Tab: who comes there comes to the number of the difference that one stands at.
      if (target !== margin) return
      const at = reviewNow()?.at?.owned.map(({ record }) => record.id) ?? []
      const all = signs()
      ;(all.find(({ dataset }) => at.includes(dataset['signOf'] ?? '')) ?? all[0])?.focus({
        preventScroll: true,
      })
    },
    { signal: stop.signal },
  )
  margin.addEventListener(
    'keydown',
    (event) => {
      const { key, target } = event
      const step =
        key === 'ArrowDown' || key === 'ArrowRight' ? 1 : key === 'ArrowUp' || key === 'ArrowLeft' ? -1 : 0
      if (step === 0 || !(target instanceof HTMLElement)) return
      event.preventDefault()
      event.stopPropagation()
      const all = signs()
      const next = all[all.indexOf(target) + step]
      next?.focus()
      if (next) standAt(next.dataset['signOf']!)
    },
    { signal: stop.signal },
  )
  return () => stop.abort()
}

/** Tells the reader what is different since the last call, and nothing else. */
function following(view: ReaderView, wanted: { readonly current: Shown }, article: string): () => void {
  let tags: readonly unknown[] = []
  let quiet: { readonly all: ReviewNow['all']; readonly signs: ReviewNow['signs'] } | null = null
  let hides = false
  let look: { readonly key: string | null; readonly front: string | null } | null = null
  return () => {
    const review = reviewNow()
    if (review?.open.article.id !== article) return
    const { above, below } = wanted.current
    const sets = [review.open.mine, ...review.open.others]
    const of = (annotator: string | null) => {
      const records = sets.find((set) => set.annotator === annotator)?.records
      return records ? annotationsIn(records) : noTags
    }
    const [mine, theirs] = [of(below), of(above)]
    const isRefilled = tags[0] !== mine || tags[1] !== theirs
    if (isRefilled) view.showTags({ mine, theirs })
    else if (quiet && (quiet.all !== review.all || quiet.signs !== review.signs))
      view.restyle(changedSince(quiet.all, review.all))
    tags = [mine, theirs]
    quiet = { all: review.all, signs: review.signs }

    const { hidesQuiet, front: wantedFront } = differencesUi.getState()
    if (hidesQuiet || hides !== hidesQuiet) {
      const at = review.at?.key
      view.hide(({ id }) => {
        const difference = reviewNow()?.of.get(id)
        return hidesQuiet && difference?.key !== at && difference?.standing !== 'open'
      })
    }
    hides = hidesQuiet

    const front = review.at && frontOf(review.at, wantedFront)
    const next = { key: review.at?.key ?? null, front: front?.record.id ?? null }
    if (!isRefilled && look?.key === next.key && look.front === next.front) return
    look = next
    view.showLook(lookAt(review.at, next.front))
  }
}

/** The tag in front is selected, and other readings stand beside it; of links, the tags at their ends. */
function lookAt(at: Difference | null, front: string | null): ShownLook {
  const ids = (at?.owned ?? [])
    .toSorted((a, b) => Number(b.record.id === front) - Number(a.record.id === front))
    .flatMap(({ record }) => (record.is === 'link' ? [record.from, record.to] : [record.id]))
  const [selected = null, ...beside] = ids
  return { selected, pointedAt: null, hiddenLabels: none, links: [], beside: new Set(beside) }
}

const none: ReadonlySet<string> = new Set()

/** The ids of what has another standing, another number, or was decided on otherwise. */
function changedSince(before: readonly Difference[], after: readonly Difference[]): string[] {
  const known = new Map(before.map((each) => [each.key, each]))
  return after
    .filter(({ key, standing, number, decided }) => {
      const was = known.get(key)
      const isDecidedSo = was?.decided[0]?.decision === decided[0]?.decision
      return was?.standing !== standing || was.number !== number || !isDecidedSo
    })
    .flatMap(({ owned }) => owned.map(({ record }) => record.id))
}
