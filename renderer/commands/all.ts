import type { Codebook } from '../../data/model/codebook'
import { codebookCommands } from '../codebook/codebook-commands'
import { bulkCommands } from '../bulk/bulk-commands'
import { comfortCommands } from '../comfort/comfort-commands'
import { lintCommands } from '../lints/lint-commands'
import { occurrenceCommands } from '../occurrences/occurrence-commands'
import { readerCommands } from '../reader/reader-commands'
import { paletteCommands } from './palette/palette-commands'
import { registryCommands } from '../registry/registry-commands'
import { peopleCommands } from '../review/people-commands'
import { agreementCommands } from '../review/agreement/agreement-commands'
import { differencesCommands } from '../review/differences/differences-commands'
import { reviewCommands } from '../review/review-commands'
import { statementCommands } from '../statements/statement-commands'
import { tagCommands } from './tag-commands'
import { viewCommands } from './view-commands'
import { progressCommands } from '../progress/progress-commands'
import { recordCommands } from '../record/record-commands'
import type { WindowCommand } from './window-command'
import { windowCommands } from './window-commands'

/**
 * Every list of commands. They depend on nothing but the codebook, such as a key for each label, and are asked again
 * when that is another; what decides otherwise whether a command can be done goes into its `can`.
 */
const lists: readonly ((codebook: Codebook | null) => readonly WindowCommand[])[] = [
  () => paletteCommands,
  () => windowCommands,
  readerCommands,
  tagCommands,
  () => statementCommands,
  () => occurrenceCommands,
  () => lintCommands,
  () => bulkCommands,
  () => comfortCommands,
  viewCommands,
  () => progressCommands,
  () => codebookCommands,
  () => recordCommands,
  () => registryCommands,
  () => reviewCommands,
  () => agreementCommands,
  () => peopleCommands,
  () => differencesCommands,
]

/** All commands of the window under a codebook, in the order in which they are listed. */
export const allCommands = (codebook: Codebook | null): readonly WindowCommand[] =>
  lists.flatMap((list) => list(codebook))
