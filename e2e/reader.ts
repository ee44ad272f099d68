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

  /** The words of the selected tag's links, in the margin. */
  get linkWords(): Locator {
    return this.#page.locator('.margin .link-words > *')
  }

  /** The words that are selected, white space made single spaces; empty when none are. */
  selected(): Promise<string> {
    return this.#page.evaluate(() =>
      (getSelection()?.rangeCount ? String(getSelection()) : '').replace(/\s+/g, ' ').trim(),
    )
  }

  /** Where words of one paragraph stand, one box a line, scrolled into view. `nth` counts from 0. */
  async boxesOf(words: string, nth = 0): Promise<readonly Box[]> {
    await this.paragraphs.first().waitFor()
    const place = placesOf(words, await this.paragraphs.allTextContents())[nth]
    if (!place) throw new Error(`The article does not say “${words}”.`)
    await this.paragraphs.nth(place.paragraph).evaluate(bringIntoView)
    return (await this.article.evaluate(boxesAt, [place]))[0]!
  }

  /** The names of tags near the view whose elements do not lie over the first line of their words. */
  async misplacedTags(): Promise<readonly string[]> {
    const texts = await this.paragraphs.allTextContents()
    const tags = await this.tags.evaluateAll((elements) =>
      elements.map((element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect()
        return { name: element.ariaLabel ?? '', left, top, right, bottom }
      }),
    )
    const found = tags.flatMap((tag) => {
      // Over a tag of several parts the element begins at the first and may go on to the others on its line.
      const [quote = '', ...others] = tag.name.slice(tag.name.indexOf(': ') + 2).split(' … ')
      return placesOf(quote, texts).map((place) => ({ tag, place, goesOn: others.length > 0 }))
    })
    const boxes = await this.article.evaluate(
      boxesAt,
      found.map(({ place }) => place),
    )
    const right = new Set(
      found.flatMap(({ tag, goesOn }, i) => (liesOver(tag, boxes[i]![0], goesOn) ? [tag] : [])),
    )
    return tags.filter((tag) => !right.has(tag)).map(({ name }) => name)
  }

  /** The names of tags near the view that have no line of their label from where their words start, or to where they end. */
  async misplacedLines(): Promise<readonly string[]> {
    const texts = await this.paragraphs.allTextContents()
    const names = await this.tags.evaluateAll((elements) => elements.map(({ ariaLabel }) => ariaLabel ?? ''))
    const lines = await this.article.locator('.layer.lines').evaluate(linesDrawn)
    const found = names.flatMap((name) =>
      placesOf(name.slice(name.indexOf(': ') + 2), texts).map((place) => ({ name, place })),
    )
    const boxes = await this.article.evaluate(
      boxesAt,
      found.map(({ place }) => place),
    )
    const right = new Set(
      found.flatMap(({ name }, i) => {
        const hue = name.slice(0, name.indexOf(':')).toLowerCase()
        const own = lines.filter((line) => line.hue === hue)
        const [first, last] = [boxes[i]![0], boxes[i]!.at(-1)]
        const starts = own.some((line) => runsBy(line, first) && Math.abs(line.left - first!.left) <= 1)
        const ends = own.some((line) => runsBy(line, last) && Math.abs(line.right - last!.right) <= 1)
        return starts && ends ? [name] : []
      }),
    )
    return names.filter((name) => !right.has(name))
  }

  /** Drags the mouse from the first of the words to the last, or to the end of other words; with Alt, exactly. */
  async drag(words: string, { to = words, alt = false }: { to?: string; alt?: boolean } = {}): Promise<void> {
    await this.dragOnly(words, { to, alt })
    await expect(this.toolbar).toBeVisible()
  }

  /** The same, whatever comes of it. */
  async dragOnly(
    words: string,
    { to = words, alt = false }: { to?: string; alt?: boolean } = {},
  ): Promise<void> {
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
  }

  /** Clicks in the middle of words. */
  async click(
    words: string,
    how: { readonly nth?: number; readonly times?: 1 | 2 | 3; readonly button?: 'left' | 'right' } = {},
  ): Promise<void> {
    const box = (await this.boxesOf(words, how.nth))[0]!
    const [x, y] = [(box.left + box.right) / 2, middle(box)]
    await this.#page.mouse.click(x, y, { button: how.button ?? 'left', clickCount: how.times ?? 1 })
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

  /** Walks the caret by key to where words begin: from the top by lines to their paragraph, then by words. */
  async walkTo(words: string): Promise<void> {
    await this.focus()
    await this.#page.keyboard.press('Home')
    await this.#press('ArrowUp', ({ isFirst }) => isFirst)
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
      if (i > 300) throw new Error(`${key} does not lead there. ${await this.#whereTheKeysGo()}`)
      await this.#page.keyboard.press(key)
    }
  }

  #whereTheKeysGo(): Promise<string> {
    return this.#page.evaluate(() => {
      const [at, selection] = [document.activeElement, getSelection()]
      return `The keys go to ${at?.outerHTML.slice(0, 120)}; the caret is in “${selection?.focusNode?.textContent?.slice(0, 40)}”.`
    })
  }

  #caret(): Promise<Caret> {
    return this.#page.evaluate(() => {
      const selection = getSelection()
      const node = selection?.focusNode
      const block = (node instanceof Element ? node : node?.parentElement)?.closest('[data-paragraph]')
      if (!selection || !node || !block) return { paragraph: '', after: '', isFirst: false }
      const rest = new Range()
      rest.selectNodeContents(block)
      rest.setStart(node, selection.focusOffset)
      const isFirst = block.matches('[data-paragraph="0"]')
      return { paragraph: block.textContent, after: rest.toString(), isFirst }
    })
  }
}

