import { useEffect, useState } from 'react'
import type { Problem } from '../../../data/model/problem'
import { unpack } from '../../../data/record/packed'
import { AgreedTally, type AgreedOverview } from '../../../data/review/agreed-overview'
import { useShown } from '../../state/store'
import { workbench } from '../../state/workbench'
import { agreedOnOpen } from './agreed-now'

export type Scope = 'article' | 'all'

/** What is known of the agreed set: how far it is while it is derived, or why it cannot be. */
export type Known = Readonly<
  | { is: 'there'; overview: AgreedOverview }
  | { is: 'deriving' }
  | { is: 'stopped' }
  | { is: 'failed'; problem: Problem }
>

/** What the agreed set of the open article, or of all, has and lacks; derived again when what it is made of is another. */
export function useOverview(scope: Scope): { readonly known: Known; readonly again: () => void } {
  const open = useShown((state) => (scope === 'article' ? state.open : null))
  const project = useShown((state) => state.project)
  // While the tags of all articles are read they are others many times a second: it is derived of those that are, and once more at the end.
  const version = useShown(({ record }) => (scope === 'article' || record.building ? 0 : record.version))
  const rules = project?.review
  const [asked, setAsked] = useState(0)
  const [derived, setDerived] = useState<{ readonly scope: Scope; readonly known: Known } | null>(null)
  const entries = project?.registry
  const codebook = project?.codebook

  useEffect(() => {
    let isOver = false
    let isAsking = false
    const put = (next: Known) => {
      if (!isOver) setDerived({ scope, known: next })
    }
    const derive = async () => {
      if (scope === 'article') {
        if (!open || !project) return
        const { agreed } = await agreedOnOpen(open, project)
        const tally = new AgreedTally()
        const sets = [open.mine, ...open.others]
        tally.add(
          agreed,
          sets.map(({ annotator, records }) => ({ annotator, records: [...records.values()] })),
        )
        return put({ is: 'there', overview: tally.overview })
      }
      if (!rules) return
      const { rule, threshold } = rules
      isAsking = true
      const answer = await workbench.agreedOverview({ rule, threshold })
      isAsking = false
      if (!answer.ok) return put({ is: 'failed', problem: answer.error })
      const overview = unpack(answer.value)
      put(overview ? { is: 'there', overview } : { is: 'stopped' })
    }
    // A moment of rest, so that what changes quickly is not derived at every step.
    const soon = setTimeout(() => void derive(), scope === 'all' ? 400 : 60)
    return () => {
      isOver = true
      clearTimeout(soon)
      if (isAsking) void workbench.stopReview()
    }
    // The project is another object at every change of the list; what counts of it is named.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [scope, open, version, rules, entries, codebook, asked])

  const known: Known = derived?.scope === scope ? derived.known : { is: 'deriving' }
  return { known, again: () => setAsked(asked + 1) }
}
