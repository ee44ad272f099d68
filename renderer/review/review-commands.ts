import type { WindowCommand } from '../commands/window-command'
import { store } from '../state/store'
import { reviewTabs, showReview, type ReviewTab } from './review-ui'

export const tabNames: Readonly<Record<ReviewTab, string>> = {
  differences: 'Differences',
  agreement: 'Agreement',
  agreed: 'Agreed set',
  progress: 'Progress',
  definitions: 'Definitions',
}

const names: Readonly<Record<ReviewTab, string>> = {
  differences: 'Show the differences between people’s tags',
  agreement: 'Show how far people’s tags agree',
  agreed: 'Show the agreed set',
  progress: 'Show who tags and reviews what',
  definitions: 'Show which definitions are disputed',
}

/** What can be done in review on whichever of its tabs. */
export const reviewCommands: readonly WindowCommand[] = reviewTabs.map((tab) => ({
  id: `review.tab-${tab}`,
  name: names[tab],
  group: 'Review',
  keys: [],
  where: 'fields',
  can: () => store.getState().project !== null,
  run: () => showReview(tab),
}))
