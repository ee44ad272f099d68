import { useEffect, useRef, type RefObject } from 'react'
import type { Article } from '../../data/model/article'
import type { Link } from '../../data/model/records'
import type { ArticleChange } from '../../data/store/changes'
import { isOlder } from '../../data/model/older-definition'
import { olderRulesNow, watchOlderRules } from '../codebook/revisions-state'
import { readFromWhereLeft } from '../comfort/read-from-where-left'
import { pointAt, select } from '../state/actions'
import { shownArticle } from '../state/past'
import { lastChanges } from '../state/last-changes'
import type { OpenedArticle, ShownSet } from '../state/state'
import { store } from '../state/store'
import { noTags, type Tags } from '../state/tag-list'
import { annotationsIn, besideIn, linksAt, setWith } from '../state/tags'
import {
  settledAs,
  sayingsOn,
  suffixOf,
  verdictOn,
  type Sayings,
  type Verdict,
} from '../review/decided/decisions'
import { setActiveReader } from './active-reader'
import type { TagChange } from './drawing/tag-index'
import { showGrips } from './show-grips'
import { tagSticky } from './tagging'
import type { ReaderIntents } from './reader-intents'
import { ReaderView } from './reader-view'
import { noLook, type ShownLook } from './shown-look'
import { useArticleView, type OpenedView, type OpenView } from './use-article-view'

type Records = ShownSet['records']
type Own = Pick<ReaderIntents, 'pick' | 'menu'>

/**
 * Keeps a `ReaderView` in the elements below `frame` and tells it what the state says, straight from the store:
 * React draws the pane once for an article, and no tag goes through it. Gives the view while it is there.
 */
export function useReaderView(
  frame: RefObject<HTMLElement | null>,
  article: Article,
  own: Own,
): () => ReaderView | null {
  const intents = useRef(own)
  useEffect(() => {
    intents.current = own
  })
  const view = useArticleView(frame, article, (...on) => opened(intents, ...on))
  return () => view.current
}

/** The reader in which one works: it shows what the state says and does what the window's actions do. */
function opened(
  own: { readonly current: Own },
  ...[parts, article, codebook]: Parameters<OpenView>
): OpenedView {
  const view = new ReaderView(parts, article, codebook, {
    select,
    pointAt,
    pick: (picked) => own.current.pick(picked),
    picked: () => void tagSticky(),
    menu: (at) => own.current.menu(at),
    isOlder: (tag) => isOlder(olderRulesNow(), tag),
    settledAs: ({ id }) => {
      const verdict = verdictNow(id)
      return verdict && settledAs(verdict)
    },
    suffixOf: ({ id }) => {
      const verdict = verdictNow(id)
      return verdict ? suffixOf(verdict) : ''
    },
  })
  setActiveReader(view)
  const leavePlace = readFromWhereLeft(view, article.id)
  const show = followStore(view, article.id)
  show()
  const unsubscribe = store.subscribe(show)
  // After the tags: what is measured for them is measured before anything is written.
  const hideGrips = showGrips(view, parts.page)
  const unwatch = watchOlderRules(() => view.drawAgain())
  const leave = () => {
    unsubscribe()
    unwatch()
    leavePlace()
    hideGrips()
    setActiveReader(null)
  }
  return { view, leave }
}

/** How a tag of the open article stands after what was decided on it; `null` where nothing was, and in the past. */
function verdictNow(id: string): Verdict | null {
  const { open, past } = store.getState()
  const sayings = open && !past ? sayingsOn(open) : null
  if (!open || !sayings || sayings.decisions.length === 0) return null
  const set = setWith(open, id)
  return set && verdictOn(sayings, { annotator: set.annotator, id }, set.records.get(id))
}

/** Tells the view what changed in the state since the last call, and nothing else. */
function followStore(view: ReaderView, article: string): () => void {
  let shown: { mine: Records; theirs: Records | undefined } | null = null
  let sayings: Sayings | null = null
  let look: FollowedLook = { ...noLook, records: null }
  return () => {
    const { alongside } = store.getState()
    const open = shownArticle(store.getState())
    if (open?.article.id !== article) return
    const theirs = besideIn(open).find(({ annotator }) => annotator === alongside)?.records
    const mine = open.mine.records
    const next = lookIn(open, look)
    if (shown?.mine === mine && shown.theirs === theirs) {
      if (next !== look) view.showLook(next)
    } else {
      const changes = shown?.theirs === theirs ? lastChanges(shown?.mine, mine) : null
      if (!changes) view.showTags({ mine: tagsOf(mine), theirs: tagsOf(theirs) })
      if (changes) view.changeTags(changes.map(asTagChange), next)
      else if (next !== look) view.showLook(next)
      shown = { mine, theirs }
    }
    look = next
    const now = sayingsOn(open)
    if (now !== sayings) {
      const decided = [...(sayings?.decisions ?? []), ...now.decisions]
      const ids = decided.flatMap(({ decision }) => decision.on.map(({ id }) => id))
      if (sayings && ids.length > 0) view.restyle([...new Set(ids)])
      sayings = now
    }
  }
}

/** What is selected, pointed at, linked and hidden, and the records that the links were found in. */
type FollowedLook = ShownLook & { readonly records: unknown }

/** How the state says that an article looks: the same object as `before` while that is what it says. */
function lookIn(open: OpenedArticle, before: FollowedLook): FollowedLook {
  const { selected, pointedAt, hiddenLabels } = store.getState()
  const records = (selected === null ? null : setWith(open, selected)?.records) ?? null
  if (
    before.selected === selected &&
    before.pointedAt === pointedAt &&
    before.hiddenLabels === hiddenLabels &&
    before.records === records
  )
    return before
  const links =
    selected !== null && records ? linksAt(records, selected).map((link) => readFrom(link, selected)) : []
  return { selected, pointedAt, hiddenLabels, links, records }
}

/** Tags of mine that change. A link changes no tag. */
const asTagChange = ({ id, after }: ArticleChange): TagChange => ({
  id,
  annotation: after?.is === 'annotation' ? after : null,
  side: 'below',
})

const tagsOf = (records: Records | undefined): Tags => (records ? annotationsIn(records) : noTags)

/** A link as it reads from one of its ends: "made by", and the other end. */
function readFrom(link: Link, end: string): { phrase: string; other: string } {
  const type = store.getState().project?.codebook.linkTypes.find(({ id }) => id === link.type)
  return link.from === end
    ? { phrase: type?.phrase ?? link.type, other: link.to }
    : { phrase: type?.inverse ?? link.type, other: link.from }
}
