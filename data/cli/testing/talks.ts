import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeSample } from '../../sample/write-sample'
import { nodeFolder } from '../../store/files/node-folder'
import { terminal } from './typed'

/** A terminal beside the sample project, `valley`: ten articles, of which two annotators tagged eight. */
export async function beside() {
  const typing = await terminal()
  const root = join(typing.cwd, 'valley')
  await mkdir(root)
  const copy = { id: 'valleyvalleyvall', created: '2031-11-20T09:00:00.000Z' }
  const written = await writeSample(nodeFolder(root), root, copy)
  if (!written.ok) throw new Error(written.error.kind)
  return typing
}

/** A terminal beside an empty project, `talks`, and the given files. */
export async function emptyBeside(files: Readonly<Record<string, string | Uint8Array>> = {}) {
  const typing = await terminal()
  await typing.parley('new', 'talks')
  for (const [name, content] of Object.entries(files)) {
    const path = join(typing.cwd, name)
    await mkdir(join(path, '..'), { recursive: true })
    await writeFile(path, content)
  }
  return typing
}
