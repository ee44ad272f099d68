import type { DrawnTag } from '../../reader/drawing/tag-index'
import type { Mark } from '../../reader/drawing/marks'
import { patternsFor } from '../../reader/drawing/patterns'

const SVG = 'http://www.w3.org/2000/svg'

/** An element of the printed page with words, or with others in it. */
export function element(
  className: string,
  content: string | readonly Node[] = '',
  tag: keyof HTMLElementTagNameMap = 'div',
): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  if (typeof content === 'string') made.textContent = content
  else made.append(...content)
  return made
}

/** Puts an element at a place of its page, in CSS pixels. */
export function at<E extends HTMLElement | SVGElement>(
  made: E,
  place: { readonly left: number; readonly top: number; readonly width?: number },
): E {
  made.style.left = `${place.left}px`
  made.style.top = `${place.top}px`
  if (place.width !== undefined) made.style.width = `${place.width}px`
  return made
}

/** Before the names of patterns, which the window's own reader has too. */
const PREFIX = 'print-'

export function printPatterns(hues: readonly string[]): SVGSVGElement {
  const patterns = patternsFor(hues)
  for (const pattern of patterns.querySelectorAll('pattern')) pattern.id = PREFIX + pattern.id
  return patterns
}

/** The drawing of a fragment's tags, behind its words. */
export function drawingOf(marks: readonly Mark[]): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', 'drawing')
  for (const { className, d } of marks) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('class', className)
    path.setAttribute('d', d)
    const [, pattern] = /(dashes|points|fine)-fill/.exec(className) ?? []
    const hue = /hue-([\w-]+)/.exec(className)?.[1]
    if (pattern) path.setAttribute('fill', `url(#${PREFIX}${pattern}-${hue})`)
    svg.append(path)
  }
  return svg
}

/** A label's letter, as it stands in the margin. */
export const letterOf = ({ label, unsure }: Pick<DrawnTag, 'label' | 'unsure'>, more = ''): HTMLElement =>
  element(`letter hue-${label.hue}`, label.letter + (unsure ? '?' : '') + more, 'span')
