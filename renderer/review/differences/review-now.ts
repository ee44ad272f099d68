import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Codebook } from '../../../data/model/codebook'
import type { Link, RegistryRecord, WorkRecord } from '../../../data/model/records'
import { Registry } from '../../../data/model/registry'
import type { Decision } from '../../../data/model/review-records'
import { startOf } from '../../../data/model/text-order'
import { comparisonOf } from '../../../data/review/compare'
import type { Comparison } from '../../../data/review/comparison'
import type { ProjectView } from '../../../data/store/views'
import type { Sign } from '../../reader/drawing/paragraph-drawing'
import type { OpenedArticle, ShownSet } from '../../state/state'
import { store } from '../../state/store'
import type { Tags } from '../../state/tag-list'
import { annotationsIn, linksIn } from '../../state/tags'
import { goToGroup, reviewUi, type DifferenceFilter } from '../review-ui'
import { decisionsIn } from './decisions-in'
import {
  decisionsOn,
  keptWhereSame,
  differencesIn,
  filtered,
  nextFrom,
  ordered,
  type DecisionsOn,
  type Difference,
  type Terms,
} from './differences'
import { differencesUi } from './differences-ui'

/** What is reviewed now: the open article, and what the chosen people's tags on it come to. */
export interface ReviewNow {
  readonly open: OpenedArticle
  /** Whose tags are compared, by id; fewer than two when not so many have tagged the article. */
  readonly sides: readonly string[]
  /** Of them, those two whose tags are drawn: the first above the words. */
  readonly drawn: readonly string[]
  /** Everybody who has tagged the article or is done with it, by id. */
  readonly there: readonly string[]
  readonly comparison: Comparison
  /** All groups in text order, alike ones too. */
  readonly all: readonly Difference[]
  /** Those that the list shows, in its order. */
  readonly shown: readonly Difference[]
  /** The one that one stands at. */
  readonly at: Difference | null
  /** By the ids of tags and links, the group that they are in. */
  readonly of: ReadonlyMap<string, Difference>
  /** The numbers in the margin, by the tags beside which they stand. */
  readonly signs: ReadonlyMap<string, Sign>
}

const now = createStore<{ readonly review: ReviewNow | null }>()(() => ({ review: null }))

/** What is reviewed now; `null` while the screen for it is not there, or no article is open. */
export const reviewNow = (): ReviewNow | null => now.getState().review
export const useReview = <T>(part: (review: ReviewNow | null) => T): T =>
  useStore(now, ({ review }) => part(review))
export const watchReview = (tell: () => void): (() => void) => now.subscribe(tell)

/** Keeps what is reviewed up to date until the returned function is called. */
export function keepUp(): () => void {
  const derive = deriving()
  let { history } = store.getState()
  const follow = () => {
    const before = now.getState().review
    const review = derive()
    const isStep = store.getState().history !== history
    history = store.getState().history
    if (review === before) return
    now.setState({ review })
    // What undo opened again is to be seen.
    const reopened = isStep && before && review ? firstReopened(before, review) : null
    if (reopened) goToGroup(reopened.key)
  }
  const stops = [store.subscribe(follow), reviewUi.subscribe(follow), differencesUi.subscribe(follow)]
  follow()
  return () => {
    for (const stop of stops) stop()
    now.setState({ review: null })
  }
}

/** The first difference that was decided and is open now. */
function firstReopened(before: ReviewNow, after: ReviewNow): Difference | null {
  if (before.open.article !== after.open.article || before.all === after.all) return null
  const decided = new Set(before.all.filter(({ standing }) => standing === 'decided').map(({ key }) => key))
  return after.all.find(({ key, standing }) => standing === 'open' && decided.has(key)) ?? null
}

/** Everybody who has tagged the open article or is done with it, those with more tags first. */
function peopleOn({ mine, others, article }: OpenedArticle, { articles }: ProjectView): readonly string[] {
  const done = articles.find(({ summary }) => summary.id === article.id)?.done ?? []
  const counts = new Map(
    [mine, ...others].map(({ annotator, records }) => [annotator, annotationsIn(records).length]),
  )
  for (const annotator of done) if (!counts.has(annotator)) counts.set(annotator, 0)
  return [...counts]
    .filter(([annotator, count]) => count > 0 || done.includes(annotator))
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([annotator]) => annotator)
}

/** Computes a value again only when one of its parts is another. */
function memo<Of extends readonly unknown[], T>(compute: (...of: Of) => T): (...of: Of) => T {
  let last: { readonly of: Of; readonly value: T } | null = null
  return (...of) => {
    if (last?.of.length !== of.length || !of.every((part, i) => part === last?.of[i]))
      last = { of, value: compute(...of) }
    return last.value
  }
}

/** The same array as long as it has the same strings. */
function keptList(): (list: readonly string[]) => readonly string[] {
  let last: readonly string[] = []
  return (list) => {
    if (list.length !== last.length || list.some((each, i) => each !== last[i])) last = list
    return last
  }
}

/** What one side has on the article. */
interface Made {
  readonly tags: Tags
  readonly links: readonly Link[]
}

const made = new WeakMap<Tags, Made>()

/** The same as long as neither the tags nor the links are others. */
function madeIn(records: ShownSet['records']): Made {
  const [tags, links] = [annotationsIn(records), linksIn(records)]
  const known = made.get(tags)
  if (known?.links === links) return known
  const next = { tags, links }
  made.set(tags, next)
  return next
}

