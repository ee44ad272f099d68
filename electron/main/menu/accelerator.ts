/** What Electron calls the keys that it names otherwise. */
const otherNames: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  '+': 'Plus',
}

const known =
  /^([A-Z0-9]|F([1-9]|1\d|2[0-4])|[!-/:-@[-`{-~]|Space|Tab|Backspace|Delete|Insert|Enter|Escape|Home|End|PageUp|PageDown|Up|Down|Left|Right|Plus)$/

/** The window's keys, "Ctrl+Shift+ArrowUp", as a menu shows them; `undefined` for what a menu cannot show. */
export function acceleratorOf(keys: string | undefined): string | undefined {
  if (keys === undefined) return undefined
  const parts = keys.split(/(?<=.)\+(?=.)/s)
  const key = parts.pop() ?? ''
  const name = otherNames[key] ?? key
  if (!known.test(name) || !parts.every((part) => ['Ctrl', 'Alt', 'Shift'].includes(part))) return undefined
  return [...parts.map((part) => (part === 'Ctrl' ? 'CmdOrCtrl' : part)), name].join('+')
}
