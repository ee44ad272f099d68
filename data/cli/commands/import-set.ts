import { formatById, formats } from '../../formats'
import type { Format } from '../../formats/format'
import type { Store } from '../../store/store'
import type { Command, Io } from '../command'
import { counted, oneLine } from '../one-line'
import { openProject, projectOption, viewOf } from '../open-project'
import { readSet } from '../read-set'
import { makersOf, reassign } from '../reassign'
import { print, say, tell } from '../tell'

const readable = formats.filter(({ read }) => read).map(({ id }) => id)

export const importSetCommand: Command = {
  name: 'import-set',
  usage: '--project DIR [--format F] [--as NAME] PATH…',
  about: 'Puts annotations that were made elsewhere into a project.',
  more: 'They stay their annotators’, unless --as says whose they are to be. Of each file all is taken or nothing; the same file twice changes nothing.',
  options: [
    projectOption,
    {
      name: 'format',
      value: 'F',
      about: `what the files are: ${readable.join(', ')}; found out unless given`,
    },
    { name: 'as', value: 'NAME', about: 'whose they are to be: another annotator with this name' },
  ],
  operands: { name: 'The PATH of a set', least: 1, most: Infinity },
  async run(given, io) {
    const id = given.one('format')
    const format = id === null ? null : formatById(id)
    if (format && !format.ok)
      return { wrongUse: `There is no format “${id}”. Sets are read from ${readable.join(', ')}.` }
    if (format && !format.value.read)
      return { wrongUse: `${id} is only written. Sets are read from ${readable.join(', ')}.` }
    const name = given.one('as') === null ? null : oneLine(given.one('as')!)
    if (name === '') return { wrongUse: 'The option --as needs a name.' }
    const store = await openProject(given.one('project')!, io)
    if (!store.ok) return tell(io, store.error)

    let code: 0 | 1 = 0
    for (const [i, file] of given.operands.entries()) {
      say(io, `${i + 1} of ${given.operands.length}: ${file}`)
      const receiving = { store: store.value, format: format?.value ?? null, name }
      if ((await receive(file, receiving, io)) === 1) code = 1
    }
    const closed = await store.value.close()
    return closed.state === 'kept' ? tell(io, closed.problem) : code
  },
}

interface Receiving {
  readonly store: Store
  readonly format: Format | null
  /** Whose the sets are to be; `null` when they stay their annotators'. */
  readonly name: string | null
}

/** Takes one file in. 1 when it was refused, which was said. */
async function receive(file: string, { store, format, name }: Receiving, io: Io): Promise<0 | 1> {
  const read = await readSet(file, io.cwd, format, store.knownArticles())
  if (!read.ok) return tell(io, read.error)
  const [maker, ...others] = makersOf(read.value)
  if (name !== null && others.length > 0) {
    say(
      io,
      `${file} holds the work of ${others.length + 1} annotators, so it cannot become one’s. Nothing of it was taken.`,
    )
    return 1
  }
  const set = name === null ? read.value : reassign(read.value, maker ?? '', name, viewOf(store).project.id)
  const received = await store.receiveSet(set)
  if (!received.ok) return tell(io, received.error)
  const { annotators, tags, isNew } = received.value
  print(io, `${isNew ? 'added' : 'already'} ${counted(tags, 'tag')} by ${annotators.join(', ')} from ${file}`)
  return 0
}
