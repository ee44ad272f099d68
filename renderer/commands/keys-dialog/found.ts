import { Names } from '../../../data/text/fuzzy'
import { keysGiven, type KeyChoices } from '../key-map'
import { normalised } from '../key-names'
import { commandGroups, type CommandGroup, type WindowCommand } from '../window-command'

export interface Group {
  readonly title: CommandGroup
  readonly commands: readonly WindowCommand[]
}

/** The commands by group that are called something like what was typed, or that have these keys. */
export function groupsFor(
  commands: readonly WindowCommand[],
  typed: string,
  choices: Pick<KeyChoices, 'keys'>,
): Group[] {
  const keys = normalised(typed)
  const named = new Names(commands, ({ name }) => [name]).find(typed, commands.length)
  const wanted = new Set(named.map(({ item }) => item))
  const isWanted = (command: WindowCommand) =>
    typed.trim() === '' ||
    wanted.has(command) ||
    (keys !== null && keysGiven(command, choices).includes(keys))
  return commandGroups
    .map((title) => ({
      title,
      commands: commands.filter((command) => command.group === title && isWanted(command)),
    }))
    .filter(({ commands }) => commands.length > 0)
}
