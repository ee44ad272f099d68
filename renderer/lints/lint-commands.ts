import type { WindowCommand } from '../commands/window-command'
import { store } from '../state/store'
import { dismiss, mend, reachedLint, stepToLint } from './lint-actions'

const isReading = (): boolean => store.getState().open !== null && store.getState().past === null
const hasReached = (): boolean => isReading() && reachedLint() !== null

function withReached(act: (lint: NonNullable<ReturnType<typeof reachedLint>>) => unknown): void {
  const lint = reachedLint()
  if (lint) act(lint)
}

/** Going through what may be amiss in my tags on the article, and mending it. */
export const lintCommands: readonly WindowCommand[] = [
  {
    id: 'go.next-lint',
    name: 'Go to the next place worth another look',
    group: 'Go',
    keys: ['V'],
    where: 'window',
    can: isReading,
    run: () => stepToLint(1),
  },
  {
    id: 'go.previous-lint',
    name: 'Go to the place worth another look before',
    group: 'Go',
    keys: ['Shift+V'],
    where: 'window',
    can: isReading,
    run: () => stepToLint(-1),
  },
  {
    id: 'lint.mend',
    name: 'Mend what is worth another look here',
    group: 'Tag',
    keys: ['R'],
    where: 'window',
    can: hasReached,
    run: () => withReached(mend),
  },
  {
    id: 'lint.dismiss',
    name: 'Dismiss what is worth another look here, for good',
    group: 'Tag',
    keys: ['Shift+R'],
    where: 'window',
    can: hasReached,
    run: () => withReached(dismiss),
  },
]
