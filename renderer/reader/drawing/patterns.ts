const SVG = 'http://www.w3.org/2000/svg'

/** Fills for lines that are not solid, one of each for every hue; their colours come from the stylesheet. */
export function patternsFor(hues: readonly string[]): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', 'patterns')
  svg.setAttribute('aria-hidden', 'true')
  const defs = document.createElementNS(SVG, 'defs')
  for (const hue of hues)
    defs.append(
      pattern(`dashes-${hue}`, hue, 7, 'M0 0h5v64h-5z'),
      pattern(`points-${hue}`, hue, 4, 'M0 0h2v64h-2z'),
      pattern(`fine-${hue}`, hue, 3, 'M0 0h1v64h-1z'),
    )
  svg.append(defs)
  return svg
}

function pattern(id: string, hue: string, period: number, d: string): SVGPatternElement {
  const element = document.createElementNS(SVG, 'pattern')
  for (const [name, value] of Object.entries({
    id,
    patternUnits: 'userSpaceOnUse',
    width: period,
    height: 64,
  }))
    element.setAttribute(name, String(value))
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', d)
  path.setAttribute('class', `ink hue-${hue}`)
  element.append(path)
  return element
}

/** A wavy line from `x0` to `x1` as a filled shape, `weight` px thick and 3 px high in all, with its top at `y`. */
export function wave(x0: number, x1: number, y: number, weight: number): string {
  const halves = Math.max(1, Math.round((x1 - x0) / 3))
  const step = (x1 - x0) / halves / 2
  const there = Array.from({ length: halves }, (_, i) => `q${step} ${i % 2 ? 2.4 : -2.4} ${2 * step} 0`)
  const back = Array.from(
    { length: halves },
    (_, i) => `q${-step} ${(halves - i) % 2 ? -2.4 : 2.4} ${-2 * step} 0`,
  )
  return `M${x0} ${y + 1}${there.join('')}v${weight}${back.join('')}z`
}
