/**
 * What the list knows of one person's work on one article: how many tags, and whether the person is done with it. One
 * number, since a large project has half a million of them; 0 where there is nothing to say.
 */
export type Tally = number

export const tallyOf = (tags: number, isDone: boolean): Tally => tags * 2 + (isDone ? 1 : 0)

export const tagsIn = (tally: Tally): number => Math.floor(tally / 2)
export const isDoneIn = (tally: Tally): boolean => tally % 2 === 1

/** The tally of records that are not deleted. */
export function tallyRecords(records: Iterable<{ readonly is: string }>): Tally {
  let tags = 0
  let isDone = false
  for (const { is } of records) {
    if (is === 'annotation') tags++
    else if (is === 'done') isDone = true
  }
  return tallyOf(tags, isDone)
}
