import { setImmediate as breathe } from 'node:timers/promises'
import { ok } from '../../../model/result'
import type { Journal } from '../../ports'

/** The mistake that the test is there to catch: it acknowledges an entry before the disk has it. */
export const hasty = (journal: Journal): Journal => ({
  append: async (entry) => {
    void journal.append(entry)
    await breathe()
    return ok(null)
  },
  leftOver: () => journal.leftOver(),
  clear: () => journal.clear(),
  close: () => journal.close(),
})
