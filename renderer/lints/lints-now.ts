import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Codebook } from '../../data/model/codebook'
import type { RegistryRecord } from '../../data/model/records'
import { rolesOf } from '../../data/record/roles'
import type { LearntNames } from '../../data/record/evidence'
import { knownNames, lintsOf } from '../../data/lints/lints'
import type { Lint } from '../../data/lints/lint'
import { glancesAt } from '../../data/store/patched-records'
import { learn, learntNow } from '../meaning/learnt'
import { useShownSoon } from '../state/soon'
import type { OpenedArticle, State } from '../state/state'
import { store } from '../state/store'
import { quoteOf } from '../state/tags'
import { namesOfProject, namesOver } from './known'

/** What may be amiss in my tags on the open article. */
export interface Lints {
  readonly article: string | null
  /** In text order. */
  readonly open: readonly Lint[]
  /** What I let stand. */
  readonly dismissed: readonly Lint[]
}

export const noLints: Lints = { article: null, open: [], dismissed: [] }

/**
 * How many there are. The lints of an article with many tags take more room than all else of it, so they are kept only
 * while the list is unfolded.
 */
export interface LintCounts {
  readonly article: string | null
  readonly open: number
  readonly dismissed: number
}

const noCounts: LintCounts = { article: null, open: 0, dismissed: 0 }

interface Shown {
  readonly counts: LintCounts
  /** None while the list is folded, unless one has come to one of them. */
  readonly lints: Lints
  /** Whether the list is unfolded. */
  readonly isUnfolded: boolean
  readonly showsDismissed: boolean
  /** The lint that one has come to, by its key. */
  readonly reached: string | null
}

export const lintsShown = createStore<Shown>()(() => ({
  counts: noCounts,
  lints: noLints,
  isUnfolded: false,
  showsDismissed: false,
  reached: null,
}))
export const useLintsShown = <T>(part: (state: Shown) => T): T => useStore(lintsShown, part)

interface Asked {
  readonly article: OpenedArticle['article']
  readonly records: OpenedArticle['mine']['records']
  readonly codebook: Codebook
  readonly registry: readonly RegistryRecord[]
  readonly learnt: LearntNames
}

const askedIn = ({ open, project }: State): Asked | null =>
  open && project
    ? {
        article: open.article,
        records: open.mine.records,
        codebook: project.codebook,
        registry: project.registry,
        learnt: learntNow(),
      }
    : null

/** What was looked at last, and what was found; `null` once that is not kept any more. */
let last: { readonly asked: Asked; readonly lints: Lints | null } | null = null

const isAsked = (a: Asked, b: Asked): boolean =>
  a.article === b.article &&
  a.records === b.records &&
  a.codebook === b.codebook &&
  a.registry === b.registry &&
  a.learnt === b.learnt

/** The lints as the tags are at this moment, which are kept. Looks at every tag of mine, unless nothing has changed since. */
export function lintsNow(): Lints {
  const state = store.getState()
  const asked = state.past ? null : askedIn(state)
  if (!asked) return noLints
  const known = last && isAsked(last.asked, asked) ? last.lints : null
  const lints = known ?? look(asked)
  keep(asked, lints)
  return lints
}

/** Counts them as the tags are at this moment, and keeps those that somebody looks at. */
export function countLints(): void {
  const state = store.getState()
  const asked = state.past ? null : askedIn(state)
  if (!asked || (last && isAsked(last.asked, asked))) return
  keep(asked, look(asked))
  letGo()
}

export function unfoldLints(): void {
  lintsShown.setState({ isUnfolded: true })
  lintsNow()
}

export function foldLints(): void {
  lintsShown.setState({ isUnfolded: false })
  letGo()
}

function keep(asked: Asked, lints: Lints): void {
  const counts = { article: lints.article, open: lints.open.length, dismissed: lints.dismissed.length }
  last = { asked, lints }
  if (lintsShown.getState().lints !== lints) lintsShown.setState({ counts, lints })
}

/** Lets go of the lints when the list is folded and one has come to none of them. */
function letGo(): void {
  const { isUnfolded, reached, lints } = lintsShown.getState()
  const isReached = [lints.open, lints.dismissed].some((list) => list.some(({ key }) => key === reached))
  if (isUnfolded || isReached || !last) return
  last = { ...last, lints: null }
  lintsShown.setState({ lints: noLints })
}

/** My tags alone: another's are theirs to look at. */
function look({ article, records, codebook, registry, learnt }: Asked): Lints {
  const mine = [...glancesAt(records)]
  const roles = rolesOf(codebook)
  const actors = mine.flatMap((record) =>
    record.is === 'annotation' && roles.get(record.label) === 'actor'
      ? { words: quoteOf(record), means: record.means }
      : [],
  )
  const known = namesOver(knownNames(actors), namesOfProject(registry, learnt))
  const all = lintsOf({ article, records: mine, codebook, known })
  const dismissed = new Set(mine.flatMap((record) => (record.is === 'dismissed' ? record.lint : [])))
  return {
    article: article.id,
    open: all.filter(({ key }) => !dismissed.has(key)),
    dismissed: all.filter(({ key }) => dismissed.has(key)),
  }
}

/** Milliseconds of rest after a change before the tags are looked at, and the most that an idle moment is waited for. */
const REST = 150
const PATIENCE = 1_000

/**
 * Keeps the lints as the tags are: after a change, once the window has nothing else to do. Gives how many this article had
 * last, and while the list is unfolded which.
 */
export function useLints(open: OpenedArticle): { readonly counts: LintCounts; readonly lints: Lints } {
  const codebook = useShownSoon(({ project }) => project?.codebook)
  const registry = useShownSoon(({ project }) => project?.registry)
  const version = useShownSoon(({ record }) => record.version)
  const { records } = open.mine
  useEffect(
    () => (records && codebook && registry ? whenAtRest(countLints) : undefined),
    [records, codebook, registry],
  )
  useEffect(
    () => (version >= 0 && open.article ? whenAtRest(() => void learn().then(countLints)) : undefined),
    [open.article, version],
  )
  const counts = useLintsShown((state) => state.counts)
  const lints = useLintsShown((state) => state.lints)
  const { id } = open.article
  return {
    counts: counts.article === id ? counts : noCounts,
    lints: lints.article === id ? lints : noLints,
  }
}

/** Calls `act` in an idle moment, once nothing has changed for a while. The function that is returned calls it off. */
function whenAtRest(act: () => void): () => void {
  let idle = 0
  const timer = setTimeout(() => (idle = requestIdleCallback(act, { timeout: PATIENCE })), REST)
  return () => {
    clearTimeout(timer)
    cancelIdleCallback(idle)
  }
}
