import { resolve } from 'node:path'
import { explain } from '../../model/explain'
import type { Problem } from '../../model/problem'
import { nodeFolder } from '../../store/files/node-folder'
import { validate } from '../../store/validate'
import type { Command } from '../command'
import { counted } from '../one-line'
import { print, say, tell } from '../tell'

export const validateCommand: Command = {
  name: 'validate',
  usage: 'DIR',
  about: 'Checks every file of a project, and changes nothing.',
  more: 'Prints a line for each thing that is wrong: the file, the place in it, and what was expected there.',
  options: [],
  operands: { name: 'The project folder DIR', least: 1, most: 1 },
  async run(given, io) {
    const root = resolve(io.cwd, given.operands[0]!)
    const { files, articles, tags, links, problems } = await validate(nodeFolder(root), root)
    const noProject = problems.find(({ kind }) => kind === 'folder-unreachable' || kind === 'not-a-project')
    if (noProject) return tell(io, noProject)
    for (const problem of problems) print(io, lineFor(problem))
    const looked = `${counted(files, 'file')}: ${counted(articles, 'article')}, ${counted(tags, 'tag')}, ${counted(links, 'link')}`
    const found = problems.length === 0 ? 'Nothing is wrong.' : `${counted(problems.length, 'problem')}.`
    say(io, `Checked ${looked}. ${found}`)
    return problems.length === 0 ? 0 : 1
  },
}

/** The file, the place in it, and what was expected there. */
function lineFor(problem: Problem): string {
  switch (problem.kind) {
    case 'bad-file':
      return `${problem.file}: ${problem.where}: ${problem.expected} was expected`
    case 'damaged-file':
      return `${problem.file}: sum: the sum of the content was expected`
    case 'newer-file':
      return `${problem.file}: schema: at most ${problem.known} was expected, not ${problem.schema}`
    case 'unreadable-file':
      return `${problem.file}: the whole file: a file that can be read was expected, but ${problem.why}`
    default:
      return explain(problem)
  }
}
