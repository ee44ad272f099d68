import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { failed, ok } from '../../../model/result'
import type { Folder } from '../../ports'
import { nodeFolder } from '../node-folder'
import { whyOf } from '../system-error'
import { runCase, type Finding, type FolderOn } from './run-case'
import { runFuzz } from './run-fuzz'
import { writeValidFiles } from './valid-files'

const seed = Number(process.env['PARLEY_SEED'] ?? 20_311_120)

const withRead = (folder: Folder, read: Folder['read']): Folder => ({
  read,
  readAll: (paths) => folder.readAll(paths),
  list: (path) => folder.list(path),
  replace: (path, bytes) => folder.replace(path, bytes),
  create: (path, bytes) => folder.create(path, bytes),
  stamps: (paths) => folder.stamps(paths),
  append: (path, lines) => folder.append(path, lines),
  remove: (path) => folder.remove(path),
})

/** The mistake of trusting the names in the folder: it reads what a symbolic link leads to. */
const trusting: FolderOn = (root, disk) =>
  withRead(nodeFolder(root, disk), async (path) => {
    try {
      return ok(await disk.read(await disk.realPath(join(root, path))))
    } catch (error) {
      return failed({ kind: 'unreadable-file', file: path, why: whyOf(error) })
    }
  })

/** The mistake of mending what one only looks at. */
const tidying: FolderOn = (root, disk) => {
  const folder = nodeFolder(root, disk)
  return withRead(folder, async (path) => {
    const bytes = await folder.read(path)
    if (bytes.ok && bytes.value?.length === 0) await folder.replace(path, new TextEncoder().encode('{}'))
    return bytes
  })
}

describe(`spoilt files (PARLEY_SEED=${seed})`, () => {
  it('are refused with file and place or taken, 800 of them, and no other file suffers', async () => {
    const found: object[] = []
    const tell = (finding: Finding, of: object) => void found.push({ ...finding, ...of })
    const figures = await runFuzz({ files: 800, seed, tell })
    expect(found).toEqual([])
    expect(figures.refused).toBeGreaterThan(200)
    expect(figures.accepted).toBeGreaterThan(50)
  }, 120_000)

  it('may have my own file joined with a version of it that lies beside it under another name', async () => {
    const valid = await writeValidFiles()
    const [path] = [...valid.project.keys()].filter((each) =>
      new RegExp(`^work/${valid.me.annotator.id}/.*[a-z2-7]{26}\\.json$`).test(each),
    )
    const project = new Map(valid.project)
    project.set(
      path!.replace(/(.)\.json$/, (_, last: string) => `${last.toUpperCase()} 2.json`),
      project.get(path!)!,
    )
    project.delete(path!)
    const { findings } = await runCase(
      { project, journal: null, sets: valid.sets, touched: [path!], did: [] },
      valid,
    )
    expect(findings).toEqual([])
  }, 60_000)

  it('would show a folder that follows links', async () => {
    expect((await runFuzz({ files: 150, seed: 2, folderOn: trusting })).strayed).toBeGreaterThan(0)
  }, 60_000)

  it('would show a folder that changes what it reads', async () => {
    expect((await runFuzz({ files: 150, seed: 1, folderOn: tidying })).changed).toBeGreaterThan(0)
  }, 60_000)
})
