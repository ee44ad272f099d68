const KEY = 'parley.recent-commands'
const MOST = 6

/** Ids of the commands that were chosen in the palette on this computer, latest first. What is not readable counts as none. */
export function recentCommands(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, MOST) : []
  } catch {
    return []
  }
}

/** Puts a command at the head of the recent ones. */
export const rememberCommand = (id: string): void =>
  localStorage.setItem(
    KEY,
    JSON.stringify([id, ...recentCommands().filter((other) => other !== id)].slice(0, MOST)),
  )
