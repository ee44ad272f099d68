import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Span } from '../../data/model/span'
import { firstFindOptions, Searchable, type FindOptions } from '../../data/text/find'
import { activeReader } from '../reader/active-reader'
import type { ReaderView } from '../reader/reader-view'
import { Highlighting } from './highlighting'
import { placeInView } from './place'

/** What is looked for in the open article. */
export interface Finding {
  readonly isOpen: boolean
  readonly words: string
  readonly options: FindOptions
  /** In text order. */
  readonly hits: readonly Span[]
  /** Which of the hits is the current one; `null` when there is none. */
  readonly at: number | null
}

export const finding = createStore<Finding>()(() => ({
  isOpen: false,
  words: '',
  options: firstFindOptions,
  hits: [],
  at: null,
}))

export const useFinding = <T>(part: (state: Finding) => T): T => useStore(finding, part)

/** Words longer than this are not taken over from the selection. */
const LONGEST = 200

/** The article that is looked into. */
let looked: { readonly view: ReaderView; readonly text: Searchable; readonly marks: Highlighting } | null =
  null
/** Where the looking began, and in which article: in another it begins where one reads there. */
let origin: { readonly view: ReaderView; readonly at: number } | null = null

const originIn = (view: ReaderView): number =>
  origin?.view === view ? origin.at : (placeInView(view)?.offset ?? 0)

/** Opens the bar, with the selected words if there are some. */
export function openFind(): void {
  const view = activeReader()
  if (!view) return
  const picked = view.picked
  const selected = picked && view.text.text.slice(picked.start, picked.end)
  origin = { view, at: picked?.start ?? placeInView(view)?.offset ?? 0 }
  const takesOver = selected !== null && selected.length <= LONGEST && !/\n\s*\n/.test(selected)
  if (takesOver) finding.setState({ words: selected.replace(/\s+/g, ' ') })
  if (finding.getState().isOpen) look({})
  finding.setState({ isOpen: true })
  document.querySelector<HTMLInputElement>('[data-find-in-article]')?.select()
}

/** Looks into the article on the screen from now on. Gives what ends that. */
export function lookInto(view: ReaderView): () => void {
  const marks = new Highlighting(view)
  const begun = { view, text: new Searchable(view.text.text), marks }
  looked = begun
  look({})
  return () => {
    marks.destroy()
    if (looked === begun) looked = null
    if (origin?.view === view) origin = null
    finding.setState({ hits: [], at: null })
  }
}

/** Looks for other words, or otherwise: the first hit from where the looking began is the current one. */
export function look(change: Partial<Pick<Finding, 'words' | 'options'>>): void {
  finding.setState(change)
  const { words, options } = finding.getState()
  if (!looked) return
  const hits = looked.text.find(words, options)
  const from = originIn(looked.view)
  const next = hits.findIndex(({ start }) => start >= from)
  go(hits, hits.length === 0 ? null : Math.max(0, next))
}

/** Goes to the next hit or the one before, from the last to the first and back. */
export function step(by: 1 | -1): void {
  const { isOpen, hits, at } = finding.getState()
  if (!isOpen) return openFind()
  if (at !== null) go(hits, (at + by + hits.length) % hits.length)
}

function go(hits: readonly Span[], at: number | null): void {
  finding.setState({ hits, at })
  const hit = at === null ? undefined : hits[at]
  if (hit && looked) origin = { view: looked.view, at: hit.start }
  looked?.marks.show(hits, hit ?? null)
}

/** Closes the bar, and leaves the current hit selected in the text, ready to be tagged. */
export function closeFind(): void {
  const { hits, at } = finding.getState()
  const hit = at === null ? undefined : hits[at]
  const view = activeReader()
  finding.setState({ isOpen: false })
  view?.focus()
  if (view && hit) view.text.select(hit.start, hit.end)
}