/** Each step is derived once for what it is made of: who moves on in the list compares nothing. */
function deriving(): () => ReviewNow | null {
  const [keptPeople, keptSides, keptDrawn] = [keptList(), keptList(), keptList()]
  const compared = memo(
    (
      article: string,
      threshold: number,
      codebook: Codebook,
      registry: readonly RegistryRecord[],
      sides: readonly string[],
      ...made: readonly Made[]
    ) => {
      const parts = sides.map((annotator, i) => {
        const { tags, links } = made[i]!
        return { annotator, tags: [...tags], links }
      })
      return comparisonOf(article, parts, { threshold, codebook, registry: Registry.of(registry) })
    },
  )
  const decidedOn = memo((annotators: readonly string[], ...made: readonly (readonly Decision[])[]) =>
    decisionsOn(annotators.map((annotator, i) => ({ annotator, records: made[i]! }))),
  )
  const keptAnnotators = keptList()
  let before: readonly Difference[] = []
  const derived = memo(
    (comparison: Comparison, decisions: DecisionsOn) =>
      (before = keptWhereSame(before, differencesIn(comparison, decisions))),
  )
  const narrowed = memo(
    (
      all: readonly Difference[],
      filter: DifferenceFilter,
      sides: readonly string[],
      terms: Omit<Terms, 'sides'>,
    ) => filtered(all, filter, { sides, ...terms }),
  )
  const listed = memo(ordered)
  const terms = memo((codebook: Codebook, registry: readonly RegistryRecord[]) => ({
    codebook,
    registry: Registry.of(registry),
  }))
  const found = memo((all: readonly Difference[]) => byRecord(all))
  const signed = memo(signsOf)
  const whole = memo(
    (
      open: OpenedArticle,
      there: readonly string[],
      drawn: readonly string[],
      comparison: Comparison,
      all: readonly Difference[],
      shown: readonly Difference[],
      at: Difference | null,
      of: ReviewNow['of'],
      signs: ReviewNow['signs'],
    ): ReviewNow => ({ open, there, drawn, sides: comparison.sides, comparison, all, shown, at, of, signs }),
  )
  /** Where one stands in the list, should the group that one stands at become another. */
  let place = 0

  return () => {
    const { open, project } = store.getState()
    if (!open || !project) return null
    const { people, filter, at: key } = reviewUi.getState()
    const { order } = differencesUi.getState()
    const { codebook, registry, review } = project
    const there = keptPeople(peopleOn(open, project))
    const sides = keptSides(people ? people.filter((each) => there.includes(each)) : there.slice(0, 2))
    const sets = [open.mine, ...open.others]
    const recordsOf = (side: string) => sets.find(({ annotator }) => annotator === side)?.records ?? nothing
    const comparison = compared(
      open.article.id,
      filter.threshold ?? review.threshold,
      codebook,
      registry,
      sides,
      ...sides.map((side) => madeIn(recordsOf(side))),
    )
    const decisions = decidedOn(
      keptAnnotators(sets.map(({ annotator }) => annotator)),
      ...sets.map(({ records }) => decisionsIn(records)),
    )
    const all = derived(comparison, decisions)
    const shown = listed(narrowed(all, filter, sides, terms(codebook, registry)), order)
    const listPlace = shown.findIndex((each) => each.key === key)
    if (listPlace >= 0) place = listPlace
    const isOpen = ({ standing }: Difference) => standing === 'open'
    const at =
      shown[listPlace] ??
      (key === null ? (shown.find(isOpen) ?? shown[0]) : shown[Math.min(place, shown.length - 1)]) ??
      null
    const drawn = keptDrawn(drawnOf(sides, differencesUi.getState()))
    return whole(open, there, drawn, comparison, all, shown, at, found(all), signed(all, sides, drawn))
  }
}

const nothing: ReadonlyMap<string, WorkRecord> = new Map()

function byRecord(all: readonly Difference[]): ReadonlyMap<string, Difference> {
  return new Map(all.flatMap((each) => each.owned.map(({ record }) => [record.id, each] as const)))
}

/** Two of the sides: those that were chosen, and whoever's reading stands in front in place of the one below. */
function drawnOf(
  sides: readonly string[],
  { drawn, front }: { readonly drawn: readonly string[] | null; readonly front: number | null },
): readonly string[] {
  const chosen = (drawn ?? []).filter((side) => sides.includes(side))
  const two = [...chosen, ...sides.filter((side) => !chosen.includes(side))].slice(0, 2)
  const wanted = front === null ? undefined : sides[front]
  return wanted === undefined || two.includes(wanted) ? two : [two[0]!, wanted]
}

/** The numbers in the margin, each at the drawn tag of its group that starts first. A link has none: it stands beside no words. */
function signsOf(
  all: readonly Difference[],
  sides: readonly string[],
  drawn: readonly string[],
): ReadonlyMap<string, Sign> {
  const signs = new Map<string, Sign>()
  for (const { number, group, standing } of all) {
    if (number === 0 || group.is === 'links') continue
    const tags = group.tags.flatMap((tag, side) => (tag && drawn.includes(sides[side]!) ? [tag] : []))
    if (tags.length === 0) continue
    const tag = tags.reduce((first, each) => (startOf(each) < startOf(first) ? each : first))
    const isOpen = standing === 'open'
    signs.set(tag.id, {
      text: isOpen ? String(number) : `${number}✓`,
      name: isOpen ? `Difference ${number}` : `Difference ${number}, decided`,
      className: standing,
    })
  }
  return signs
}

/** Goes to the next difference of the list or the one before, or with `onlyOpen` to one that is open; said whether there is one. */
export function step(by: 1 | -1, onlyOpen: boolean): boolean {
  const review = reviewNow()
  if (!review) return false
  const next = nextFrom(
    review.shown,
    review.at?.key ?? null,
    by,
    ({ standing }) => !onlyOpen || standing === 'open',
  )
  if (next) goToGroup(next.key)
  return next !== null
}
