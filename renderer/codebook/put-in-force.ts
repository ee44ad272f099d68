import { contentOf, type Codebook } from '../../data/model/codebook'
import type { AnyCommand } from '../../data/store/registry-commands'
import { carryOut, say } from '../state/actions'
import { codebookState, discard } from './codebook-state'

/** The draft as one step; `null` when nothing was changed. */
export function draftedStep(): AnyCommand | null {
  const { base, draft, assigned, joins } = codebookState.getState()
  if (!base || !draft) return null
  const revise = {
    do: 'revise-codebook',
    of: base.id,
    to: contentOf(draft),
    ...(joins.length > 0 && { joins }),
  } as const
  if (assigned.length === 0) return revise
  const relabelled = assigned.map((tag) => ({ do: 'relabel', ...tag }) as const)
  return { do: 'together', as: 'change-codebook', commands: [revise, ...relabelled] }
}

/** Puts the draft in force, with what it makes of tags of mine: one step. Gives whether it could be done. */
export async function putInForce(): Promise<boolean> {
  const { assigned } = codebookState.getState()
  const step = draftedStep()
  if (!step || !(await carryOut(step))) return false
  discard()
  const tags = assigned.length === 1 ? '1 tag has' : `${assigned.length} tags have`
  say(`The codebook is in force.${assigned.length > 0 ? ` ${tags} another label.` : ''}`, true)
  return true
}

/** "Ines Quill, 12 March 2031, 14:05", or that nobody made it. */
export function whoAndWhen(
  { made }: Codebook,
  people: readonly { readonly id: string; readonly name: string }[],
): { readonly who: string; readonly when: string | null } {
  if (!made) return { who: 'Came with the project', when: null }
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
  return {
    who: people.find(({ id }) => id === made.by)?.name ?? made.by,
    when: when.format(new Date(made.at)),
  }
}
