import type { Codebook, Label } from './codebook'
import { activeLabels } from './labels-in-force'
import { isSame } from './same'

/** What says when a label is to be used. Its name, key and look do not. */
const ruleOf = ({ definition, include, exclude, examples }: Label) => ({
  definition,
  include,
  exclude,
  examples,
})

/** Labels by the revisions in which they have another rule than in the one in force. */
export type OlderRules = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Which labels were defined otherwise in which revisions. A label that a revision did not have is not among them, since its
 * tags were given it later, nor one that is retired, since nobody has to go by it.
 */
export function olderRules(inForce: Codebook, revisions: readonly Codebook[]): OlderRules {
  const labels = new Map(activeLabels(inForce).map((label) => [label.id, ruleOf(label)]))
  const older = revisions.map((revision): [string, ReadonlySet<string>] => [
    revision.id,
    new Set(
      revision.labels.flatMap((label) => {
        const now = labels.get(label.id)
        return now && !isSame(now, ruleOf(label)) ? [label.id] : []
      }),
    ),
  ])
  return new Map(older.filter(([, ids]) => ids.size > 0))
}

/** Whether a tag was made under another definition of its label than the one in force. */
export const isOlder = (
  rules: OlderRules,
  { label, codebook }: { readonly label: string; readonly codebook: string },
): boolean => rules.get(codebook)?.has(label) === true
