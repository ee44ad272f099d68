import { choosePart, edit } from '../../codebook/codebook-state'
import { show } from '../../state/notices'
import { showMode } from '../../state/panes'
import { withExamples } from './amendment'
import { closeQuotes, definitions } from './definitions-state'

/**
 * Opens the codebook's editor with the chosen quotes added to the definition they are about. They are drafted and not in force:
 * a person words the rule.
 */
export function proposeAmendment(): void {
  const { opened, chosen } = definitions.getState()
  if (!opened || chosen.size === 0) return
  const { definition } = opened
  const problem = edit((draft) => withExamples(draft, definition, [...chosen.values()]))
  if (problem) return show(problem)
  if (definition.attribute === null) choosePart('label', definition.label)
  else choosePart('attribute', definition.attribute)
  closeQuotes()
  showMode('codebook')
}
