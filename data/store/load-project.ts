import { articleSchema, faultInBlocks } from '../model/article'
import { articleIdOf, articleIdSchema, shardOf } from '../model/ids'
import type { Problem } from '../model/problem'
import { personSchema, projectSchema, type Person, type Project } from '../model/project'
import { failed, ok, type Result } from '../model/result'
import type { Article } from '../model/article'
import { receivedSets } from './load-work'
import { paths } from './paths'
import type { Folder } from './ports'
import { inParallel, namesIn, readAs } from './read-files'

/** What stands in a project folder besides articles and everybody's work. */
export interface LoadedProject {
  readonly project: Project
  readonly people: readonly Person[]
  /** Files that could not be read. The rest is here. */
  readonly troubles: readonly Problem[]
}

/** Reads the folder's own files. Only an unreadable `project.json` is a Problem of the whole. */
export async function loadProject(folder: Folder, root: string): Promise<Result<LoadedProject, Problem>> {
  const project = await readAs(folder, paths.project, projectSchema)
  if (!project.ok) return project
  if (!project.value) return failed({ kind: 'not-a-project', folder: root })
  const troubles: Problem[] = []
  const people = await everybody(folder, troubles)
  return ok({ project: project.value, people, troubles })
}

/** Who has a file in the project, then who came with a received set. Of several files on one person the first counts. */
export async function everybody(folder: Folder, troubles: Problem[]): Promise<Person[]> {
  const people = new Map<string, Person>()
  const sets = (await receivedSets(folder, [])).map((set) => `${paths.inbox(set)}/people`)
  for (const path of [paths.people, ...sets])
    for (const person of await readPeople(folder, path, troubles))
      if (!people.has(person.id)) people.set(person.id, person)
  return [...people.values()]
}

/** Everybody who has a file in `path`, by id. */
export async function readPeople(folder: Folder, path: string, troubles: Problem[]): Promise<Person[]> {
  const names = await namesIn(folder, path, /^[a-z0-9-]+\.json$/)
  if (!names.ok) return report(troubles, names.error, [])
  const read = await inParallel(names.value, 8, (name) => readAs(folder, `${path}/${name}`, personSchema))
  return read.flatMap((person, i) => {
    if (!person.ok) return report(troubles, person.error, [])
    if (!person.value) return []
    const file = `${path}/${names.value[i]}`
    const namesItself = file.endsWith(`/${person.value.id}.json`)
    return namesItself
      ? person.value
      : report(troubles, { kind: 'bad-file', file, where: 'id', expected: 'the id in the file’s name' }, [])
  })
}

/** The shards that have articles. */
export async function articleShards(folder: Folder): Promise<Result<readonly string[], Problem>> {
  const names = await namesIn(folder, paths.articles, /^[a-z2-7]{2}\/$/)
  return names.ok ? ok(names.value.map((name) => name.slice(0, 2))) : names
}

/** Ids of the articles of one shard that have a folder. */
export async function articlesIn(folder: Folder, shard: string): Promise<Result<readonly string[], Problem>> {
  const names = await folder.list(`${paths.articles}/${shard}`)
  if (!names.ok) return names
  const ids = names.value.map((name) => name.replace(/\/$/, ''))
  return ok(ids.filter((id) => articleIdSchema.safeParse(id).success && shardOf(id) === shard))
}

/** One article, checked: its id is the hash of its text, and its blocks cover it. `null` when it is not there. */
export async function readArticleFile(folder: Folder, id: string): Promise<Result<Article | null, Problem>> {
  const file = paths.article(id)
  const article = await readAs(folder, file, articleSchema)
  if (!article.ok || !article.value) return article
  if (article.value.id !== id || articleIdOf(article.value.text) !== id)
    return failed({
      kind: 'bad-file',
      file,
      where: 'text',
      expected: 'the text that the article’s id is the hash of',
    })
  const fault = faultInBlocks(article.value)
  return fault ? failed({ kind: 'bad-file', file, ...fault }) : article
}

function report<T>(troubles: Problem[], problem: Problem, instead: T): T {
  troubles.push(problem)
  return instead
}
