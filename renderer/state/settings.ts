import type { State } from './state'
import { store } from './store'

/** What this window remembers from one start to the next. */
const remembered = ['libraryShown', 'inspectorShown', 'libraryWidth', 'inspectorWidth'] as const
type Settings = Pick<State, (typeof remembered)[number]>

const KEY = 'parley.window'

/** What of `stored` is a setting of the right kind; anything else is left out. */
export function settingsIn(stored: string | null): Partial<Settings> {
  let found: unknown
  try {
    found = JSON.parse(stored ?? '{}')
  } catch {
    return {}
  }
  if (typeof found !== 'object' || found === null) return {}
  const values: Record<string, unknown> = { ...found }
  const shown = (key: 'libraryShown' | 'inspectorShown') =>
    typeof values[key] === 'boolean' ? { [key]: values[key] } : {}
  const width = (key: 'libraryWidth' | 'inspectorWidth') =>
    typeof values[key] === 'number' && Number.isFinite(values[key]) ? { [key]: values[key] } : {}
  return {
    ...shown('libraryShown'),
    ...shown('inspectorShown'),
    ...width('libraryWidth'),
    ...width('inspectorWidth'),
  }
}

/** Takes up the settings of last time, and keeps later ones. */
export function rememberSettings(): void {
  store.setState(settingsIn(localStorage.getItem(KEY)))
  store.subscribe((state, before) => {
    if (remembered.every((key) => state[key] === before[key])) return
    localStorage.setItem(KEY, JSON.stringify(Object.fromEntries(remembered.map((key) => [key, state[key]]))))
  })
}

/** Puts the theme on the page: that of the system, or the one chosen in the menu, which stands in its place. */
export function followTheme(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const show = () => (document.documentElement.dataset['theme'] = dark.matches ? 'dark' : 'light')
  show()
  dark.addEventListener('change', show)
}
