import type { Annotation } from '../../../../data/model/records'
import type { OurReader } from './our-reader'

/** A rectangle in pixels of the window. */
interface Box {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

interface Line extends Box {
  readonly hue: string
}

/** How far below its words' box a line may lie, in parts of that box's height. */
const BELOW = 1.2

/**
 * Compares what our reader shows with the article, and with where the browser has put the words: all paragraphs as
 * they read; each tag of the state that has words in view once, its element over its first line, a line of its label
 * where it starts and ends; every drawing at the height of its paragraph. Fails when something is missing, and gives
 * the largest distance in pixels. Lines begin and end on whole pixels on purpose, so theirs is counted from there.
 */
export function checkDrawing(reader: OurReader): { readonly overlayOffPx: number } {
  checkText(reader)
  const { parts } = reader
  const view = parts.scroller.getBoundingClientRect()
  const { left: page } = parts.page.getBoundingClientRect()
  const isInView = ({ top, bottom }: Box) => bottom > view.top && top < view.bottom
  const onPixel = (x: number) => page + Math.round(x - page)
  const lines = linesIn(parts.lines)
  const offs = drawingsOff(reader, isInView)
  let seen = 0
  for (const tag of reader.tagsNear(view)) {
    const rows = rowsOf(reader.rangeOf(tag.target[0]!))
    for (const [i, row] of rows.entries()) {
      if (!isInView(row)) continue
      seen++
      const near = lines.filter((line) => isUnder(line, row) && [tag.label, 'other'].includes(line.hue))
      const off = (side: 'left' | 'right') =>
        Math.min(...near.map((line) => Math.abs(line[side] - onPixel(row[side]))))
      if (i === 0) offs.push(off('left'), handleOff(parts.over, tag, row))
      if (i === rows.length - 1) offs.push(off('right'))
    }
  }
  must(seen > 0, 'no tag is in view')
  const worst = Math.max(...offs)
  must(Number.isFinite(worst), 'a tag in view has no line')
  return { overlayOffPx: Math.round(worst * 1_000) / 1_000 }
}

function checkText({ article, paragraphs }: OurReader): void {
  must(paragraphs.length === article.blocks.length, 'there are not as many paragraphs as in the article')
  for (const [i, { start, end }] of article.blocks.entries())
    must(paragraphs[i] === article.text.slice(start, end), `paragraph ${i} does not read as in the article`)
}

/** How far drawings in view are from the top of the paragraph nearest to each. */
function drawingsOff({ parts, blocks }: OurReader, isInView: (box: Box) => boolean): number[] {
  const tops = blocks.map((block) => block.getBoundingClientRect()).filter(isInView)
  return Array.from(parts.lines.querySelectorAll('svg.drawing'), (svg) => svg.getBoundingClientRect())
    .filter(isInView)
    .map(({ top }) => Math.min(...tops.map((block) => Math.abs(block.top - top))))
}

/** How far a tag's element is from the sides of its first line; it must lie over the middle of it. */
function handleOff(over: HTMLElement, { id }: Annotation, row: Box): number {
  const handles = over.querySelectorAll(`[data-annotation-id="${id}"]`)
  must(handles.length === 1, `tag ${id} is in view and has ${handles.length} elements`)
  const { left, right, top, bottom } = handles[0]!.getBoundingClientRect()
  const middle = (row.top + row.bottom) / 2
  must(top < middle && bottom > middle, `the element of tag ${id} does not lie over its words`)
  return Math.max(Math.abs(left - row.left), Math.abs(right - row.right))
}

const isUnder = ({ top }: Line, row: Box): boolean =>
  top > row.top && top < row.bottom + BELOW * (row.bottom - row.top)

/** Every filled shape of the lines, by the hue that it has. */
function linesIn(layer: HTMLElement): Line[] {
  return Array.from(layer.querySelectorAll('svg.drawing'), (svg) => {
    const at = svg.getBoundingClientRect()
    return Array.from(svg.querySelectorAll('path.line'), (path) => {
      const hue = /hue-([\w-]+)/.exec(path.getAttribute('class') ?? '')?.[1] ?? ''
      return [...(path.getAttribute('d') ?? '').matchAll(/M([-\d.]+) ([-\d.]+)h([\d.]+)v([\d.]+)/g)].map(
        ([, x, y, width, height]) => {
          const [left, top] = [at.left + Number(x), at.top + Number(y)]
          return { hue, left, top, right: left + Number(width), bottom: top + Number(height) }
        },
      )
    }).flat()
  }).flat()
}

/** The visual lines of some words, as the browser has set them. */
function rowsOf(range: Range): Box[] {
  const rows: { left: number; right: number; top: number; bottom: number }[] = []
  for (const { left, right, top, bottom, width } of range.getClientRects()) {
    if (width < 0.5) continue
    const row = rows.at(-1)
    if (row && Math.abs(row.top - top) < 4) row.right = Math.max(row.right, right)
    else rows.push({ left, right, top, bottom })
  }
  return rows
}

function must(is: boolean, otherwise: string): void {
  if (!is) throw new Error(`Our reader is not what it should be: ${otherwise}.`)
}
