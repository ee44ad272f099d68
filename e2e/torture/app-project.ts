import { mkdir } from 'node:fs/promises'
import { readArticle } from '../../data/importers/read-article'
import type { Problem } from '../../data/model/problem'
import { liveRecords } from '../../data/model/document'
import type { Result } from '../../data/model/result'
import { addArticle } from '../../data/store/add-article'
import { createProject } from '../../data/store/create-project'
import { nodeFolder } from '../../data/store/files/node-folder'
import { readWorks, shardsIn, workIn, writersIn } from '../../data/store/load-work'
import { validate } from '../../data/store/validate'

const said = '“We will talk when the guns are quiet,” Ada Quill said in Dalmere, and nobody asked her when.'

/** Small enough that all of it, with every tag, is on the screen at once. */
const textOf = (title: string): string =>
  `${title}\n\n${Array.from({ length: 6 }, () => [said, said].join(' ')).join('\n\n')}\n`

export const titleOf = (article: number): string => `Day ${article + 1} of the talks`

/** Makes a project with so many articles. */
export async function writeProject(root: string, articles: number): Promise<void> {
  await mkdir(root, { recursive: true })
  const folder = nodeFolder(root)
  const stamp = { id: 'killkillkillkill', name: 'Talks', created: '2031-03-12T09:00:00Z' }
  valueOf(await createProject(folder, root, stamp))
  for (let i = 0; i < articles; i++) {
    const bytes = new TextEncoder().encode(textOf(titleOf(i)))
    const { article } = valueOf(readArticle({ name: `day-${i + 1}.txt`, bytes }))
    valueOf(await addArticle(folder, article, { bytes, extension: 'txt' }))
  }
}

export interface InFolder {
  /** Ids of all tags that the folder has, whatever the journal holds. */
  readonly tags: ReadonlySet<string>
  /** What is wrong with its files. */
  readonly problems: readonly Problem[]
}

/** What the project's files say, read without the program. Changes nothing. */
export async function lookInto(root: string): Promise<InFolder> {
  const folder = nodeFolder(root)
  const { problems } = await validate(folder, root)
  const tags = new Set<string>()
  const writers = await writersIn(folder)
  const shards = await Promise.all(writers.map((writer) => shardsIn(folder, writer, [])))
  for (const shard of new Set(shards.flat()))
    for (const files of (await workIn(folder, writers, shard, [])).values())
      for (const items of (await readWorks(folder, files, [])).values())
        for (const { id } of liveRecords(items)) tags.add(id)
  return { tags, problems }
}

function valueOf<T>(result: Result<T, Problem>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}
