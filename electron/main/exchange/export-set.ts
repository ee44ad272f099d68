import { formatById } from '../../../data/formats'
import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import type { Store } from '../../../data/store/store'
import type { ExportRequest } from '../../ipc/export'
import { fileNameFrom } from './file-name'
import { writeAllDurably } from './write-durably'

/** The annotation set that was asked for, as files, and the name that is proposed for them. */
export interface Prepared {
  readonly name: string
  /** With its dot. */
  readonly extension: string
  readonly tags: number
  readonly write: (path: string) => Promise<Result<null, Problem>>
}

export async function prepareExport(
  store: Store,
  request: ExportRequest,
): Promise<Result<Prepared, Problem>> {
  const format = formatById(request.format)
  if (!format.ok) return format
  const set = await store.gatherSet({
    articles: request.article === null ? null : [request.article],
    annotators: request.annotators.length === 0 ? null : request.annotators,
    ...(request.hidden && { hidden: true }),
    ...(request.agreed && { agreed: true }),
  })
  if (!set.ok) return set
  if (set.value.annotations.length === 0)
    return failed({ kind: request.agreed ? 'nothing-agreed' : 'nothing-to-export' })
  const title = request.article === null ? store.view().project.name : store.titleOf(request.article)
  return ok({
    name: fileNameFrom(request.agreed ? `${title ?? ''} agreed set` : (title ?? '')),
    extension: format.value.extension,
    tags: set.value.annotations.length,
    write: (path) => writeAllDurably(path, format.value.write(set.value)),
  })
}
