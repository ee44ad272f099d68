import type { Problem } from '../../data/model/problem'
import type { BackupWork } from '../../electron/ipc/backups'
import { say } from './notices'
import { takeBackFrom } from './steps'
import { store } from './store'
import { workbench } from './workbench'

/** That something was stopped is nothing to say. */
const told = (problem: Problem): Problem | null => (problem.kind === 'cancelled' ? null : problem)

/** Lists the backups; what becomes of them arrives as events. Gives the reason when it cannot be done, as the others do. */
export async function listBackups(): Promise<Problem | null> {
  const answer = await workbench.backups()
  if (!answer.ok) return answer.error
  store.setState({ backups: answer.value })
  return null
}

export async function backUp(): Promise<Problem | null> {
  const answer = await workbench.backUp()
  return answer.ok ? null : told(answer.error)
}

export async function checkBackups(): Promise<Problem | null> {
  const answer = await workbench.checkBackups()
  return answer.ok ? null : told(answer.error)
}

/** Stops what goes on; with `only`, if it is that. */
export async function stopBackup(only?: BackupWork['is']): Promise<void> {
  const doing = store.getState().backups?.doing
  if (only === undefined || doing?.is === only) await workbench.stopBackup()
}

/** Makes my tags on an article what they are in a backup. Undo takes it back. */
export async function bringBackFrom(backup: string, article: string, words: string): Promise<Problem | null> {
  const problem = await takeBackFrom(backup, article)
  if (!problem) say(words, true)
  return problem
}
