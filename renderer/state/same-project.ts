import { store } from './store'

/** Says, whenever it is called, whether the project that is shown now is still shown. */
export function sameProject(): () => boolean {
  const shown = () => store.getState().start?.project
  const before = shown()
  return () => shown() === before
}
