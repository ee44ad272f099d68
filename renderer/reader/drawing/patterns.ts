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
      pattern(`wave-${hue}`, hue, 6, 'M0 0h3v64h-3zM3 1h3v1h-3z'),
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
