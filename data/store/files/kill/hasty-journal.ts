import { ok } from '../../../model/result'
import type { Journal } from '../../ports'

/** A journal with the mistake that the test is there to catch. */
export interface HastyJournal {
  readonly journal: Journal
  /** Whether it has acknowledged an entry that the disk does not have. */
  readonly isAhead: () => boolean
}

/**
 * Keeps its word for so many entries, and then acknowledges one before the disk has it: that one waits for the next to be
 * written with. It never does so while the disk has nothing of the journal.
 */
export function hasty(journal: Journal, honest: number): HastyJournal {
  let kept = 0
  let hasAny = false
  let late: Parameters<Journal['append']>[0] | null = null
  return {
    isAhead: () => late !== null,
    journal: {
      append: async (entry) => {
        if (late === null && hasAny && kept >= honest) {
          late = entry
          return ok(null)
        }
        if (late !== null) void journal.append(late)
        late = null
        const appended = await journal.append(entry)
        if (appended.ok) {
          kept++
          hasAny = true
        }
        return appended
      },
      leftOver: () => journal.leftOver(),
      clear: () => {
        hasAny = false
        return journal.clear()
      },
      close: () => journal.close(),
    },
  }
}
