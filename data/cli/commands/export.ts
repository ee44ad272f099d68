import { resolve } from 'node:path'
import { formatById, formats } from '../../formats'
import type { Selection } from '../../store/store'
import type { ProjectView } from '../../store/views'
import type { Command, Io } from '../command'
import { counted } from '../one-line'
import { openProject, projectOption, viewOf } from '../open-project'
import { say, tell } from '../tell'
import { chooseAnnotators, chooseArticles } from '../choose'
import { writeOut } from '../write-out'

const ids = formats.map(({ id }) => id).join(', ')

export const exportCommand: Command = {
  name: 'export',
  usage: '--project DIR --format F --out PATH [--annotator A]… [--article ID]… [--agreed]',
  about: 'Writes the annotations of a project, or of some annotators or articles.',
  more: 'What stands at PATH is replaced, in one step: whoever reads it sees the old file or the new one.',
  options: [
    projectOption,
    { name: 'format', value: 'F', about: `one of ${ids}; “parley formats” says more`, required: true },
    {
      name: 'out',
      value: 'PATH',
      about: 'a file, or a folder where the format is several files; - for standard output',
      required: true,
    },
    { name: 'annotator', value: 'A', about: 'only this annotator’s work, by id or name', many: true },
    { name: 'article', value: 'ID', about: 'only this article, by its id or how its id begins', many: true },
    { name: 'agreed', value: null, about: 'the agreed set; this version cannot derive one yet' },
  ],
  operands: { name: 'Nothing', least: 0, most: 0 },
  async run(given, io) {
    if (given.has('agreed'))
      return { wrongUse: 'This version cannot derive the agreed set yet. Nothing was written.' }
    const format = formatById(given.one('format')!)
    if (!format.ok) return { wrongUse: `There is no format “${given.one('format')}”. There are ${ids}.` }
    const store = await openProject(given.one('project')!, io)
    if (!store.ok) return tell(io, store.error)
    const view = viewOf(store.value)
    const selection = select(view, given.all('annotator'), given.all('article'), io)
    if (!selection) return 1

    const set = await store.value.gatherSet(selection)
    if (!set.ok) return tell(io, set.error)
    const files = format.value.write(set.value)
    const out = given.one('out')!
    if (out === '-' && files.length !== 1)
      return { wrongUse: `${format.value.id} is ${files.length} files, which standard output cannot take.` }
    if (out === '-') io.stdout.write(files[0]!.text)
    else {
      const written = await writeOut(resolve(io.cwd, out), files)
      if (!written.ok) return tell(io, written.error)
    }
    const { annotations, links, articles } = set.value
    const what = [counted(annotations.length, 'tag'), counted(links.length, 'link')].join(' and ')
    say(io, `Wrote ${what} on ${counted(articles.length, 'article')}.`)
    if (view.troubles.length > 0)
      say(io, 'What the files named above hold is not in it, since they could not be read.')
    return view.troubles.length > 0 ? 1 : 0
  },
}

/** Which annotators and articles are meant; `null` when one is not there, which was said. */
function select(
  view: ProjectView,
  annotators: readonly string[],
  articles: readonly string[],
  io: Io,
): Selection | null {
  const people = chooseAnnotators(view, annotators)
  const texts = chooseArticles(view, articles)
  for (const choice of [people, texts]) if (!choice.ok) say(io, choice.error)
  return people.ok && texts.ok ? { annotators: people.value, articles: texts.value } : null
}
