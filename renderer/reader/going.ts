import type { Block } from '../../data/model/article'
import { mayMean } from '../../data/model/meaning'
import { overlap, type Span } from '../../data/model/span'
import { namesIn } from '../../data/text/names'
import { placesWith } from '../../data/text/same-text'
import { wordAt } from '../../data/text/words'
import { letNoticeGo, say, select } from '../state/actions'
import { store } from '../state/store'
import { activeReader } from './active-reader'
import type { ReaderView } from './reader-view'
import { nextAround } from './reading/tag-order'

/** Selects the next tag in text order, or the one before: from the selected one, or else from the caret. Begins again. */
export function goToTag(step: 1 | -1): void {
  const view = activeReader()
  if (!view) return
  const { selected } = store.getState()
  const { caret } = view.reading
  const nowhere = step === 1 ? 0 : view.text.text.length
  const isThere = selected !== null && view.drawnTag(selected) !== null
  const beyond = view.nextTag(isThere ? selected : (caret ?? nowhere), step)
  const tag = beyond ?? view.nextTag(nowhere, step)
  if (!tag) return say('No tags are shown in this article.')
  sayIf(beyond === null, step)
  // The caret goes along, so that reading and cycling go on from there; words that are selected stay.
  if (!view.picked) view.reading.select({ start: tag.spans[0]!.start, end: tag.spans[0]!.start })
  choose(view, tag.id)
}

/** Selects a tag. With the focus in the article it goes to the tag, which is then announced. */
function choose(view: ReaderView, tag: string): void {
  select(tag)
  view.focusTag(tag)
}

/** Selects the next tag inward or outward of those at the caret, and begins again after the last. */
export function goThrough(view: ReaderView, step: 'inward' | 'outward'): void {
  const { selected } = store.getState()
  const caret =
    view.reading.caret ?? (selected === null ? undefined : view.drawnTag(selected)?.spans[0]?.start)
  if (caret === undefined) return
  const there = view.tagsAt(caret)
  const at = there.findIndex(({ id }) => id === selected)
  const by = step === 'outward' ? 1 : -1
  const next = at < 0 ? (by === 1 ? 0 : there.length - 1) : (at + by + there.length) % there.length
  const tag = there[next]
  if (tag) choose(view, tag.id)
}

/** The names of the articles that were asked for, found once for each. */
const names = new WeakMap<readonly Block[], readonly Span[]>()

function namesOf(view: ReaderView): readonly Span[] {
  const article = store.getState().open?.article
  if (!article || article.text !== view.text.text) return []
  const known = names.get(article.blocks) ?? namesIn(article.text, article.blocks)
  names.set(article.blocks, known)
  return known
}

/** Selects the next name that no actor tag of mine has words of, or the last before. */
export function goToName(view: ReaderView, step: 1 | -1): void {
  const all = namesOf(view)
  const first = nextAround(all, view.picked ?? at(view), step)
  let again = first?.again ?? false
  for (let passed = 0, i = first?.index ?? 0; passed < all.length; passed++, i += step) {
    again ||= all[i] === undefined
    i = (i + all.length) % all.length
    if (isActor(view, all[i]!)) continue
    view.reading.select(all[i]!)
    return sayIf(again, step)
  }
  say(all.length === 0 ? 'There are no names in this article.' : 'Every name in this article is tagged.')
}

const at = (view: ReaderView): Span => {
  const offset = view.reading.here.focus
  return { start: offset, end: offset }
}

/** Whether an actor tag of mine has some of these words. */
const isActor = (view: ReaderView, name: Span): boolean =>
  [name.start, name.end - 1]
    .flatMap((offset) => view.everyTagAt(offset))
    .some(
      ({ side, label, spans }) =>
        side === 'below' && mayMean(label.id, { is: 'actor' }) && spans.some((span) => overlap(span, name)),
    )

let known: { readonly text: string; readonly words: string; readonly places: readonly Span[] } | null = null

/** Where the text says these words; looked for once while one goes from one to the next. */
function placesOf(text: string, words: string): readonly Span[] {
  const same = words.replace(/\s+/gu, ' ').toLowerCase()
  if (known?.text !== text || known.words !== same)
    known = { text, words: same, places: placesWith(text, words) }
  return known.places
}

/** Selects the next place that says what is selected, in words or as a tag, or else the word at the caret. */
export function goToSameText(view: ReaderView, step: 1 | -1): void {
  const { text } = view.text
  const { selected } = store.getState()
  const { caret } = view.reading
  const tag = selected === null ? null : view.drawnTag(selected)
  const part =
    tag?.spans.find(({ start, end }) => caret !== null && start <= caret && caret <= end) ?? tag?.spans[0]
  const from = view.picked ?? part ?? (caret === null ? null : wordAt(text, caret))
  if (!from) return
  const next = nextAround(placesOf(text, text.slice(from.start, from.end)), from, step)
  const place = next && placesOf(text, text.slice(from.start, from.end))[next.index]
  if (!place || place.start === from.start) return say('These words stand nowhere else in this article.')
  view.reading.select(place)
  sayIf(next.again, step)
}

/** That one goes round is said quietly; what was said before goes once one goes on. */
const sayIf = (again: boolean, step: 1 | -1): void =>
  again ? say(step === 1 ? 'From the top again.' : 'From the end again.') : letNoticeGo()
