import type { Problem } from '../../data/model/problem'
import { say } from './notices'
import { leavePast } from './past'
import { takeBack } from './steps'
import { store } from './store'

/**
 * Makes my tags and links what they were at the moment that is looked at: those with these ids, or with `null` all of
 * them. Then the article is shown as it is now, and `sentence` said, with a way back. Gives the reason when nothing
 * could be changed.
 */
export async function bringBack(only: readonly string[] | null, sentence: string): Promise<Problem | null> {
  const { past } = store.getState()
  if (!past) return null
  const problem = await takeBack(past.open.article.id, past.at, only)
  if (problem) return problem
  leavePast()
  say(sentence, true)
  return null
}
