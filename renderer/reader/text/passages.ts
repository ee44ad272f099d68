import type { Span } from '../../../data/model/span'
import { graphemeAt } from '../../../data/text/graphemes'

/** Paragraphs with more code units than this are cut. */
const LONG = 4000
/** Code units of a piece of a paragraph that is cut, at most. */
const LENGTH = 2000

/**
 * Where a very long paragraph is cut into passages, so that no more of it is measured and drawn than is near the
 * screen: the offsets at which passages start, after white space where there is some and never inside a character.
 * A paragraph of usual length is one passage.
 */
export function passagesIn(text: string, { start, end }: Span): number[] {
  const starts = [start]
  if (end - start <= LONG) return starts
  let at = start
  while (end - at > LENGTH) {
    const from = text.slice(at + LENGTH / 2, at + LENGTH)
    const space = Math.max(from.lastIndexOf(' '), from.lastIndexOf('\n'))
    const cut = graphemeAt(text, space < 0 ? at + LENGTH : at + LENGTH / 2 + space + 1).start
    if (cut <= at) break
    at = cut
    starts.push(at)
  }
  return starts
}

/** The passages of an article in text order: a paragraph each, or a part of a very long one. Columns, since there are many. */
export class Passages {
  readonly count: number
  readonly #starts: Int32Array
  readonly #paragraphs: Int32Array
  readonly #spans: readonly Span[]

  constructor(text: string, paragraphs: readonly Span[]) {
    const starts: number[] = []
    const owners: number[] = []
    for (const [i, paragraph] of paragraphs.entries())
      for (const start of passagesIn(text, paragraph)) {
        starts.push(start)
        owners.push(i)
      }
    this.count = starts.length
    this.#starts = Int32Array.from(starts)
    this.#paragraphs = Int32Array.from(owners)
    this.#spans = paragraphs
  }

  /** The index of the paragraph that a passage is in. */
  paragraph(passage: number): number {
    return this.#paragraphs[passage]!
  }

  /** `Infinity` past the last. */
  startOf(passage: number): number {
    return this.#starts[passage] ?? Infinity
  }

  span(passage: number): Span {
    const { end } = this.#spans[this.paragraph(passage)]!
    return { start: this.#starts[passage]!, end: this.goesOn(passage) ? this.#starts[passage + 1]! : end }
  }

  /** Whether its paragraph goes on after it. */
  goesOn(passage: number): boolean {
    return this.#paragraphs[passage + 1] === this.#paragraphs[passage]
  }

  /** Whether its paragraph goes on after it, or began before it. */
  isPart(passage: number): boolean {
    return this.goesOn(passage) || this.#paragraphs[passage - 1] === this.#paragraphs[passage]
  }

  /** The last passage that starts at or before `offset`; 0 before the first. */
  at(offset: number): number {
    let low = 0
    let high = this.count - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return Math.max(0, low)
  }

  /** The first and the last passage of a paragraph. */
  of(paragraph: number): [number, number] {
    const { start, end } = this.#spans[paragraph]!
    return [this.at(start), this.at(Math.max(start, end - 1))]
  }
}
