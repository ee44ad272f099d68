import type { RegistryRecord } from '../../data/model/records'
import { showStatements } from '../state/record-view'

/** Shows all statements of an actor, on an issue, or with a position in the table of statements. */
export function showStatementsOf({ is, id }: RegistryRecord): void {
  const keys = { actor: 'actors', issue: 'issues', position: 'positions' } as const
  showStatements({ [keys[is]]: [id] })
}
