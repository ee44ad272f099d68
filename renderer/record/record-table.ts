import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { Problem } from '../../data/model/problem'
import { unpack } from '../../data/record/packed'
import type { StatementCounts, StatementQuery, StatementRow } from '../../data/record/query'
import { lookAt, recordView, watchView, type RecordView } from '../state/record-view'
import { store } from '../state/store'
import { workbench } from '../state/workbench'
import { Lines, type Group, type Line } from './lines'
import { Pages } from './pages'

/** CSS pixels of every line. */
export const LINE = 30
/** The record changes many times a second while it is made; it is asked again so often at most, in milliseconds. */
const PATIENCE = 400
/** Milliseconds after which it is looked again whether a question is still on its way. */
const SHORT = 50

/** The statements that a query found, as far as they were looked at. */
export interface Found {
  readonly query: StatementQuery
  readonly counts: StatementCounts
  readonly groups: readonly Group[] | null
  readonly lines: Lines
  readonly pages: Pages<StatementRow>
}

interface Table {
  /** What is shown; while other statements are asked for, still these. */
  readonly found: Found | null
  /** How often rows came: whoever shows them looks again. */
  readonly came: number
  /** Other statements are asked for. */
  readonly isAsking: boolean
  /** Why the statements could not be told. */
  readonly problem: Problem | null
  /** The line one stands in, from 0. */
  readonly at: number
  /** The line to scroll to, and how: `count` tells one wish from the next. */
  readonly goTo: { readonly line: number; readonly to: 'middle' | 'near'; readonly count: number }
}

const atFirst: Table = {
  found: null,
  came: 0,
  isAsking: false,
  problem: null,
  at: 0,
  goTo: { line: 0, to: 'middle', count: 0 },
}

export const table = createStore<Table>()(() => atFirst)
export const useTable = <T>(part: (table: Table) => T): T => useStore(table, part)

/** The lines that can be seen, up to but not with `to`. */
let view = { from: 0, to: 30 }

/** The lines that can be seen now: rows in and around them are asked for. */
export function see(from: number, to: number): void {
  view = { from, to }
  table.getState().found?.pages.want(stretchesAround(table.getState().found!.lines, view))
}

/** The row in a line; `undefined` until it is there, and for the head of a group. */
export function rowIn({ lines, pages }: Found, line: number): StatementRow | undefined {
  const there = lines.at(line)
  return there?.is === 'statement' ? pages.at(there.at) : undefined
}

/** Goes to a line; the one that it had is forgotten. */
export function goTo(line: number, to: 'middle' | 'near' = 'near'): void {
  const { found, goTo: before } = table.getState()
  if (!found || found.lines.count === 0) return
  const at = Math.min(Math.max(0, line), found.lines.count - 1)
  table.setState({ at, goTo: { line: at, to, count: before.count + 1 } })
  const row = rowIn(found, at)
  if (row) lookAt({ at: row.id })
}

/** Folds the group of a line, or unfolds it. One stands at its head then. */
export function toggleGroup(group: number): void {
  const { found } = table.getState()
  const key = found?.groups?.[group]?.key
  if (!found || key === undefined) return
  const { folded } = recordView()
  lookAt({ folded: folded.includes(key) ? folded.filter((other) => other !== key) : [...folded, key] })
  goTo(table.getState().found!.lines.headOf(group))
}

/** Folds all groups, or unfolds them when all are folded. */
export function toggleAllGroups(): void {
  const { found, at } = table.getState()
  const keys = found?.groups?.map(({ key }) => key)
  if (!found || !keys) return
  const line = found.lines.at(at)
  const all = keys.every((key) => recordView().folded.includes(key))
  lookAt({ folded: all ? [] : keys })
  if (line?.group != null) goTo(table.getState().found!.lines.headOf(line.group))
}

export const lineAt = (line: number): Line | null => table.getState().found?.lines.at(line) ?? null

/** Asks for the statements of the project as they are looked at, and again whenever either changes, until the returned function is called. */
export function keepUp(): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  let last = 0
  const soon = () => {
    clearTimeout(waiting)
    const pause = last + PATIENCE - performance.now()
    waiting = setTimeout(
      () => {
        // A question that is on its way is let come to its end, else a record that goes on changing would never be shown.
        if (table.getState().isAsking) return soon()
        last = performance.now()
        void ask('stay')
      },
      Math.max(pause, SHORT),
    )
  }
  const unwatch = watchView((next, before) => {
    if (isOtherQuery(next, before)) void ask('place')
    else if (next.folded !== before.folded) fold(next)
  })
  const unsubscribe = store.subscribe(({ record, project }, before) => {
    if (project && record.version !== before.record.version) soon()
  })
  void begin()
  return () => {
    clearTimeout(waiting)
    unwatch()
    unsubscribe()
  }
}

