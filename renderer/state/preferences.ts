import type { Preferences } from '../../electron/ipc/preferences'
import { store } from './store'
import { workbench } from './workbench'

/** Changes a part of how this user likes the window: shown at once, and kept for the next start. */
export function prefer(parts: Partial<Preferences>): void {
  const { preferences } = store.getState()
  if (!preferences) return
  store.setState({ preferences: { ...preferences, ...parts } })
  void workbench.prefer(parts)
}
