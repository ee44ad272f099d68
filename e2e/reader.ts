import { expect, type Locator, type Page } from '@playwright/test'

/** A rectangle in CSS pixels of the window. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The open article: reading it, and selecting and tagging its words by mouse and by key. */
export class Reader {
  readonly #now: () => Page

  /** `page` gives that of the program which is running now. */
  constructor(page: () => Page) {
    this.#now = page
  }

  get #page(): Page {
    return this.#now()
  }

  get article(): Locator {
    return this.#page.getByRole('article')
  }

  /** The paragraphs of the page in text order, the headline among them. */
  get paragraphs(): Locator {
    return this.article.locator('[data-paragraph]')
  }

  /** The elements of tags, over their first lines. */
  get tags(): Locator {
    return this.article.locator('[data-annotation-id]')
  }

  /** The element of the tag that is named so: "Actor: Dorian Pell". */
  tag(name: string | RegExp): Locator {
    return this.article.getByRole('button', { name, exact: true })
  }

  /** The buttons for the selected words. */
  get toolbar(): Locator {
    return this.#page.getByRole('toolbar', { name: 'Tag selection' })
  }

  /** The words that are selected, white space made single spaces; empty when none are. */
  selected(): Promise<string> {
    return this.#page.evaluate(() =>
      (getSelection()?.rangeCount ? String(getSelection()) : '').replace(/\s+/g, ' ').trim(),
    )
  }

  /** Where words of one paragraph stand, one box a line, scrolled into view. `nth` counts from 0. */
  boxesOf(words: string, nth = 0): Promise<readonly Box[]> {
    return this.article.evaluate(
      async (article, [sought, which]) => {
        let left = which
        for (const block of article.querySelectorAll('[data-paragraph]')) {
          const text = block.textContent
          let at = text.indexOf(sought)
          while (at >= 0 && left > 0) {
            left--
            at = text.indexOf(sought, at + 1)
          }
          if (at < 0) continue
          const range = new Range()
          const nodes = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
          let passed = 0
          for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
            const length = node.textContent?.length ?? 0
            if (at >= passed && at < passed + length) range.setStart(node, at - passed)
            if (at + sought.length <= passed + length) {
              range.setEnd(node, at + sought.length - passed)
              break
            }
            passed += length
          }
          const { top, bottom } = range.getBoundingClientRect()
          if (top < 140 || bottom > innerHeight - 140) {
            block.scrollIntoView({ block: 'center' })
            // The drawing follows the scrolling a frame later.
            await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
          }
          const boxes: { left: number; top: number; right: number; bottom: number }[] = []
          for (const { left: x0, top: y0, right: x1, bottom: y1, width } of range.getClientRects()) {
            if (width < 0.5) continue
            const line = boxes.at(-1)
            if (line && Math.abs(line.top - y0) < 2) line.right = Math.max(line.right, x1)
            else boxes.push({ left: x0, top: y0, right: x1, bottom: y1 })
          }
          return boxes
        }
        throw new Error(`The article does not say “${sought}”.`)
      },
      [words, nth] as const,
    )
  }

  /** Drags the mouse from the first of the words to the last, or to the end of other words; with Alt, exactly. */
  async drag(words: string, { to = words, alt = false }: { to?: string; alt?: boolean } = {}): Promise<void> {
    const { mouse, keyboard } = this.#page
    const start = (await this.boxesOf(words))[0]!
    const end = (await this.boxesOf(to)).at(-1)!
    if (alt) await keyboard.down('Alt')
    await mouse.move(start.left + 1, middle(start))
    await mouse.down()
    await mouse.move((start.left + end.right) / 2, middle(end), { steps: 3 })
    await mouse.move(end.right - 1, middle(end), { steps: 3 })
    await mouse.up()
    if (alt) await keyboard.up('Alt')
    await expect(this.toolbar).toBeVisible()
  }

  /** Clicks in the middle of words. */
  async click(
    words: string,
    how: { readonly nth?: number; readonly times?: 1 | 2; readonly button?: 'left' | 'right' } = {},
  ): Promise<void> {
    const box = (await this.boxesOf(words, how.nth))[0]!
    const [x, y] = [(box.left + box.right) / 2, middle(box)]
    if (how.times === 2) await this.#page.mouse.dblclick(x, y)
    else await this.#page.mouse.click(x, y, { button: how.button ?? 'left' })
  }

  doubleClick(word: string, nth = 0): Promise<void> {
    return this.click(word, { nth, times: 2 })
  }

  /** Clicks the place after words with Shift, to which the selection then goes. */
  async shiftClickAfter(words: string): Promise<void> {
    const box = (await this.boxesOf(words)).at(-1)!
    await this.#page.keyboard.down('Shift')
    await this.#page.mouse.click(box.right - 1, middle(box))
    await this.#page.keyboard.up('Shift')
  }

  /** Puts the keyboard into the text. */
  async focus(): Promise<void> {
    await this.article.locator('.text').focus()
  }

  /** Walks the caret by key to where words begin: down by lines to their paragraph, then by words. */
  async walkTo(words: string): Promise<void> {
    await this.focus()
    await this.#page.keyboard.press('Home')
    await this.#press('ArrowDown', ({ paragraph }) => paragraph.includes(words))
    await this.#page.keyboard.press('Home')
    await this.#press('ArrowRight', ({ after }) => after.startsWith(words))
  }

  /** Selects words by key alone: walks to them, then extends by whole words. */
  async selectByKey(words: string): Promise<void> {
    await this.walkTo(words)
    for (let i = 0; (await this.selected()) !== words; i++) {
      if (i > 60) throw new Error(`By key, “${await this.selected()}” was selected instead of “${words}”.`)
      await this.#page.keyboard.press('Shift+ArrowRight')
    }
  }

  /** Presses a key until the caret is where it should be. */
  async #press(key: string, isThere: (caret: Caret) => boolean): Promise<void> {
    for (let i = 0; !isThere(await this.#caret()); i++) {
      if (i > 300) throw new Error(`${key} does not lead there.`)
      await this.#page.keyboard.press(key)
    }
  }

  #caret(): Promise<Caret> {
    return this.#page.evaluate(() => {
      const selection = getSelection()
      const node = selection?.focusNode
      const block = (node instanceof Element ? node : node?.parentElement)?.closest('[data-paragraph]')
      if (!selection || !node || !block) return { paragraph: '', after: '' }
      const rest = new Range()
      rest.selectNodeContents(block)
      rest.setStart(node, selection.focusOffset)
      return { paragraph: block.textContent, after: rest.toString() }
    })
  }
}

interface Caret {
  /** The text of the paragraph that the caret is in; empty when it is nowhere. */
  readonly paragraph: string
  /** What of it follows. */
  readonly after: string
}

const middle = ({ top, bottom }: Box): number => (top + bottom) / 2
