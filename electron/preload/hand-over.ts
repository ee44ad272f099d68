import { ok, type Result } from '../../data/model/result'
import type { Problem } from '../../data/model/problem'
import type { Questions } from '../ipc/contract'

/** A file this large is refused anyway, so one byte more is enough to say so. In bytes. */
const enough = 20 * 1024 * 1024 + 1

/** What one message holds of several files, in bytes and in files; one that is larger goes alone. */
const together = { bytes: 2 * 1024 * 1024, files: 250 }

/**
 * Hands over what was dropped: files on a disk by their paths, and those without one (dragged out of a page or a
 * mail) as bytes, as many in one message as are small.
 */
export async function handOver(
  files: readonly File[],
  main: Pick<Questions, 'readDropped' | 'readTexts'>,
  pathOf: (file: File) => string,
): Promise<Result<null, Problem>> {
  const found = files.map((file) => ({ file, path: pathOf(file) }))
  const paths = found.map(({ path }) => path).filter((path) => path !== '')
  const answer = paths.length > 0 ? await main.readDropped(paths) : ok(null)
  for (const some of inMessages(found.filter(({ path }) => path === '').map(({ file }) => file))) {
    const texts = some.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.slice(0, enough).arrayBuffer()),
    }))
    await main.readTexts(await Promise.all(texts))
  }
  return answer
}

/** The files in their order, those together that fit into one message. */
function inMessages(files: readonly File[]): readonly (readonly File[])[] {
  const messages: File[][] = []
  let bytes = 0
  for (const file of files) {
    const last = messages.at(-1)
    bytes += file.size
    if (last && bytes <= together.bytes && last.length < together.files) last.push(file)
    else {
      messages.push([file])
      bytes = file.size
    }
  }
  return messages
}
