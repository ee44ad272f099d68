import { useEffect, useState } from 'react'
import { unpack } from '../../data/record/packed'
import type { StatementGroup, StatementFilter, StatementColumn } from '../../data/record/query'
import { useShown } from '../state/store'
import { workbench } from '../state/workbench'
import { without } from './filters'

/**
 * The values that stand in a column of the statements that all other filters let through, with how many there are of each;
 * `null` until they are there.
 */
export function useChoices(
  filter: StatementFilter,
  column: StatementColumn,
): readonly StatementGroup[] | null {
  const version = useShown((state) => state.record.version)
  const [choices, setChoices] = useState<readonly StatementGroup[] | null>(null)
  const asked = JSON.stringify({ rest: without(filter, column), version })

  useEffect(() => {
    let isLate = false
    const { rest }: { readonly rest: StatementFilter } = JSON.parse(asked)
    const ask = async () => {
      const query = { ...rest, sort: { by: column, descending: false }, group: column }
      const answer = await workbench.statementCounts(query)
      if (!isLate && answer.ok) setChoices(unpack(answer.value).groups)
    }
    void ask()
    return () => {
      isLate = true
    }
  }, [asked, column])

  return choices
}
