import type { Person } from '../model/project'
import type { WorkRecord } from '../model/records'
import type { Command } from './commands'
import type { TagSet } from './views'

/** Who asks, and who else has worked on the article, for commands on what others made. */
export interface Company {
  /** An annotator's id. */
  readonly me: string
  /** What each of the others has on the article, by id. */
  readonly others: ReadonlyMap<string, ReadonlyMap<string, WorkRecord>>
  /** Whether the project knows this person. */
  readonly knows: (person: string) => boolean
}

const onOthersWork: ReadonlySet<string> = new Set<Command['do']>(['decide', 'answer', 'assign', 'take-over'])

/** Whether a command cannot be decided without what others have on its article. */
export const isOnOthersWork = (command: Command): boolean => onOthersWork.has(command.do)

export const companyOf = (me: string, sets: readonly TagSet[], people: readonly Person[]): Company => ({
  me,
  others: new Map(
    sets
      .filter(({ annotator }) => annotator !== me)
      .map(({ annotator, records }) => [annotator, new Map(records.map((record) => [record.id, record]))]),
  ),
  knows: (person) => people.some(({ id }) => id === person),
})
