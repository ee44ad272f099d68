/** Reads colours out of our stylesheets, for the tests that compute contrast. Knows no more of CSS than these use. */

/** Custom properties by name, with what is in force in one theme: "--ink" to "#1d1e1f". */
export type Theme = ReadonlyMap<string, string>

interface Rule {
  readonly selectors: readonly string[]
  readonly declarations: ReadonlyMap<string, string>
}

function rulesIn(css: string): Rule[] {
  const plain = css.replace(/\/\*.*?\*\//gs, '').replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '')
  return [...plain.matchAll(/([^{}]+)\{([^{}]*)\}/g)].map(([, selectors, body]) => ({
    selectors: selectors!.split(',').map((selector) => selector.trim()),
    declarations: new Map(
      [...body!.matchAll(/([\w-]+)\s*:\s*([^;]+)/g)].map(([, name, value]) => [name!, value!.trim()]),
    ),
  }))
}

/** The tokens as they are in light and in dark. */
export function themesIn(tokens: string): Readonly<Record<'light' | 'dark', Theme>> {
  const rules = rulesIn(tokens)
  const inForce = (theme: string) =>
    new Map(
      rules
        .filter(
          ({ selectors }) => selectors.includes(':root') || selectors.includes(`[data-theme='${theme}']`),
        )
        .flatMap(({ declarations }) => [...declarations]),
    )
  return { light: inForce('light'), dark: inForce('dark') }
}

/** Gives the colour that a property has on an element inside `around` with these classes: `null` for none. */
export function colouring(css: string) {
  const rules = rulesIn(css)
  const known = new WeakMap<Theme, Map<string, string | null>>()
  const find = (theme: Theme, around: string, className: string, property: string): string | null => {
    const classes = new Set(className.split(' '))
    const vars = new Map(theme)
    let found: string | undefined
    for (const { selectors, declarations } of rules) {
      if (!selectors.some((selector) => isMet(selector, around, className, classes))) continue
      for (const [name, value] of declarations) {
        if (name.startsWith('--')) vars.set(name, value)
        if (name === property) found = value
      }
    }
    return found === undefined ? null : colourOf(found, vars)
  }
  return (theme: Theme, around: string, className: string, property: string): string | null => {
    const seen = known.get(theme) ?? new Map<string, string | null>()
    known.set(theme, seen)
    const key = `${around} ${className} ${property}`
    const colour = seen.get(key) ?? find(theme, around, className, property)
    seen.set(key, colour)
    return colour
  }
}

function isMet(selector: string, around: string, className: string, classes: ReadonlySet<string>): boolean {
  const parts = selector.split(/\s+/)
  const own = parts.pop()!
  if (parts.some((part) => part !== `.${around}`)) return false
  const [, contains] = /^\[class\*='([\w-]+)'\]$/.exec(own) ?? []
  if (contains) return className.includes(contains)
  return (
    /^(\.[\w-]+)+$/.test(own) &&
    own
      .slice(1)
      .split('.')
      .every((each) => classes.has(each))
  )
}

function colourOf(value: string, vars: ReadonlyMap<string, string>): string | null {
  const [, name] = /^var\((--[\w-]+)\)$/.exec(value) ?? []
  if (name) return colourOf(vars.get(name) ?? `${name} is not set`, vars)
  if (value === 'none') return null
  if (!/^#[0-9a-f]{6}$/.test(value)) throw new Error(`not a colour: ${value}`)
  return value
}

const ratios = new Map<string, number>()

/** WCAG's contrast of two opaque colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const known = ratios.get(a + b)
  if (known !== undefined) return known
  const [x, y] = [luminance(a), luminance(b)]
  const ratio = (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
  ratios.set(a + b, ratio)
  return ratio
}

function luminance(colour: string): number {
  const part = (at: number) => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}
