import { store } from './store'
import { workbench } from './workbench'

/**
 * The project is about to be let go of. Leaves the field that words are typed in, which then sends them, waits for
 * all answers, and says that nothing is on its way any more.
 */
export async function leave(): Promise<void> {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  await answered()
  await workbench.left()
}

/** Once every command that was sent has its answer. */
export const answered = (): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      if (store.getState().pending > 0) return
      stop()
      resolve()
    }
    const stop = store.subscribe(done)
    done()
  })
