import { randomBytes } from 'node:crypto'
import { basename, resolve } from 'node:path'
import { base32 } from '../../model/ids'
import { createProject } from '../../store/create-project'
import { makeRoot, nodeFolder } from '../../store/files/node-folder'
import type { Command } from '../command'
import { print, tell } from '../tell'

export const newCommand: Command = {
  name: 'new',
  usage: 'DIR [--name NAME]',
  about: 'Makes an empty project with the built-in codebook in a folder that is missing or empty.',
  options: [{ name: 'name', value: 'NAME', about: 'what it is called; the folder’s name unless given' }],
  operands: { name: 'The project folder DIR', least: 1, most: 1 },
  async run(given, io) {
    const root = resolve(io.cwd, given.operands[0]!)
    const made = await makeRoot(root)
    if (!made.ok) return tell(io, made.error)
    const name = given.one('name')?.trim() || basename(root) || 'Project'
    const stamp = { id: base32(randomBytes(10)), created: new Date().toISOString() }
    const project = await createProject(nodeFolder(root), root, { ...stamp, name })
    if (!project.ok) return tell(io, project.error)
    print(io, `created ${project.value.id} ${project.value.name}`)
    return 0
  },
}
