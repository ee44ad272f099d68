import { ofKind } from '../../state/records-that'
import type { ShownSet } from '../../state/state'

/** What one reviewer decided on an article. The same array for the same records, and for those with other tags only. */
export const decisionsIn = (records: ShownSet['records']) => ofKind(records, 'decision')
