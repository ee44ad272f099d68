import type { Codebook } from '../../data/model/codebook'
import type { Article } from '../../data/model/article'
import type { Annotation } from '../../data/model/records'
import type { Span } from '../../data/model/span'
import { wordAt } from '../../data/text/words'
import { Overlay } from './drawing/overlay'
import type { Looks } from './drawing/paragraph-drawing'
import type { MarginLink } from './drawing/rail'
import { TagIndex, type DrawnTag, type TagChange } from './drawing/tag-index'
import type { ReaderIntents } from './reader-intents'
import type { ReaderParts } from './reader-parts'
import { looksOf, namedIn, noLook, type ShownLook, type ShownTags } from './shown-look'
import { byReach, nextInText } from './reading/tag-order'
import { spanOf } from './reading/moves'
import { pickedIn, placedOn } from './reading/picked-words'
import { listenToPointer } from './reading/pointer'
import { Pointing } from './reading/pointing'
import { Reading } from './reading/reading'
import { linesOf, tagsInView, type TagInView } from './text/tags-in-view'
import { TextView } from './text/text-view'

/**
 * One open article in the reader: the text, the drawing over it, and what mouse and keys mean there. It is told
 * what to show and answers with intents; it holds nothing that the store does not have.
 */
export class ReaderView {
  /** Moving and selecting by key. */
  readonly reading: Reading
  readonly #parts: ReaderParts
  readonly #text: TextView
  readonly #index: TagIndex
  readonly #overlay: Overlay
  readonly #intents: ReaderIntents
  readonly #stop = new AbortController()
  readonly #pointing: Pointing
  #look = noLook
  /** The tag that has the focus by key. */
  #focused: string | null = null

  constructor(parts: ReaderParts, article: Article, codebook: Codebook, intents: ReaderIntents) {
    this.#parts = parts
    this.#intents = intents
    this.#text = new TextView(parts.text, article)
    this.reading = new Reading(this.#text, parts)
    this.#index = new TagIndex(this.#text.passages, codebook, intents.isOlder)
    const hues = [...new Set([...codebook.labels.map(({ hue }) => hue), 'other'])]
    this.#overlay = new Overlay(parts, this.#text, this.#index, this.#looks(), hues, (id) =>
      this.#focusMoved(id),
    )
    this.#pointing = new Pointing(this.#text, this.#overlay, intents, () => this.#look)
    this.#listen()
  }

  /** Shows these tags in place of all that were shown. */
  showTags({ mine, theirs }: ShownTags): void {
    this.#index.fill(mine, theirs)
    this.#overlay.refilled()
  }

  /** What is drawn of tags has changed, though the tags are the same. */
  drawAgain(): void {
    this.#overlay.refilled()
  }

  /**
   * Shows what is different now: tags that are new, or other than before, or there no more. Costs what the passages
   * cost that they touch, and of those only the ones near the screen. The drawing is there when this returns. What is
   * selected or linked from now on is best told in the same call: all is measured before anything is drawn, and the page
   * is laid out once.
   */
  changeTags(changes: readonly TagChange[], look = this.#look): void {
    const touched = this.#index.change(changes)
    const isOther = look !== this.#look
    const way = isOther ? this.#wayTo(look) : 0
    this.#overlay.changed(touched)
    if (isOther) this.#changeLook(look, way)
  }

  /** The type or the width is about to change. Makes that cost what is on the screen, whatever the article's length. */
  prepareForChange(): void {
    this.#overlay.putOff()
  }

  /**
   * The type has changed: its size, face, leading, spacing or measure, and all that is drawn is measured anew.
   */
  invalidate(): void {
    this.#overlay.invalidate()
    this.#selectionChanged()
  }

  /** Shows what is selected, pointed at, linked and hidden. Scrolls to a newly selected tag that is out of sight. */
  showLook(look: ShownLook): void {
    this.#changeLook(look, this.#wayTo(look))
  }

