import { basename, dirname, join } from 'node:path'
import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import type { Handlers } from '../answer'
import type { HandlerPorts } from '../handlers'
import type { ProjectBackups } from './project-backups'

type BackupHandlers = Pick<
  Handlers,
  | 'backups'
  | 'backUp'
  | 'checkBackups'
  | 'stopBackup'
  | 'compareBackup'
  | 'compareWork'
  | 'bringBackFrom'
  | 'putBack'
  | 'restoreBackup'
  | 'openRestored'
>

/** The answers to what the window may ask of backups. */
export function backupHandlers(ports: HandlerPorts): BackupHandlers {
  const { projects, dialogs, tell } = ports
  /** Where a backup was restored to last. */
  let restored: string | null = null

  const ofProject = async <T>(
    ask: (backups: ProjectBackups) => Promise<Result<T, Problem>>,
  ): Promise<Result<T, Problem>> =>
    projects.backups ? ask(projects.backups) : failed({ kind: 'no-project' })

  return {
    backups: () => ofProject((backups) => backups.list()),
    backUp: () => ofProject((backups) => backups.backUp('by-hand')),
    checkBackups: () => ofProject((backups) => backups.check()),
    stopBackup() {
      projects.backups?.stop()
      return null
    },
    compareBackup: (backup) => ofProject((backups) => backups.compare(backup)),
    compareWork: (backup, article, annotator) =>
      ofProject((backups) => backups.compareWork(backup, article, annotator)),
    async bringBackFrom(backup, article) {
      const reply = await ofProject((backups) => backups.bringBack(backup, article))
      if (reply.ok) projects.record?.took(reply.value)
      return reply
    },
    putBack: (backup, article) =>
      ofProject(async (backups) => {
        const put = await backups.putBack(backup, article)
        const view = projects.store?.view()
        if (view) tell({ is: 'sets', people: view.people })
        return put
      }),
    async restoreBackup(backup) {
      const { backups, store } = projects
      if (!backups || !store) return failed({ kind: 'no-project' })
      const { folder } = store.view()
      const proposed = `${basename(folder)} restored`
      const place = await dialogs().restoreTo(join(dirname(folder), proposed))
      if (place === null) return null
      const answer = await backups.restore(backup, place)
      if (!answer.ok) return answer
      restored = place
      return ok({ folder: basename(place), files: answer.value.files, lost: answer.value.lost.length })
    },
    openRestored: async () => (restored === null ? failed({ kind: 'no-project' }) : projects.open(restored)),
  }
}