interface Caret {
  /** The text of the paragraph that the caret is in; empty when it is nowhere. */
  readonly paragraph: string
  /** What of it follows. */
  readonly after: string
  /** It is the first of the article. */
  readonly isFirst: boolean
}

/** Words in one paragraph, by its index and from where to where in its text. */
interface Place {
  readonly paragraph: number
  readonly start: number
  readonly end: number
}

/** Everywhere that words stand in paragraphs; of words over several paragraphs, what stands in the first. */
function placesOf(words: string, paragraphs: readonly string[]): Place[] {
  return paragraphs.flatMap((raw, paragraph) => {
    const text = raw.replace(/\s/g, ' ')
    const places: Place[] = []
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
      places.push({ paragraph, start: at, end: at + words.length })
    const at = text.lastIndexOf(words.slice(0, 10))
    const goesOn = at >= 0 && at + words.length > text.length && words.startsWith(text.slice(at))
    return goesOn ? [...places, { paragraph, start: at, end: text.length }] : places
  })
}

/** Scrolls a paragraph to the middle unless it stands well inside the window, and waits for the drawing to follow. */
async function bringIntoView(block: Element): Promise<void> {
  const { top, bottom } = block.getBoundingClientRect()
  if (top > 140 && bottom < innerHeight - 140) return
  block.scrollIntoView({ block: 'center' })
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
}

/** The boxes of places, one a line. Runs in the page. */
function boxesAt(article: Element, places: readonly Place[]): Box[][] {
  const blocks = article.querySelectorAll('[data-paragraph]')
  return places.map(({ paragraph, start, end }) => {
    const range = new Range()
    const nodes = document.createTreeWalker(blocks[paragraph]!, NodeFilter.SHOW_TEXT)
    let passed = 0
    for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
      const length = node.textContent?.length ?? 0
      if (start >= passed && start < passed + length) range.setStart(node, start - passed)
      if (end > passed && end <= passed + length) range.setEnd(node, end - passed)
      passed += length
    }
    const lines: { left: number; top: number; right: number; bottom: number }[] = []
    for (const { left, top, right, bottom, width } of range.getClientRects()) {
      if (width < 0.5) continue
      const line = lines.at(-1)
      if (line && Math.abs(line.top - top) < 4) line.right = Math.max(line.right, right)
      else lines.push({ left, top, right, bottom })
    }
    return lines
  })
}

/** Whether a tag's element has the width of its words, or more where it goes on, and covers the middle of their line. */
const liesOver = (tag: Box, words: Box | undefined, goesOn: boolean): boolean =>
  words !== undefined &&
  Math.abs(tag.left - words.left) < 2 &&
  (goesOn ? tag.right > words.right - 2 : Math.abs(tag.right - words.right) < 2) &&
  tag.top < middle(words) &&
  tag.bottom > middle(words)

/** Whether a line lies under words or over them, no further than to the next line of text. */
const runsBy = (line: Box, words: Box | undefined): boolean =>
  words !== undefined && Math.abs(middle(line) - middle(words)) < 1.3 * (words.bottom - words.top)

/** The shapes that the lines of tags are drawn with, by the hue of their label. Runs in the page. */
function linesDrawn(layer: Element): (Box & { readonly hue: string })[] {
  return Array.from(layer.querySelectorAll('svg.drawing'), (svg) => {
    const at = svg.getBoundingClientRect()
    return Array.from(svg.querySelectorAll('path.line'), (path) => {
      const hue = /hue-([\w-]+)/.exec(path.getAttribute('class') ?? '')?.[1] ?? ''
      const shapes = (path.getAttribute('d') ?? '').matchAll(/M([-\d.]+) ([-\d.]+)h([\d.]+)v([\d.]+)/g)
      return [...shapes].map(([, ...numbers]) => {
        const [x, y, width, height] = numbers.map(Number) as [number, number, number, number]
        return {
          hue,
          left: at.left + x,
          top: at.top + y,
          right: at.left + x + width,
          bottom: at.top + y + height,
        }
      })
    })
  }).flat(2)
}

const middle = ({ top, bottom }: Box): number => (top + bottom) / 2
