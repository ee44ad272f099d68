import type { Annotation, WorkRecord } from '../../data/model/records'
import { PackedRecords } from '../../data/store/packed-records'
import { kept } from './last-changes'
import type { ShownSet } from './state'

type Records = ShownSet['records']

/** One person's records, but for tags as far as they are packed: no tag is made to look for something else. */
export const besidesTags = (records: Records): Iterable<WorkRecord> =>
  (records instanceof PackedRecords ? records.others : records).values()

/**
 * One person's records of a kind that is no tag, in the order they were made, a changed one last. The same array for the same
 * records, and for those with other changes only.
 */
export const recordsThat = <R extends Exclude<WorkRecord, Annotation>>(
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
