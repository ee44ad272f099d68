import type { WindowCommand } from './window-command'
import { windowCommands } from './window-commands'

/** Every list of commands. A function gives those that the open project decides on, such as a key for each label. */
const lists: readonly (() => readonly WindowCommand[])[] = [() => windowCommands]

/** All commands of the window as it is now, in the order in which they are listed. */
export const allCommands = (): WindowCommand[] => lists.flatMap((list) => list())