async function begin(): Promise<void> {
  const state = await workbench.recordState()
  if (state.ok) store.setState({ record: state.value })
  await ask('place')
}

const queryOf = ({ filter, sort, group }: RecordView): StatementQuery => ({ ...filter, sort, group })

const isOtherQuery = (a: RecordView, b: RecordView): boolean =>
  a.filter !== b.filter || a.sort !== b.sort || a.group !== b.group

/** Which question was asked last: answers to those before it are too late. */
let latest = 0

// Whatever screen is shown: nothing of one project is seen in another.
store.subscribe(({ project }, before) => {
  if (project?.project.id === before.project?.project.id) return
  latest += 1
  table.setState(atFirst)
})

/** Asks for the statements; `place`: goes to where one was among them, `stay`: they are the same, and only have changed. */
async function ask(how: 'place' | 'stay'): Promise<void> {
  const mine = ++latest
  const wanted = recordView()
  const query = queryOf(wanted)
  table.setState({ isAsking: true })
  const [counted, placed] = await Promise.all([
    workbench.statementCounts(query),
    wanted.at === null ? null : workbench.placeOfStatement(query, wanted.at),
  ])
  if (mine !== latest) return
  if (!counted.ok) return fail(counted.error)
  const counts = unpack(counted.value)
  const groups =
    query.group === null ? null : counts.groups.map(({ key, rows }) => ({ key: key ?? '', count: rows }))
  const lines = new Lines(counts.found, groups, new Set(recordView().folded))
  const place = placed?.ok ? placed.value : null
  const at = Math.min(place === null ? lineWithout(how) : lines.lineOf(place), Math.max(0, lines.count - 1))
  const first = firstView(how, at)

  const pages: Pages<StatementRow> = new Pages(
    async (from, to) => {
      const answer = await workbench.statements(query, from, to)
      if (!answer.ok) return null
      const page = unpack(answer.value)
      // Rows of another version stand elsewhere; the record's event has them all asked for again.
      return page.version === counts.version ? page.rows : null
    },
    () => {
      if (table.getState().found?.pages === pages) table.setState(({ came }) => ({ came: came + 1 }))
    },
  )
  await pages.bring(lines.statementsIn(first.from, first.to))
  if (mine !== latest) return
  const { found: before, at: atBefore, goTo: wish } = table.getState()
  const stays = how === 'stay' && before !== null
  const shift = stays && isInView(atBefore) ? at - atBefore : 0
  table.setState({
    found: { query, counts, groups, lines, pages },
    isAsking: false,
    problem: null,
    at,
    ...(!stays && { goTo: { line: at, to: place === null ? 'near' : 'middle', count: wish.count + 1 } }),
    ...(shift !== 0 && { goTo: { line: at, to: 'near', count: wish.count + 1 } }),
  })
}

/** The line one stands in when the statement is not there any more: the same one; among others, the first. */
const lineWithout = (how: 'place' | 'stay'): number => (how === 'stay' ? table.getState().at : 0)

const isInView = (line: number): boolean => line >= view.from && line < view.to

/** The lines that are seen first. */
function firstView(how: 'place' | 'stay', at: number): { readonly from: number; readonly to: number } {
  const fits = view.to - view.from
  return how === 'stay' && table.getState().found ? view : { from: at - fits, to: at + fits }
}

function fail(problem: Problem): void {
  table.setState({ isAsking: false, problem })
}

/** The same statements with other groups folded. */
function fold({ folded }: RecordView): void {
  const { found } = table.getState()
  if (!found) return
  const lines = new Lines(found.counts.found, found.groups, new Set(folded))
  table.setState({ found: { ...found, lines } })
  found.pages.want(stretchesAround(lines, view))
}

/** What is in view first, then a screen on either side. */
function stretchesAround(lines: Lines, { from, to }: { readonly from: number; readonly to: number }) {
  const more = to - from
  return [
    ...lines.statementsIn(from, to),
    ...lines.statementsIn(to, to + 2 * more),
    ...lines.statementsIn(from - 2 * more, from),
  ]
}

/** Asks once more after something went wrong. */
export const askAgain = (): void => void ask('place')
