import type { Command } from '../command'
import { agreementCommand } from './agreement'
import { exportCommand } from './export'
import { formatsCommand } from './formats'
import { importCommand } from './import'
import { importSetCommand } from './import-set'
import { newCommand } from './new'
import { statsCommand } from './stats'
import { validateCommand } from './validate'

/** Every command, in the order in which help lists them. */
export const commands: readonly Command[] = [
  newCommand,
  importCommand,
  importSetCommand,
  exportCommand,
  agreementCommand,
  validateCommand,
  formatsCommand,
  statsCommand,
]
