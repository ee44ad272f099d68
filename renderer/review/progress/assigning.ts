import type { Person } from '../../../data/model/project'
import type { SingleCommand } from '../../../data/store/registry-commands'
import type { ListedArticle } from '../../../data/store/views'
import { carryOut, openArticle, say } from '../../state/actions'
import { showMode } from '../../state/panes'
import { store } from '../../state/store'
import { counted } from '../../ui/words'
import { isAssigned, nextAssigned, stillToDo } from './standing'

/** What is done with cells of the matrix. */
export type Assigning = 'tag' | 'review' | 'off'

export interface Chosen {
  readonly article: ListedArticle
  readonly person: Person
}

/** What assigns those who are not assigned yet, or takes back what they were asked to do. */
export function commandsFor(chosen: readonly Chosen[], as: Assigning): SingleCommand[] {
  const tasks = as === 'off' ? (['tag', 'review'] as const) : [as]
  return chosen.flatMap(({ article, person }) =>
    tasks
      .filter((to) => isAssigned(article, person.id, to) === (as === 'off'))
      .map((to) => ({
        do: 'assign' as const,
        article: article.summary.id,
        person: person.id,
        to,
        off: as === 'off',
      })),
  )
}

/** Assigns all of them as one step. */
export async function assign(chosen: readonly Chosen[], as: Assigning): Promise<void> {
  const commands = commandsFor(chosen, as)
  const [only, ...more] = commands
  if (!only) {
    return say(
      as === 'off' ? 'Nobody there was asked to do anything.' : `All of them are to ${as} it already.`,
    )
  }
  const step = more.length === 0 ? only : { do: 'together' as const, as: 'assign-review' as const, commands }
  if (!(await carryOut(step))) return
  const articles = new Set(commands.map((command) => 'article' in command && command.article)).size
  const people = [...new Set(chosen.map(({ person }) => person.name))]
  const who = people.length === 1 ? people[0]! : counted(people.length, 'person', 'people')
  const what = {
    tag: `${who}: ${counted(articles, 'article')} to tag`,
    review: `${who}: ${counted(articles, 'article')} to review`,
    off: `${who}: not asked any more on ${counted(articles, 'article')}`,
  }[as]
  say(what, true)
}

/** Opens the next article that I was asked to tag or review and have not. */
export async function openNextAssigned(): Promise<void> {
  const { project, open } = store.getState()
  if (!project) return
  const next = nextAssigned(project.articles, open?.article.id ?? null, project.me.id)
  if (!next) return say('No other article that is assigned to you is left to do.')
  showMode('read')
  await openArticle(next.summary.id)
  if (stillToDo(next, project.me.id) === 'review') say('You were asked to review this article.')
}
