import type { BesidesTag, OfKind, WorkRecord } from '../../data/model/records'
import { besidesTags } from '../../data/store/patched-records'
import { kept } from './last-changes'
import type { ShownSet } from './state'

type Records = ShownSet['records']

/**
 * One person's records of a kind that is no tag, in the order they were made, a changed one last. The same array for the same
 * records, and for those with other changes only.
 */
export const recordsThat = <R extends BesidesTag>(
  isOne: (record: WorkRecord | null) => record is R,
): ((records: Records) => readonly R[]) =>
  kept(
    (records): readonly R[] => [...besidesTags(records)].filter((record) => isOne(record)),
    (found, changes) => {
      if (!changes.some(({ before, after }) => isOne(before) || isOne(after))) return found
      // One after the other: a step can change one record twice.
      const now = new Map(found.map((record) => [record.id, record]))
      for (const { id, after } of changes) {
        now.delete(id)
        if (isOne(after)) now.set(id, after)
      }
      return [...now.values()]
    },
  )

const alike: { readonly [Is in BesidesTag['is']]: (records: Records) => readonly OfKind<Is>[] } = {
  link: recordsThat((record) => record?.is === 'link'),
  done: recordsThat((record) => record?.is === 'done'),
  dismissed: recordsThat((record) => record?.is === 'dismissed'),
  decision: recordsThat((record) => record?.is === 'decision'),
  answer: recordsThat((record) => record?.is === 'answer'),
  assignment: recordsThat((record) => record?.is === 'assignment'),
  reviewed: recordsThat((record) => record?.is === 'reviewed'),
}

/** One person's records of one kind that is no tag. The same array for the same records. */
export const ofKind = <Is extends BesidesTag['is']>(records: Records, is: Is): readonly OfKind<Is>[] =>
  alike[is](records)
