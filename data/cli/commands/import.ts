import { importArticle } from '../../importers'
import { LARGEST_FILE } from '../../importers/decode'
import { wordGuess } from '../../importers/guess-words'
import type { ReadArticle } from '../../importers/read-article'
import { explain } from '../../model/explain'
import { metadataSchema } from '../../model/article'
import type { Problem } from '../../model/problem'
import { failed, ok, type Result } from '../../model/result'
import type { Store } from '../../store/store'
import type { Command } from '../command'
import { extensionOf, findFiles, type Found } from '../find-files'
import { openProject, projectOption } from '../open-project'
import { readFile } from '../read-file'
import { print, printJson, say, tell } from '../tell'

export const importCommand: Command = {
  name: 'import',
  usage: '--project DIR [--json] FILE…',
  about: 'Puts articles into a project.',
  more: 'Of a folder, every file in it and below it that can be read is taken. Files that cannot be read are named, and the rest goes on. The same text twice is one article.',
  options: [
    projectOption,
    { name: 'json', value: null, about: 'print one JSON object: a list of files, with what was guessed' },
  ],
  operands: { name: 'A FILE to import', least: 1, most: Infinity },
  async run(given, io) {
    const store = await openProject(given.one('project')!, io)
    if (!store.ok) return tell(io, store.error)
    const found = await findFiles(given.operands, io.cwd)
    const rows: Row[] = []
    for (const [i, each] of found.entries()) {
      say(io, `${i + 1} of ${found.length}: ${each.name}`)
      const row = await take(each, store.value)
      rows.push(row)
      if ('problem' in row || 'left' in row) say(io, 'problem' in row ? explain(row.problem) : row.left)
      else if (!given.has('json')) print(io, `${row.did} ${row.article.id} ${row.article.title}`)
    }
    if (given.has('json')) printJson(io, { files: rows.map(jsonOf) })
    if (found.length === 0) say(io, 'There is no file to import in there.')
    const closed = await store.value.close()
    if (closed.state === 'kept') return tell(io, closed.problem)
    return found.length === 0 || rows.some((row) => 'problem' in row) ? 1 : 0
  },
}

/** What became of one file. */
type Row = Readonly<
  | ({ file: string; did: 'added' | 'already' } & ReadArticle)
  /** Passed over, and why. */
  | { file: string; left: string }
  | { file: string; problem: Problem }
>

async function take(found: Found, store: Store): Promise<Row> {
  const file = found.name
  if (found.is === 'problem') return { file, problem: found.problem }
  if (found.is === 'project')
    return { file, left: `${file} is a project itself; its files are no articles, and nothing was taken.` }
  const read = await readOne(found, store)
  if (read.ok) return { file, ...read.value }
  const foreign = read.error.kind === 'not-text' || read.error.kind === 'empty-file'
  if (foreign && !found.asked) return { file, left: `${file} was passed over, since it is no article.` }
  return { file, problem: read.error }
}

async function readOne(
  { path, name }: Extract<Found, { is: 'file' }>,
  store: Store,
): Promise<Result<ReadArticle & { readonly did: 'added' | 'already' }, Problem>> {
  const bytes = await readFile(path, name, LARGEST_FILE)
  if (!bytes.ok) return bytes
  const read = importArticle({ name, bytes: bytes.value })
  if (!read.ok) return failed(read.error)
  const source = { bytes: bytes.value, extension: extensionOf(name) || 'txt' }
  const added = await store.addArticle(read.value.article, source)
  if (!added.ok) return added
  const { article } = read.value
  const title = store.titleOf(article.id) ?? article.title
  return ok({
    ...read.value,
    article: { ...article, title },
    did: added.value.isNew ? ('added' as const) : ('already' as const),
  })
}

/** A row for other programs. `result` tells the kinds apart. */
function jsonOf(row: Row) {
  if ('problem' in row)
    return { file: row.file, result: 'failed', problem: row.problem, message: explain(row.problem) }
  if ('left' in row) return { file: row.file, result: 'passed-over', message: row.left }
  const { file, did, article, guesses } = row
  return {
    file,
    result: did,
    id: article.id,
    ...metadataSchema.parse(article),
    source: article.source,
    guesses: guesses.map((guess) => ({ ...guess, words: wordGuess(guess) })),
  }
}
