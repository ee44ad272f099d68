import { explain } from '../../../data/model/explain'
import type { Problem } from '../../../data/model/problem'
import type { Result } from '../../../data/model/result'
import { lostProject } from '../backup/lost-project'
import type { Dialogs } from '../dialogs'
import { folderKind } from './folder-kind'
import type { Projects } from './projects'

/**
 * Opens a project that was open before. Where its folder is gone or cannot be read any more, its newest backup is
 * offered, in the place where it was if that is free.
 */
export async function openRecent(
  projects: Pick<Projects, 'open'>,
  folder: string,
  home: string,
  dialogs: Pick<Dialogs, 'offerBackup' | 'restoreTo'>,
): Promise<Result<null, Problem>> {
  const opened = await projects.open(folder)
  const lost = opened.ok ? null : await lostProject(home, folder)
  if (opened.ok || !lost) return opened
  if (!(await dialogs.offerBackup(explain(opened.error), lost))) return opened
  const kind = await folderKind(folder)
  const isFree = kind.ok && (kind.value === 'missing' || kind.value === 'empty')
  const place = await dialogs.restoreTo(isFree ? folder : `${folder} restored`)
  if (place === null) return opened
  const restored = await lost.restore(place)
  return restored.ok ? projects.open(place) : restored
}
