import { builtInCodebook } from '../model/built-in-codebook'
import { codebookSchema, labelOf, type Codebook } from '../model/codebook'
import { liveRecords } from '../model/document'
import type { Problem } from '../model/problem'
import { projectSchema } from '../model/project'
import type { Annotation } from '../model/records'
import { mayJoin } from './commands'
import { articleIds, readArticleFile, readPeople } from './load-project'
import { indexWork, readRegistriesOf, readWorks, receivedSets } from './load-work'
import { paths } from './paths'
import type { Folder } from './ports'
import { namesIn, readAs } from './read-files'

/** What was looked at, and all that is wrong with it. */
export interface Validation {
  readonly files: number
  readonly articles: number
  readonly tags: number
  readonly links: number
  readonly problems: readonly Problem[]
}

/**
 * Checks every file of a project against its schema, its sum and the others: each tag's quote stands at its
 * offsets, each link joins tags that are there and that its type allows, each `means` is in a registry. Reads
 * only; one article at a time is in memory.
 */
export async function validate(folder: Folder, root: string): Promise<Validation> {
  const problems: Problem[] = []
  const project = await readAs(folder, paths.project, projectSchema)
  if (!project.ok) problems.push(project.error)
  else if (!project.value) problems.push({ kind: 'not-a-project', folder: root })
  const people = await readPeople(folder, paths.people, problems)
  const codebooks = await readCodebooks(folder, problems)
  const index = await indexWork(folder, problems)
  const registries = await readRegistriesOf(folder, index.registries, problems)
  const entries = new Set([...registries.values()].flatMap((items) => Object.keys(items)))
  for (const set of await receivedSets(folder, []))
    await readPeople(folder, `${paths.inbox(set)}/people`, problems)

  const ids = await articleIds(folder, problems)
  let [files, tags, links] = [1 + people.length + codebooks.length + index.registries.length, 0, 0]
  for (const id of new Set([...ids, ...index.files.keys()])) {
    const article = await readArticleFile(folder, id)
    const work = index.files.get(id) ?? []
    files += work.length + (article.ok && article.value ? 1 : 0)
    if (!article.ok) problems.push(article.error)
    else if (!article.value)
      problems.push({
        kind: 'bad-file',
        file: work[0]?.path ?? paths.article(id),
        where: 'article',
        expected: 'an article of this project',
      })
    for (const [annotator, items] of await readWorks(folder, work, problems)) {
      const records = new Map(liveRecords(items).map((record) => [record.id, record]))
      const file = work.find((candidate) => candidate.annotator === annotator)?.path ?? ''
      for (const record of records.values()) {
        const bad = (where: string, expected: string) =>
          problems.push({ kind: 'bad-file', file, where: `items.${record.id}.${where}`, expected })
        if (record.is === 'annotation') {
          tags++
          if (article.ok && article.value) checkTarget(article.value.text, record, bad)
          if (!codebooks.some((codebook) => labelOf(codebook, record.label)))
            bad('label', 'a label of the codebook')
          if (record.means !== null && !entries.has(record.means))
            bad('means', 'an actor or position of the registries')
        } else {
          links++
          const labels = [record.from, record.to].map((end) => {
            const tag = records.get(end)
            return tag?.is === 'annotation' ? tag.label : undefined
          })
          if (!codebooks.some((codebook) => mayJoin(codebook, record.type, labels[0], labels[1])))
            bad('type', 'a link that the codebook allows between two tags that are there')
        }
      }
    }
  }
  return { files, articles: ids.length, tags, links, problems }
}

function checkTarget(
  text: string,
  { target }: Annotation,
  bad: (where: string, expected: string) => void,
): void {
  let at = -1
  for (const [i, { start, end, quote }] of target.entries()) {
    if (start <= at) bad(`target[${i}].start`, 'ranges in text order that do not overlap')
    if (text.slice(start, end) !== quote || quote === '')
      bad(`target[${i}].quote`, `the words of the text at ${start}–${end}`)
    at = end - 1
  }
}

async function readCodebooks(folder: Folder, problems: Problem[]): Promise<Codebook[]> {
  const codebooks: Codebook[] = [builtInCodebook]
  const take = async (path: string) => {
    const codebook = await readAs(folder, path, codebookSchema)
    if (!codebook.ok) problems.push(codebook.error)
    else if (codebook.value) codebooks.push(codebook.value)
  }
  const names = await namesIn(folder, paths.codebooks, /^[a-z2-7]{26}\.json$/)
  if (!names.ok) problems.push(names.error)
  else for (const name of names.value) await take(`${paths.codebooks}/${name}`)
  return codebooks
}
