import { describe, expect, it } from 'vitest'
import { placeAt, pointIn } from './page-places'

/** As much of a DOM node as is asked for. */
class Fake {
  readonly childNodes: readonly Fake[]
  readonly nodeType: number
  parentNode: Fake | null = null
  constructor(
    readonly name: string,
    readonly words: string,
    children: readonly Fake[] = [],
  ) {
    this.nodeType = name === '#text' ? 3 : 1
    this.childNodes = children
    for (const child of children) child.parentNode = this
  }
  get parentElement(): Fake | null {
    return this.parentNode
  }
  get length(): number {
    return this.words.length
  }
  get firstChild(): Fake | null {
    return this.childNodes[0] ?? null
  }
  get lastChild(): Fake | null {
    return this.childNodes.at(-1) ?? null
  }
  get previousSibling(): Fake | null {
    return this.#beside(-1)
  }
  get nextSibling(): Fake | null {
    return this.#beside(1)
  }
  #beside(step: 1 | -1): Fake | null {
    const siblings = this.parentNode?.childNodes ?? []
    return siblings[siblings.indexOf(this) + step] ?? null
  }
  closest(): Fake | null {
    return this.name === 'p' ? this : (this.parentNode?.closest() ?? null)
  }
  getAttribute(): string {
    return this.words
  }
}

const text = (words: string) => new Fake('#text', words)
const [dateline, body, last] = [text('DALMERE - '), text('It rains.'), text('End')]
const span = new Fake('span', '', [dateline])
const opening = new Fake('p', '0', [span, body])
const sections = [
  new Fake('section', '', [opening, new Fake('p', '1', [text('So they say.')])]),
  new Fake('section', '', [new Fake('p', '2', [last])]),
]
const root = new Fake('div', '', sections)
const at = (node: Fake, offset: number) => placeAt(node as unknown as Node, offset)

describe('the place of a point of the page', () => {
  it('is in words where the point is', () => {
    expect(at(dateline, 3)).toEqual({ paragraph: 0, piece: 0, at: 3 })
    expect(at(body, 0)).toEqual({ paragraph: 0, piece: 1, at: 0 })
    expect(at(last, 3)).toEqual({ paragraph: 2, piece: 0, at: 3 })
  })

  it('is the start of what follows, between elements', () => {
    expect(at(root, 0)).toEqual({ paragraph: 0, piece: 0, at: 0 })
    expect(at(root, 1)).toEqual({ paragraph: 2, piece: 0, at: 0 })
    expect(at(sections[0]!, 1)).toEqual({ paragraph: 1, piece: 0, at: 0 })
    expect(at(opening, 1)).toEqual({ paragraph: 0, piece: 1, at: 0 })
  })

  it('is the end of what came before, after the last child', () => {
    expect(at(root, 2)).toEqual({ paragraph: 2, piece: 0, at: 3 })
    expect(at(opening, 2)).toEqual({ paragraph: 0, piece: 1, at: 9 })
    expect(at(span, 1)).toEqual({ paragraph: 0, piece: 0, at: 10 })
  })

  it('passes over what has no text, as Lexical’s anchors', () => {
    const img = () => new Fake('img', '')
    const [first, end] = [text('First'), text('Last words')]
    const blocks = [new Fake('p', '0', [first]), new Fake('p', '1', [end])]
    const anchored = new Fake('div', '', [img(), new Fake('section', '', blocks), img()])
    expect(at(anchored, 0)).toEqual({ paragraph: 0, piece: 0, at: 0 })
    expect(at(anchored, 2)).toEqual({ paragraph: 1, piece: 0, at: 10 })
    expect(at(anchored, 3)).toEqual({ paragraph: 1, piece: 0, at: 10 })
  })

  it('is nowhere without words', () => {
    expect(at(new Fake('div', ''), 0)).toBeNull()
    expect(at(text('outside'), 0)).toBeNull()
  })

  it('leads back to the text node', () => {
    const block = opening as unknown as Element
    expect(pointIn(block, { paragraph: 0, piece: 0, at: 4 })).toEqual({ node: dateline, offset: 4 })
    expect(pointIn(block, { paragraph: 0, piece: 1, at: 9 })).toEqual({ node: body, offset: 9 })
  })
})
