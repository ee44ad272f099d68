import { $getRoot, createEditor, type LexicalEditor } from 'lexical'
import type { Article } from '../../../data/model/article'
import type { Span } from '../../../data/model/span'
import { graphemeAt } from '../../../data/text/graphemes'
import { wordAt } from '../../../data/text/words'
import { SectionNode } from './nodes'
import { placeAt, pointIn, type DomPoint } from './page-places'
import { paragraphAt, paragraphsOf, type Paragraph } from './paragraphs'
import { Passages } from './passages'
import { guessedHeight, sectionsOf } from './sections'
import { Places } from './places'
import { SoonSelected } from './soon-selected'

/** Articles with more sections than this are laid out a section at a time, the far ones later. */
const LONG = 2
/** Milliseconds of layout between two chances for input and frames. */
const SLICE = 8

/** Offsets of the ends of a selection; `focus` is the one that moves. */
interface Selected {
  readonly anchor: number
  readonly focus: number
}

/**
 * An article's text on the page: a Lexical editor that cannot be edited, in `root`. Everything that needs the DOM
 * of the text goes through here: ranges for offsets, offsets for selections and points of the screen.
 */
export class TextView {
  readonly root: HTMLElement
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly #editor: LexicalEditor
  readonly #places: Places
  readonly passages: Passages
  readonly #blocks: readonly HTMLElement[]
  readonly #sections: readonly HTMLElement[]
  /** By section, the index of its first paragraph. */
  readonly #firsts: readonly number[]
  readonly #isLong: boolean
  /** What lays out the far sections now; whoever begins anew ends it. */
  #laying: AbortController | null = null
  /** The sections that are laid out only when the screen comes near. */
  readonly #off: Set<number>
  readonly #soon = new SoonSelected<Selected>(({ anchor, focus }) => this.select(anchor, focus))

