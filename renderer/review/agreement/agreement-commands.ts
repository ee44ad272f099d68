import type { WindowCommand } from '../../commands/window-command'
import { store } from '../../state/store'
import { reviewUi } from '../review-ui'
import { chooseCompared, comparedNow } from './compared-state'
import { exportFigures } from './export-figures'

const modes = ['review'] as const
const isOn = (...tabs: readonly string[]) =>
  store.getState().mode === 'review' && tabs.includes(reviewUi.getState().tab)

/** What can be done with figures of agreement; moving in their tables is the tables' own. */
export const agreementCommands: readonly WindowCommand[] = [
  {
    id: 'review.compared',
    name: 'Change what is compared: people, articles, labels, overlap…',
    group: 'Review',
    keys: [],
    where: 'window',
    modes,
    can: () => isOn('agreement', 'definitions'),
    run: () => chooseCompared(true),
  },
  {
    id: 'review.export-figures',
    name: 'Export the figures of agreement…',
    group: 'Review',
    keys: [],
    where: 'window',
    modes,
    can: () => isOn('agreement') && (comparedNow()?.annotators.length ?? 0) > 1,
    run: () => {
      const query = comparedNow()
      return query && exportFigures(query)
    },
  },
]
