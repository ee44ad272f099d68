import type { ProjectView } from '../../../data/store/views'
import { carryOut, say } from '../../state/actions'
import type { State } from '../../state/state'
import { store } from '../../state/store'
import { listed } from '../../state/article-list'
import { counted } from '../../ui/words'

/** What the reader says of others' tags on the open article while the project is reviewed blind; `null`: nothing. */
export interface BlindWords {
  readonly text: string
  /** They are hidden, and being done with the article shows them. */
  readonly isHidden: boolean
}

/** What reviewing blind means, in words. */
export const BLIND =
  'Others’ tags on an article stay hidden until you are done with it: in the text, in lists and counts, in suggestions, figures and exports. It holds for everybody in this project.'

export function blindWords({ open, project }: Pick<State, 'open' | 'project'>): BlindWords | null {
  if (!open || !project?.review.blind) return null
  if (open.hidden !== undefined) return { text: hiddenWords(open.hidden), isHidden: true }
  const isDone = listed(project.articles, open.article.id)?.done.includes(project.me.id) ?? false
  if (!isDone || open.others.length === 0) return null
  return {
    text: 'You are done with this article, so others’ tags show. Taking it up again hides them.',
    isHidden: false,
  }
}

function hiddenWords(others: number): string {
  if (others === 0)
    return 'Nobody else has tagged this article yet. What others tag stays hidden until you are done with it.'
  const who = others === 1 ? 'One other has' : `${others.toLocaleString('en-GB')} others have`
  return `${who} tagged this article. Their tags are hidden until you are done with it.`
}

/** On how many articles others’ tags are hidden from me. */
export const hiddenArticles = (project: ProjectView | null): number =>
  project?.review.blind ? project.articles.filter(({ done }) => !done.includes(project.me.id)).length : 0

/** What lists and figures of all articles lack while the project is reviewed blind; `null`: nothing. */
export function leftOutInWords(project: ProjectView | null): string | null {
  const hidden = hiddenArticles(project)
  if (hidden === 0) return null
  const until = hidden === 1 ? 'it' : 'them'
  return `Others’ tags on ${counted(hidden, 'article')} are hidden until you are done with ${until}, and not counted here.`
}

/** Says for the whole project whether others' tags stay hidden until one is done with an article. */
export async function toggleBlind(): Promise<void> {
  const { project } = store.getState()
  if (!project) return
  const blind = !project.review.blind
  if (!(await carryOut({ do: 'set-review', blind }))) return
  const hidden = hiddenArticles({ ...project, review: { ...project.review, blind } })
  say(
    blind
      ? `Others’ tags are hidden on ${counted(hidden, 'article')} that you are not done with.`
      : 'Everybody sees everybody’s tags.',
    true,
  )
}
