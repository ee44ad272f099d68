import { failed, ok, type Result } from '../model/result'
import type { ProjectView } from '../store/views'
import { oneLine } from './one-line'

/** Annotators by id, or by a name that only one has; `null`, which is all, when none is named. Or why not, in a sentence. */
export function chooseAnnotators(
  { people }: Pick<ProjectView, 'people'>,
  wanted: readonly string[],
): Result<readonly string[] | null, string> {
  return choose(wanted, (name) => {
    const byId = people.filter(({ id }) => id === name)
    const found = byId.length > 0 ? byId : people.filter((person) => person.name === name)
    if (found.length === 1) return ok(found[0]!.id)
    if (found.length > 1)
      return failed(
        `Several annotators are called “${name}”: ${listed(found.map(({ id }) => id))}. Name one by its id.`,
      )
    const all = people.map((person) => `${person.name} (${person.id})`)
    return failed(
      `Nobody in this project is called “${name}”. ${all.length === 0 ? 'Nobody has tagged in it yet.' : `There are ${listed(all)}.`}`,
    )
  })
}

/** Articles by id, or by a beginning that only one id has; the same otherwise. */
export function chooseArticles(
  { articles }: Pick<ProjectView, 'articles'>,
  wanted: readonly string[],
): Result<readonly string[] | null, string> {
  return choose(wanted, (start) => {
    const found = articles.filter(({ summary }) => summary.id.startsWith(start))
    if (found.length === 1) return ok(found[0]!.summary.id)
    if (found.length === 0) return failed(`No article of this project has an id that begins with “${start}”.`)
    const titles = found.map(({ summary }) => `${summary.id} (${oneLine(summary.title)})`)
    return failed(`Several articles have an id that begins with “${start}”: ${listed(titles)}.`)
  })
}

function choose(
  wanted: readonly string[],
  pick: (name: string) => Result<string, string>,
): Result<readonly string[] | null, string> {
  if (wanted.length === 0) return ok(null)
  const picked = new Set<string>()
  for (const name of wanted) {
    const one = pick(name)
    if (!one.ok) return one
    picked.add(one.value)
  }
  return ok([...picked])
}

/** The first five, and how many more there are. */
const listed = (names: readonly string[]): string =>
  names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ')
