import { resolve } from 'node:path'
import { formatById, formats } from '../../formats'
import type { Selection } from '../../store/store'
import type { ProjectView } from '../../store/views'
import type { Command, Io } from '../command'
import type { Given } from '../parse-options'
import { counted } from '../one-line'
import { openProject, projectOption, viewOf } from '../open-project'
import { say, tell } from '../tell'
import { chooseAnnotators, chooseArticles } from '../choose'
import { writeOut } from '../write-out'

const ids = formats.map(({ id }) => id).join(', ')

export const exportCommand: Command = {
  name: 'export',
  usage: '--project DIR --format F --out PATH [--annotator A]… [--article ID]… [--agreed [--rule R]]',
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
    {
      name: 'agreed',
      value: null,
      about: 'in place of anybody’s own work, the agreed set that is derived from it and the decisions',
    },
    {
      name: 'rule',
      value: 'R',
      about:
        'by which rule tags that nobody has decided on are agreed: decided (none is), unanimous, or the share of those who tagged, as 0.6; else the project’s',
    },
  ],
  operands: { name: 'Nothing', least: 0, most: 0 },
  async run(given, io) {
    const agreed = agreedIn(given)
    if ('wrongUse' in agreed) return agreed
    const format = formatById(given.one('format')!)
    if (!format.ok) return { wrongUse: `There is no format “${given.one('format')}”. There are ${ids}.` }
    const store = await openProject(given.one('project')!, io)
    if (!store.ok) return tell(io, store.error)
    const view = viewOf(store.value)
    const selection = select(view, given.all('annotator'), given.all('article'), io)
    if (!selection) return 1

    const set = await store.value.gatherSet({ ...selection, ...agreed })
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

/** The options about the agreed set, or what is wrong with them. */
function agreedIn(given: Given): Pick<Selection, 'agreed' | 'rule'> | { readonly wrongUse: string } {
  const rule = given.one('rule')
  if (!given.has('agreed'))
    return rule === null ? {} : { wrongUse: '--rule is the rule of an agreed set: give --agreed as well.' }
  if (given.all('annotator').length > 0)
    return { wrongUse: 'The agreed set is made of everybody’s work: give --agreed or --annotator, not both.' }
  if (rule === null) return { agreed: true }
  if (rule === 'decided' || rule === 'unanimous') return { agreed: true, rule: { is: rule } }
  const share = Number(rule)
  if (!(share > 0 && share <= 1))
    return { wrongUse: `“${rule}” is no rule: give decided, unanimous, or a share above 0, up to 1.` }
  return { agreed: true, rule: { is: 'majority', share } }
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
