import { store } from './store'
import { workbench } from './workbench'

/** Stops the step that takes long, as long as not all that it changes is ready; then nothing of it is done. */
export function stopStep(): void {
  const { longStep } = store.getState()
  if (longStep && longStep.done < longStep.of) void workbench.stopStep()
}