  /** Fills `root`, which may stand outside the page until it is filled. */
  constructor(root: HTMLElement, article: Article) {
    this.root = root
    this.text = article.text
    this.paragraphs = paragraphsOf(article)
    this.#editor = createEditor({
      namespace: 'reader',
      editable: false,
      disableEvents: true,
      nodes: [SectionNode],
      onError: (error) => {
        throw error
      },
    })
    this.#firsts = sectionsOf(this.paragraphs)
    this.#editor.update(() => $showText(this.text, this.paragraphs, this.#firsts), {
      discrete: true,
      skipTransforms: true,
    })
    this.#editor.setRootElement(root)
    this.#places = new Places(article.text, this.paragraphs)
    this.passages = new Passages(article.text, this.paragraphs)
    this.#sections = [...root.querySelectorAll<HTMLElement>('section')]
    this.#blocks = [...root.querySelectorAll<HTMLElement>('.block')]
    this.#isLong = this.#sections.length > LONG
    this.#off = new Set(this.#isLong ? this.#sections.keys() : [])
    this.#off.delete(0)
    if (this.#isLong) this.#guessHeights()
  }

  /** The element of a paragraph, by its index. */
  block(paragraph: number): HTMLElement {
    return this.#blocks[paragraph]!
  }

  /** Where a passage's paragraph begins, in pixels of the window. */
  topOf(passage: number): number {
    return this.block(this.passages.paragraph(passage)).getBoundingClientRect().top
  }

  /** The elements of all paragraphs. To find one by its place, ask `passagesBetween`: it lays out no far section. */
  get blocks(): readonly HTMLElement[] {
    return this.#blocks
  }

  /** The first and the last passage that touch a stretch of the window, from `top` to `bottom` in its pixels. */
  passagesBetween(top: number, bottom: number): [number, number] {
    return [this.#passageAt(top), this.#passageAt(bottom)]
  }

  /** The first passage that ends below a height of the window. Looks into no section but the one there. */
  #passageAt(y: number): number {
    const endsBelow = (box: { getBoundingClientRect(): DOMRect }) => box.getBoundingClientRect().bottom > y
    const section = firstOf(0, this.#sections.length - 1, (i) => endsBelow(this.#sections[i]!))
    const next = this.#firsts[section + 1] ?? this.#blocks.length
    const block = firstOf(this.#firsts[section]!, next - 1, (i) => endsBelow(this.#blocks[i]!))
    const [from, to] = this.passages.of(block)
    return firstOf(from, to, (i) => endsBelow(this.rangeOf(this.passages.span(i))))
  }

  /** The words of a span as a DOM range. A span over several paragraphs gives one range over all of them. */
  rangeOf({ start, end }: Span, range: Range = new Range()): Range {
    const from = this.#domPoint(start, 'start')
    const to = this.#domPoint(end, 'end')
    range.setStart(from.node, from.offset)
    range.setEnd(to.node, to.offset)
    return range
  }

  #domPoint(offset: number, edge: 'start' | 'end'): DomPoint {
    const place = this.#places.placeOf(offset, edge)
    return pointIn(this.#blocks[place.paragraph]!, place)
  }

  /** The offset of a point of the DOM; `null` for one that is not in the text. */
  #offsetOf(node: Node | null, offset: number): number | null {
    const place = node && this.root.contains(node) ? placeAt(node, offset) : null
    return place && this.#places.offsetOf(place)
  }

  /** What is selected in the text, with the end that moves. `null` when the selection is elsewhere or nowhere. */
  selection(): Selected | null {
    const { wanted } = this.#soon
    if (wanted) return wanted
    const selection = getSelection()
    if (!selection) return null
    const anchor = this.#offsetOf(selection.anchorNode, selection.anchorOffset)
    const focus = this.#offsetOf(selection.focusNode, selection.focusOffset)
    return anchor === null || focus === null ? null : { anchor, focus }
  }

  /** Selects in the page, `focus` being the end that moves. */
  select(anchor: number, focus: number): void {
    this.#soon.forget()
    const forward = anchor < focus
    const a = this.#domPoint(anchor, forward ? 'start' : 'end')
    const f = this.#domPoint(focus, forward ? 'end' : 'start')
    getSelection()?.setBaseAndExtent(a.node, a.offset, f.node, f.offset)
  }

  /**
   * Selects with the next frame, before that is painted; `selection` says so from now on. What is selected while the
   * browser deals with a key makes it read the words of the whole page, which takes longer the more there are.
   */
  selectSoon(anchor: number, focus: number): void {
    this.#soon.want({ anchor, focus })
  }

  /** Moves the selection's end as the browser does it, which knows where lines break. */
  modify(alter: 'extend' | 'move', step: 1 | -1, granularity: 'line' | 'lineboundary'): void {
    this.#soon.settle()
    getSelection()?.modify(alter, step === 1 ? 'forward' : 'backward', granularity)
  }

  /** Selects the word at an offset; where there is none, the character: an emoji, a sign. */
  selectWordAt(offset: number): void {
    const span = wordAt(this.text, offset) ?? this.#characterAt(offset)
    if (span) this.select(span.start, span.end)
  }

  /** The character that starts at an offset, else the one that ends there; white space is none. */
  #characterAt(offset: number): Span | undefined {
    const around = [offset, offset - 1].filter((at) => at >= 0 && at < this.text.length)
    return around
      .map((at) => graphemeAt(this.text, at))
      .find(({ start, end }) => /\S/u.test(this.text.slice(start, end)))
  }

  /** The offset of the character boundary nearest to a point of the window; `null` off the text. */
  offsetAt(x: number, y: number): number | null {
    const place = document.caretPositionFromPoint(x, y)
    if (place?.offsetNode.nodeType !== Node.TEXT_NODE) return null
    return this.#offsetOf(place.offsetNode, place.offset)
  }

  paragraphAt(offset: number): number {
    return paragraphAt(this.paragraphs, offset)
  }

  /**
   * Leaves sections unlaid, each as high as it was, but for those of some passages: the text is set anew at the cost of
   * what is near the screen. To be called before the page is laid out with another width or type. The section on the
   * screen has to stay, since the browser keeps the place there.
   */
  putOff([first, last]: readonly [firstPassage: number, lastPassage: number]): void {
    if (!this.#isLong) return
    this.#laying?.abort()
    const [from, to] = [this.passages.paragraph(first), this.passages.paragraph(last)]
    for (const [i, section] of this.#sections.entries()) {
      const isNear = this.#firsts[i]! <= to && (this.#firsts[i + 1] ?? Infinity) > from
      if (isNear || this.#off.has(i)) continue
      section.style.contentVisibility = 'auto'
      this.#off.add(i)
    }
  }

  /** Makes all sections but the first as high as their characters suggest until they are laid out. */
  #guessHeights(): void {
    for (const [i, section] of this.#sections.entries()) {
      const paragraphs = this.paragraphs.slice(this.#firsts[i], this.#firsts[i + 1])
      const height = paragraphs.reduce((sum, paragraph) => sum + guessedHeight(paragraph), 0)
      section.style.containIntrinsicSize = `auto ${height}px`
      if (this.#off.has(i)) section.style.contentVisibility = 'auto'
    }
  }

  /** Whether what is far from the screen has not been laid out yet. */
  get isPutOff(): boolean {
    return this.#off.size > 0
  }

  /**
   * Lays out the far sections in slices, after what is on the screen was shown, so that scrolling meets no estimates.
   * Calls `before` and `after` around each slice, so that what is on the screen need not move.
   */
  layOut(before: () => void, after: (isDone: boolean) => void): void {
    if (!this.isPutOff) return
    this.#laying?.abort()
    const { signal } = (this.#laying = new AbortController())
    const { port1, port2 } = new MessageChannel()
    const lay = () => {
      const began = performance.now()
      if (!signal.aborted) before()
      for (const i of this.#off) {
        if (signal.aborted || performance.now() - began >= SLICE) break
        this.#off.delete(i)
        this.#sections[i]!.style.contentVisibility = 'visible'
        this.#sections[i]!.getBoundingClientRect()
      }
      if (signal.aborted) return port1.close()
      after(!this.isPutOff)
      if (this.isPutOff) port2.postMessage(null)
      else port1.close()
    }
    port1.addEventListener('message', lay)
    port1.start()
    requestAnimationFrame(() => requestAnimationFrame(() => port2.postMessage(null)))
  }

  destroy(): void {
    this.#laying?.abort()
    this.#soon.forget()
    this.#editor.setRootElement(null)
  }
}

/** The first of the numbers from `low` to `high` that passes, where all after one that passes do; else `high`. */
function firstOf(low: number, high: number, passes: (number: number) => boolean): number {
  let [from, to] = [low, high]
  while (from < to) {
    const middle = (from + to) >> 1
    if (passes(middle)) to = middle
    else from = middle + 1
  }
  return from
}

/** Puts the article into an empty editor. Lexical shows the article and never holds it: nothing is read back out of it. */
function $showText(text: string, paragraphs: readonly Paragraph[], firsts: readonly number[]): void {
  const nodes = firsts.map(
    (first, i) => new SectionNode({ text, paragraphs: paragraphs.slice(first, firsts[i + 1]), first }),
  )
  $getRoot().append(...nodes)
}
