import { LeftOut } from '../blind/LeftOut'
import { useEffect, useMemo } from 'react'
import { decisionReasons } from '../../../data/model/review-records'
import { differenceKinds } from '../../../data/review/comparison'
import { reasonInWords } from '../../../data/review/decision-words'
import type { Disputes, ReviewQuery } from '../../../data/review/agreement'
import { useShown } from '../../state/store'
import { Button } from '../../ui/Button'
import { Select } from '../../ui/Select'
import { shortDate } from '../../ui/words'
import { ReviewMain } from '../slots'
import { TabHead } from '../TabHead'
import { chooseCompared, comparedNow, everybody, useCompared } from '../agreement/compared-state'
import { ComparedDialogOver } from '../agreement/ComparedDialog'
import { useComputed } from '../agreement/computing'
import { NotTwo } from '../agreement/NotTwo'
import { listed, together } from '../agreement/people-names'
import { disputes } from '../agreement/ports'
import { NotYet, Standing } from '../agreement/Standing'
import { useAgreementNames, type AgreementNames } from '../agreement/use-agreement-names'
import { openQuotes, tellBy, useDefinitions } from './definitions-state'
import { disputesBy, disputeTable, narrowedBy, type DisputesBy } from './dispute-table'
import { HeatTable } from './HeatTable'
import { kindInWords } from './kind-words'
import { QuotesPanel } from './QuotesPanel'
import figures from '../agreement/Figures.module.css'
import styles from './DefinitionsTab.module.css'

/** Which definitions people read in different ways, and their quotes for a better one. */
export function DefinitionsTab() {
  useEffect(() => disputes.keepUp(), [])
  const project = useShown((state) => state.project)
  const chosen = useCompared((state) => state.chosen)
  const answer = useComputed(disputes, (state) => state.answer)
  const query = useMemo(() => (answer ? comparedNow() : null), [answer])
  const names = useAgreementNames(query)
  if (!project) return null
  const people = (chosen ?? everybody(project)).annotators.length
  return (
    <>
      {answer && query && names ? (
        <Shown answer={answer} query={query} names={names} />
      ) : (
        <ReviewMain>
          {people < 2 ? (
            <NotTwo
              people={people}
              why="A definition is disputed where two people made different tags of the same words."
            />
          ) : (
            <NotYet of={disputes} />
          )}
        </ReviewMain>
      )}
      <ComparedDialogOver />
    </>
  )
}

interface ShownProps {
  readonly answer: Disputes
  readonly query: ReviewQuery
  readonly names: AgreementNames
}

const byNames: Readonly<Record<DisputesBy, string>> = {
  week: 'Week by week',
  person: 'By whose tags',
  kind: 'By how they differ',
  reason: 'By why they were changed',
}

function Shown({ answer, query, names }: ShownProps) {
  const by = useDefinitions((state) => state.by)
  const opened = useDefinitions((state) => state.opened)
  const table = useMemo(() => disputeTable(answer.counts, by, query.annotators), [answer, by, query])
  const { codebook } = names
  const column = (key: string) => columnName(by, key, names)
  return (
    <>
      <ReviewMain>
        <div className={styles['tab']}>
          <TabHead title="Disputed definitions" full={listed(names.full)} beside={together(names.full)}>
            <Button onClick={() => chooseCompared(true)}>Change what is compared…</Button>
          </TabHead>
          <p className={figures['hint']}>
            Of the tags that were compared with somebody’s or decided on: how many differ from another’s, or
            were rejected or changed. A cell opens its quotes.
          </p>
          <LeftOut />
          <Standing of={disputes} />
          <div className={styles['by']}>
            <Select
              label="Told apart by"
              value={by}
              options={disputesBy.map((each) => ({ value: each, name: byNames[each] }))}
              onChange={(value) => tellBy(disputesBy.find((each) => each === value) ?? 'week')}
            />
          </div>
          {table.rows.length === 0 ? (
            <p className={styles['none']}>Nothing was compared or decided on yet, so nothing is disputed.</p>
          ) : (
            <div className={styles['scroller']}>
              <HeatTable
                table={table}
                codebook={codebook}
                column={column}
                opened={opened?.definition ?? null}
                onOpen={(definition, key) =>
                  openQuotes(
                    { label: definition.label, attribute: definition.attribute },
                    key === null ? {} : narrowedBy(by, key),
                  )
                }
              />
              {table.columns.length === 0 && (
                <p className={styles['none']}>
                  {by === 'reason'
                    ? 'Nobody has rejected or changed a tag yet.'
                    : 'There is nothing to tell apart.'}
                </p>
              )}
            </div>
          )}
        </div>
      </ReviewMain>
      {opened && (
        <QuotesPanel
          definition={opened.definition}
          narrowed={opened.narrowed}
          query={query}
          version={answer.version}
          names={names}
          told={narrowedInWords(opened.narrowed, names)}
        />
      )}
    </>
  )
}

/** What stands over a column: short, and in full for whoever points at it or hears it. */
function columnName(
  by: DisputesBy,
  key: string,
  names: AgreementNames,
): { readonly short: string; readonly full: string } {
  switch (by) {
    case 'week': {
      const day = shortDate(key)
      return { short: day.replace(/ \d{4}$/, ''), full: `week of ${day}` }
    }
    case 'person':
      return { short: names.person(key), full: names.person(key) }
    case 'kind': {
      const kind = differenceKinds.find((each) => each === key)
      const words = kind ? kindInWords(kind) : key
      return { short: words, full: words }
    }
    case 'reason': {
      const reason = decisionReasons.find((each) => each === key)
      const words = reason ? reasonInWords(reason) : 'no reason'
      return { short: words, full: words }
    }
  }
}

function narrowedInWords(narrowed: ReturnType<typeof narrowedBy>, names: AgreementNames): string | null {
  const [by, key] =
    narrowed.week !== undefined
      ? (['week', narrowed.week] as const)
      : narrowed.of !== undefined
        ? (['person', narrowed.of] as const)
        : narrowed.kind !== undefined
          ? (['kind', narrowed.kind] as const)
          : narrowed.reason !== undefined
            ? (['reason', narrowed.reason] as const)
            : [null, null]
  return by === null ? null : columnName(by, key, names).full
}