  /** `way` is how far to scroll. */
  #changeLook(look: ShownLook, way: number): void {
    const before = this.#look
    this.#look = look
    if (!isSameSet(look.hiddenLabels, before.hiddenLabels))
      this.#overlay.hide(({ label }) => look.hiddenLabels.has(label.id))
    const touched = this.#passagesOf([...namedIn(before), ...namedIn(look)])
    this.#overlay.showLinks(
      look.selected === null ? null : this.#index.get(look.selected),
      this.#marginLinks(look),
    )
    this.#overlay.restyle(touched, this.#looks())
    if (way !== 0) this.#parts.scroller.scrollBy(0, way)
  }

  /** These tags step back now, or do not any more, or have another sign in the margin. */
  restyle(ids: readonly string[]): void {
    this.#overlay.restyle(this.#passagesOf(ids), this.#looks())
  }

  #passagesOf(ids: readonly (string | null)[]): number[] {
    return ids.flatMap((id) => (id === null ? [] : this.#index.passagesOf(this.#index.get(id)?.annotation)))
  }

  /** Leaves tags out; without `hides`, none but those of hidden labels. */
  hide(hides: (tag: DrawnTag) => boolean): void {
    this.#overlay.hide((tag) => hides(tag) || this.#look.hiddenLabels.has(tag.label.id))
  }

  /** The text on the page. */
  get text(): TextView {
    return this.#text
  }

  get scroller(): HTMLElement {
    return this.#parts.scroller
  }

  /** The selected words; `null` when none are. */
  get picked(): Span | null {
    return pickedIn(this.#text)
  }

  /** Lets go of the selection and leaves the caret at its end: for the page with the next frame, for all others now. */
  dropSelection(): void {
    const picked = this.#text.selection()
    if (!picked) return
    const { end } = spanOf(picked)
    this.#text.selectSoon(end, end)
    this.#intents.pick(null)
  }

  /**
   * The tags at the caret if a tag covers it, and else where that starts, innermost first, with the word there; `null`
   * when the tag is not shown.
   */
  tagsAround(id: string): { readonly word: string; readonly tags: readonly Annotation[] } | null {
    const tag = this.#index.get(id)
    if (!tag) return null
    const { caret } = this.reading
    const inside = tag.spans.find(({ start, end }) => caret !== null && start <= caret && caret <= end)
    const at = inside && caret !== null ? Math.min(caret, inside.end - 1) : tag.spans[0]!.start
    const { start, end } = wordAt(this.#text.text, at) ?? { start: at, end: tag.spans[0]!.end }
    const word = this.#text.text.slice(start, Math.min(end, start + 24))
    return { word, tags: this.#overlay.tagsAt(at).map(({ annotation }) => annotation) }
  }

  /** Gives the focus to a tag's element if the reader has it, so that the tag is announced. */
  focusTag(id: string): void {
    if (this.#parts.page.contains(document.activeElement)) this.#overlay.focus.goTo(id)
  }

  #focusMoved(id: string | null): void {
    const touched = this.#passagesOf([this.#focused, id])
    this.#focused = id
    this.#overlay.restyle(touched, this.#looks())
  }

  focus(): void {
    this.#parts.text.focus({ preventScroll: true })
  }

  /** Where the caret stands, or the end of the selection that moves; `null` when it is nowhere in the text. */
  get caret(): number | null {
    return this.#text.selection()?.focus ?? null
  }

  /** The tags that are drawn and on the screen, in text order. */
  tagsInView(): TagInView[] {
    const { top, bottom } = this.#parts.scroller.getBoundingClientRect()
    return tagsInView(this.#text, this.#index, top, bottom).filter(
      ({ tag }) => !this.#look.hiddenLabels.has(tag.label.id),
    )
  }

  /** Where the words of a tag stand, a box a line, in pixels of the window; none for one that is not there. */
  linesOf(id: string): DOMRect[] {
    const tag = this.#index.get(id)
    return tag ? linesOf(this.#text, tag) : []
  }

  #looks(): Looks {
    return looksOf(this.#look, this.#focused, this.#intents)
  }

  #marginLinks(look: ShownLook): MarginLink[] {
    return look.links.flatMap(({ phrase, other }) => {
      const tag = this.#index.get(other)
      if (!tag) return []
      const { number } = this.#text.paragraphs[this.#text.paragraphAt(tag.spans[0]!.start)]!
      return [{ phrase, other: tag, place: number === null ? 'headline' : `¶ ${number}` }]
    })
  }

  /** Pixels to scroll to a newly selected tag; 0 where none is, or it is on the screen. */
  #wayTo({ selected }: ShownLook): number {
    const tag = selected === null || selected === this.#look.selected ? null : this.#index.get(selected)
    if (!tag) return 0
    const box = this.#text.rangeOf(tag.spans[0]!).getBoundingClientRect()
    const { top, bottom, height } = this.#parts.scroller.getBoundingClientRect()
    return box.top < top + 16 || box.top > bottom - 48 ? box.top - top - height / 3 : 0
  }

  #listen(): void {
    const { page, scroller } = this.#parts
    const { signal } = this.#stop
    listenToPointer(
      page,
      scroller,
      this.#text,
      {
        click: (offset, x, y, target) => this.#pointing.click(offset, x, y, target),
        pointAt: (x, y, target) => this.#pointing.move(x, y, target),
        picked: () => this.#intents.picked(),
        menu: (offset, x, y) => this.#pointing.openMenu(offset, x, y),
      },
      signal,
    )
    this.#parts.over.addEventListener(
      'click',
      ({ target, detail }) => detail === 0 && this.#pointing.press(target),
      { signal },
    )
    document.addEventListener('selectionchange', () => this.#selectionChanged(), { signal })
    page.addEventListener('focusin', () => this.reading.backInText(), { signal })
    for (const kind of ['focusin', 'focusout'] as const)
      page.addEventListener(kind, () => this.#selectionChanged(), { signal })
  }

  /** Selects the tag that has the focus, or else the innermost at the caret, and again the next outward. */
  enter(): void {
    this.#pointing.enter(this.reading.here.focus)
  }

  /** All tags at an offset that are drawn, innermost first: those on the character there, and those that end there. */
  tagsAt(offset: number): DrawnTag[] {
    const there = [
      ...this.#index.at(offset),
      ...(offset > 0 ? this.#index.at(offset - 1).filter(({ spans }) => endsAt(spans, offset)) : []),
    ]
    return there.filter(({ label }) => !this.#look.hiddenLabels.has(label.id)).toSorted(byReach)
  }

  /** All tags on the character at an offset, those with hidden labels as well. */
  everyTagAt(offset: number): DrawnTag[] {
    return this.#index.at(offset)
  }

  /** The next drawn tag in text order after a tag or an offset, or the last before it; `null` when there is none. */
  nextTag(from: string | number, step: 1 | -1): DrawnTag | null {
    const isShown = ({ label }: DrawnTag) => !this.#look.hiddenLabels.has(label.id)
    const place = typeof from === 'string' ? this.#index.get(from) : from
    return place === null ? null : nextInText(this.#index, this.#text.passages, place, step, isShown)
  }

  /** The tag as it is drawn now, mine or another's. */
  drawnTag(id: string): DrawnTag | null {
    return this.#index.get(id)
  }

  /** Opens the menu for the selected words or what is at the caret. */
  openMenu(): void {
    this.#pointing.openMenuAt(this.reading.here.focus)
  }

  #selectionChanged(): void {
    this.reading.selectionChanged()
    const span = this.picked
    this.#intents.pick(span && placedOn(this.#parts.page, this.#text, span))
  }

  destroy(): void {
    this.#stop.abort()
    this.#pointing.destroy()
    this.reading.destroy()
    this.#overlay.destroy()
    this.#text.destroy()
  }
}

const endsAt = (spans: readonly Span[], offset: number): boolean => spans.some(({ end }) => end === offset)

const isSameSet = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a === b || (a.size === b.size && [...a].every((value) => b.has(value)))
