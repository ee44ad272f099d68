import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react'
import type { Article } from '../../data/model/article'
import type { Link } from '../../data/model/records'
import type { ArticleChange } from '../../data/store/changes'
import { isOlder } from '../../data/model/older-definition'
import { olderRulesNow, watchOlderRules } from '../codebook/revisions-state'
import { readFromWhereLeft } from '../comfort/read-from-where-left'
import { pointAt, select } from '../state/actions'
import { shownArticle } from '../state/past'
import { lastChanges } from '../state/last-changes'
import type { ShownSet } from '../state/state'
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
import { ReaderView, type ReaderIntents, type ShownLook } from './reader-view'

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
  const view = useRef<ReaderView | null>(null)
  const intents = useRef(own)
  useEffect(() => {
    intents.current = own
  })

  useLayoutEffect(() => {
    const { project } = store.getState()
    const scroller = frame.current
    if (!scroller || !project) return
    const part = (selector: string) => scroller.querySelector<HTMLElement>(selector)!
    const parts = {
      scroller,
      page: part('.page'),
      behind: part('.behind'),
      lines: part('.lines'),
      over: part('.over'),
      margin: part('.margin'),
      text: part('.text'),
      caret: part('.caret'),
    }
    const made = new ReaderView(parts, article, project.codebook, {
      select,
      pointAt,
      pick: (picked) => intents.current.pick(picked),
      picked: () => void tagSticky(),
      menu: (at) => intents.current.menu(at),
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
    view.current = made
    setActiveReader(made)
    const leave = readFromWhereLeft(made, article.id)
    const hideGrips = showGrips(made, parts.page)
    const show = followStore(made, article.id)
    show()
    const unsubscribe = store.subscribe(show)
    const unwatch = watchOlderRules(() => made.drawAgain())
    return () => {
      unsubscribe()
      unwatch()
      leave()
      hideGrips()
      made.destroy()
      setActiveReader(null)
      view.current = null
    }
    // The reader lives as long as its article is open; `key` makes a new one for another.
  }, [article, frame])

  return () => view.current
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
  let look: ShownLook & { readonly records: unknown } = { ...noLook, records: null }
  return () => {
    const { alongside, selected, pointedAt, hiddenLabels } = store.getState()
    const open = shownArticle(store.getState())
    if (open?.article.id !== article) return
    const theirs = besideIn(open).find(({ annotator }) => annotator === alongside)?.records
    const mine = open.mine.records
    if (shown?.mine !== mine || shown.theirs !== theirs) {
      const changes = shown?.theirs === theirs ? lastChanges(shown?.mine, mine) : null
      if (changes) view.changeTags(changes.map(asTagChange))
      else view.showTags({ mine: tagsOf(mine), theirs: tagsOf(theirs) })
      shown = { mine, theirs }
    }
    const now = sayingsOn(open)
    if (now !== sayings) {
      const decided = [...(sayings?.decisions ?? []), ...now.decisions]
      const ids = decided.flatMap(({ decision }) => decision.on.map(({ id }) => id))
      if (sayings && ids.length > 0) view.restyle([...new Set(ids)])
      sayings = now
    }
    const records = selected === null ? null : setWith(open, selected)?.records
    if (
      look.selected === selected &&
      look.pointedAt === pointedAt &&
      look.hiddenLabels === hiddenLabels &&
      look.records === records
    )
      return
    const links =
      selected !== null && records ? linksAt(records, selected).map((link) => readFrom(link, selected)) : []
    look = { selected, pointedAt, hiddenLabels, links, records }
    view.showLook(look)
  }
}

const noLook: ShownLook = { selected: null, pointedAt: null, hiddenLabels: new Set(), links: [] }

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
