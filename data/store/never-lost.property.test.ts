import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Deed } from './testing/rough-deeds'
import { RoughProject } from './testing/rough-project'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const small = fc.nat({ max: 7 })
const work: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('annotate' as const), which: small }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constantFrom('relabel' as const, 'write-note', 'delete', 'link', 'decide'),
      which: small,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constantFrom('add-entry' as const, 'edit-entry', 'merge-entries'),
      which: small,
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('everywhere' as const), which: small }) },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constantFrom('undo' as const, 'redo', 'flush'), which: small }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('bring-back' as const, 'look'), which: small }) },
)
const fault: fc.Arbitrary<Deed> = fc.record({
  do: fc.constantFrom(
    'journal-fails' as const,
    'folder-fails',
    'vault-fails',
    'go-out-of-reach',
    'come-back',
    'copy-appears',
    'laptop-writes',
  ),
  which: small,
})
const event: fc.Arbitrary<Deed> = fc.record({
  do: fc.constantFrom('kill' as const, 'close', 'twin-writes', 'damage', 'wait'),
  which: small,
})

/** What begins before the one before it has ended, so many turns of the engine later. */
const burst = fc.array(
  fc.record({
    deed: fc.oneof({ weight: 4, arbitrary: work }, { weight: 1, arbitrary: fault }),
    turns: fc.nat({ max: 30 }),
  }),
  { minLength: 1, maxLength: 4 },
)
const day = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: burst },
    { weight: 1, arbitrary: event.map((deed) => [{ deed, turns: 0 }]) },
  ),
  { minLength: 1, maxLength: 14 },
)

describe('whatever happens to the journal, the folder and the files', () => {
  it.each(['documents', 'histories', 'steps'] as const)(
    'what was acknowledged is there, with %s damaged now and then',
    async (damaged) => {
      await fc.assert(
        fc.asyncProperty(day, async (bursts) => {
          const project = await RoughProject.begin(damaged)
          for (const deeds of bursts) await project.live(deeds)
          expect(await project.reckon()).toEqual([])
        }),
        { seed: 20311122, numRuns: 70 },
      )
    },
    30_000,
  )
})
