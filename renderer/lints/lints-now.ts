import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Codebook } from '../../data/model/codebook'
import type { RegistryRecord } from '../../data/model/records'
import { rolesOf } from '../../data/record/roles'
import { paused } from '../../data/text/by-and-by'
import type { LearntNames } from '../../data/record/evidence'
import { findLints, inOrder, knowName, worthOf } from '../../data/lints/lints'
import type { Lint } from '../../data/lints/lint'
import type { Glanced } from '../../data/store/packed-records'
import { glancesAt } from '../../data/store/patched-records'
import { learn, learntNow } from '../meaning/learnt'
import { useShownSoon } from '../state/soon'
import type { OpenedArticle, State } from '../state/state'
import { store } from '../state/store'
import { isDismissed, quoteOf } from '../state/tags'
import { inIdleSlices } from '../ui/idle-slices'
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
  const asked = askedNow()
  if (!asked) return noLints
  const known = last && isAsked(last.asked, asked) ? last.lints : null
  const lints = known ?? inTextOrder(asked, [...found(asked)])
  keep(asked, lints)
  return lints
}

/**
 * Counts them as the tags are at this moment, and keeps those that somebody looks at. Pauses often, and lets what it has
 * counted go when something else is asked meanwhile.
 */
export function* countLints(): Generator<null, void, void> {
  const asked = askedNow()
  if (!asked || (last && isAsked(last.asked, asked))) return
  const counts = { article: asked.article.id, open: 0, dismissed: 0 }
  const kept: (Lint | null)[] | null = isLookedAt() ? [] : null
  for (const lint of found(asked)) {
    if (lint === null) yield null
    else {
      counts[isDismissed(asked.records, lint.key) ? 'dismissed' : 'open']++
      kept?.push(lint)
    }
  }
  const now = askedNow()
  // Whatever has changed meanwhile asks for it again.
  if (!now || !isAsked(asked, now)) return
  // Somebody may have begun to look at them, or have left them.
  if (isLookedAt()) {
    keep(asked, kept ? inTextOrder(asked, kept) : lintsNow())
    letGo()
  } else {
    last = { asked, lints: null }
    lintsShown.setState({ counts, lints: noLints })
  }
}

function askedNow(): Asked | null {
  const state = store.getState()
  return state.past ? null : askedIn(state)
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

/** Lets go of the lints when nobody looks at them. */
function letGo(): void {
  if (isLookedAt() || !last) return
  last = { ...last, lints: null }
  lintsShown.setState({ lints: noLints })
}

/** Whether the list is unfolded, or one has come to one of them. */
function isLookedAt(): boolean {
  const { isUnfolded, reached, lints } = lintsShown.getState()
  return isUnfolded || [lints.open, lints.dismissed].some((list) => list.some(({ key }) => key === reached))
}

/** So many records are gathered between two pauses. */
const SOME = 200

/** Of my tags alone, in no order: another's are theirs to look at. `null` at every pause. */
function* found({ article, records, codebook, registry, learnt }: Asked): Generator<Lint | null, void, void> {
  // First, since it takes longest, and all that is gathered takes room until all is done.
  yield* worthOf(article)
  const mine: Glanced[] = []
  const called = new Map<string, string | null>()
  const roles = rolesOf(codebook)
  for (const record of paused(glancesAt(records), SOME)) {
    if (!record) {
      yield null
      continue
    }
    mine.push(record)
    if (record.is === 'annotation' && roles.get(record.label) === 'actor')
      knowName(called, { words: quoteOf(record), means: record.means })
  }
  const known = namesOver(called, namesOfProject(registry, learnt))
  yield* findLints({ article, records: mine, codebook, known })
}

function inTextOrder({ article, records }: Asked, lints: readonly (Lint | null)[]): Lints {
  const all = lints.filter((lint) => lint !== null).toSorted(inOrder)
  return {
    article: article.id,
    open: all.filter(({ key }) => !isDismissed(records, key)),
    dismissed: all.filter(({ key }) => isDismissed(records, key)),
  }
}

/** Milliseconds of rest after a change before the tags are looked at. */
const REST = 150

/**
 * Keeps the lints as the tags are: after a change, once the window has nothing else to do. Gives how many this article had
 * last, and while the list is unfolded which.
 */
export function useLints(open: OpenedArticle): { readonly counts: LintCounts; readonly lints: Lints } {
  const codebook = useShownSoon(({ project }) => project?.codebook)
  const registry = useShownSoon(({ project }) => project?.registry)
  const version = useShownSoon(({ record }) => record.version)
  const { records } = open.mine
  useEffect(() => (records && codebook && registry ? atRest() : undefined), [records, codebook, registry])
  useEffect(() => (version >= 0 && open.article ? atRest(learn) : undefined), [open.article, version])
  const counts = useLintsShown((state) => state.counts)
  const lints = useLintsShown((state) => state.lints)
  const { id } = open.article
  return {
    counts: counts.article === id ? counts : noCounts,
    lints: lints.article === id ? lints : noLints,
  }
}

/**
 * Counts in idle moments, once nothing has changed for a while, and `first` has come to an end. The function that is returned
 * calls it off.
 */
function atRest(first: () => Promise<unknown> = () => Promise.resolve()): () => void {
  const off = new AbortController()
  const timer = setTimeout(() => {
    void first().then(() => inIdleSlices(countLints(), off.signal))
  }, REST)
  return () => {
    clearTimeout(timer)
    off.abort()
  }
}
