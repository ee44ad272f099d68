import type { Article } from '../../../../data/model/article'
import { builtInCodebook } from '../../../../data/model/built-in-codebook'
import type { Annotation, WorkRecord } from '../../../../data/model/records'
import type { Span } from '../../../../data/model/span'
import { applied, type ArticleChange } from '../../../../data/store/changes'
import { partsIn, type ReaderParts } from '../../../../renderer/reader/reader-parts'
import { ReaderView } from '../../../../renderer/reader/reader-view'
import { noLook, type ShownLook } from '../../../../renderer/reader/shown-look'
import { paragraphsOf } from '../../../../renderer/reader/text/paragraphs'
import { noTags } from '../../../../renderer/state/tag-list'
import { annotationsIn } from '../../../../renderer/state/tags'
import { annotationOf } from './our-article'
import { rangeInParagraphs } from './plain-text'

/** The records of the open article, as the window's state holds them. */
export type Records = ReadonlyMap<string, WorkRecord>

/** What `Reader` and `ReaderPage` draw around the text. */
const pane = `
  <div class="scroller">
    <div class="sheet">
      <div class="page">
        <div class="layer behind" aria-hidden="true"></div>
        <div role="article" lang="en">
          <div class="text" tabindex="0"></div>
          <div class="layer lines" aria-hidden="true"></div>
          <div class="layer over"></div>
        </div>
        <div class="caret" hidden aria-hidden="true"></div>
        <div class="margin" aria-hidden="true"></div>
      </div>
    </div>
  </div>`

/**
 * Parley's reader on one article, without React, the store and the other process: between a key and the drawing it
 * does what the window does there, `useTagging`, `carryOut` and `followStore` in one.
 */
export class OurReader {
  readonly parts: ReaderParts
  readonly article: Article
  readonly #view: ReaderView
  readonly #stop = new AbortController()
  #records: Records
  #look: ShownLook = noLook
  /** The tag that was made last. */
  made: string | null = null
  #count = 0

  constructor(host: HTMLElement, article: Article, records: Records) {
    const template = document.createElement('template')
    template.innerHTML = pane
    host.append(template.content)
    this.parts = partsIn(host.querySelector<HTMLElement>('.scroller')!)
    this.article = article
    this.#records = records
    this.#view = new ReaderView(this.parts, article, builtInCodebook, {
      select: (selected) => this.#show({ selected }),
      pointAt: (pointedAt) => this.#show({ pointedAt }),
      pick: () => undefined,
      picked: () => undefined,
      menu: () => undefined,
    })
    this.#view.showTags({ mine: annotationsIn(records), theirs: noTags })
    this.#view.showLook(this.#look)
    document.addEventListener('keydown', (event) => this.#press(event), { signal: this.#stop.signal })
  }

  /** My tags as the state has them. */
  get tags(): readonly Annotation[] {
    return [...annotationsIn(this.#records)]
  }

  /** Those with words in paragraphs that touch a stretch of the window. */
  tagsNear({ top, bottom }: { readonly top: number; readonly bottom: number }): Annotation[] {
    const spans = paragraphsOf(this.article)
    const near = this.blocks.flatMap((block, i) => {
      const box = block.getBoundingClientRect()
      return box.bottom > top && box.top < bottom ? [spans[i]!] : []
    })
    const [start, end] = [near[0]?.start ?? 0, near.at(-1)?.end ?? 0]
    return this.tags.filter(({ target: [at] }) => at !== undefined && at.start < end && at.end > start)
  }

  get blocks(): HTMLElement[] {
    return Array.from(this.parts.text.querySelectorAll<HTMLElement>('.block'))
  }

  /** The words of every paragraph on the page. */
  get paragraphs(): readonly string[] {
    return this.blocks.map(({ textContent }) => textContent)
  }

  /** Whether the last paragraph is on the page: the article may come in parts. */
  get hasAllParagraphs(): boolean {
    return this.parts.text.querySelector(`[data-paragraph="${this.article.blocks.length - 1}"]`) !== null
  }

  /** Found through the page and not by the reader, which is what is checked. */
  rangeOf(span: Span): Range {
    const nodes = this.blocks.map((block) =>
      document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode()!,
    )
    return rangeInParagraphs(nodes, paragraphsOf(this.article), span)
  }

  remove(id: string): void {
    const before = this.#records.get(id)!
    this.#change({ article: this.article.id, id, before, after: null })
  }

  #press(event: KeyboardEvent): void {
    const label = builtInCodebook.labels.find(({ key }) => key === event.key)
    const span = this.#view.picked
    if (!label || !span) return
    event.preventDefault()
    const id = `made-${this.#count++}`
    // Of the workload's labels, which are the codebook's.
    const after = annotationOf(this.article, { id, ...span, label: label.id as 'actor' })
    this.#change({ article: this.article.id, id, before: null, after })
    this.made = id
    this.#view.dropSelection()
  }

  /** A new tag is selected, and one that is gone is not any more. */
  #change(change: ArticleChange): void {
    const { id, after } = change
    this.#records = applied(this.#records, [change])
    if (after) this.#look = { ...this.#look, selected: id }
    else if (id === this.#look.selected) this.#look = { ...this.#look, selected: null }
    const changed = { id, annotation: after?.is === 'annotation' ? after : null, side: 'below' } as const
    this.#view.changeTags([changed], this.#look)
  }

  #show(look: Partial<ShownLook>): void {
    this.#look = { ...this.#look, ...look }
    this.#view.showLook(this.#look)
  }

  destroy(): void {
    this.#stop.abort()
    this.#view.destroy()
    this.parts.scroller.remove()
  }
}
