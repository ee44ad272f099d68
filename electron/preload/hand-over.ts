import { ok, type Result } from '../../data/model/result'
import type { Problem } from '../../data/model/problem'
import type { Questions } from '../ipc/contract'

/** A file this large is refused anyway, so one byte more is enough to say so. In bytes. */
const enough = 20 * 1024 * 1024 + 1

/**
 * Hands over what was dropped: files on a disk by their paths, and those without one (dragged out of a page or a
 * mail) as bytes, one message each.
 */
export async function handOver(
  files: readonly File[],
  main: Pick<Questions, 'readDropped' | 'readTexts'>,
  pathOf: (file: File) => string,
): Promise<Result<null, Problem>> {
  const found = files.map((file) => ({ file, path: pathOf(file) }))
  const paths = found.map(({ path }) => path).filter((path) => path !== '')
  const answer = paths.length > 0 ? await main.readDropped(paths) : ok(null)
  for (const { file, path } of found) {
    if (path === '')
      await main.readTexts([
        { name: file.name, bytes: new Uint8Array(await file.slice(0, enough).arrayBuffer()) },
      ])
  }
  return answer
}
