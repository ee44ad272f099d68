import type { Problem } from '../../../data/model/problem'
import { failed, ok, type Result } from '../../../data/model/result'
import { unpack, type Packed } from '../../../data/record/packed'
import type { Agreement } from '../../../data/review/agreement'
import type { StatementPage } from '../../../data/record/query'
import type { Handlers } from '../answer'
import type { HandlerPorts } from '../handlers'
import { FiguresExport } from '../review/export-figures'
import { StatementsExport } from './export-statements'
import type { Ask } from './messages'

type RecordHandlers = Pick<
  Handlers,
  | 'recordState'
  | 'entryCounts'
  | 'evidence'
  | 'wordsFor'
  | 'learntNames'
  | 'labelsUsed'
  | 'statementCounts'
  | 'statements'
  | 'placeOfStatement'
  | 'exportStatements'
  | 'passage'
  | 'stopRecord'
  | 'makeRecord'
  | 'reviewFigures'
  | 'agreedOverview'
  | 'reviewSlices'
  | 'exportFigures'
  | 'reviewDisputes'
  | 'reviewDisputed'
  | 'reviewDifferences'
  | 'stopReview'
>

/** Rows that the window is given at once. */
const ROWS = 1_000

/** The answers to what the window may ask of everybody's tags on all articles. */
export function recordHandlers({ projects, dialogs, documents }: HandlerPorts): RecordHandlers {
  const exporting = new StatementsExport(dialogs, documents)
  const figures = new FiguresExport(dialogs, documents)
  const ask = async <T>(question: Ask): Promise<Result<Packed<T>, Problem>> =>
    projects.record ? projects.record.ask<T>(question) : failed({ kind: 'no-project' })
  const read = async <T>(question: Ask): Promise<Result<T, Problem>> => {
    const answer = await ask<T>(question)
    return answer.ok ? ok(unpack(answer.value)) : answer
  }
  const end = (from: number, to: number) => Math.min(to, from + ROWS)
  return {
    recordState: () => read({ name: 'state' }),
    entryCounts: () => ask({ name: 'entryCounts' }),
    evidence: (query, from, to) => ask({ name: 'evidence', query, from, to: end(from, to) }),
    wordsFor: (entries) => read({ name: 'wordsFor', entries }),
    learntNames: () => ask({ name: 'learntNames' }),
    labelsUsed: () => read({ name: 'labelsUsed' }),
    statementCounts: (query) => ask({ name: 'statementCounts', query }),
    statements: (query, from, to) => ask({ name: 'statements', query, from, to: end(from, to) }),
    placeOfStatement: (query, statement) => read({ name: 'placeOfStatement', query, statement }),
    exportStatements: async (query, columns) => {
      if (!projects.store) return failed({ kind: 'no-project' })
      const rows = (from: number, to: number) => read<StatementPage>({ name: 'statements', query, from, to })
      return exporting.write(projects.store, rows, columns)
    },
    passage: (article, start, end) => read({ name: 'passage', article, start, end }),
    stopRecord() {
      projects.record?.stop()
      return ok(null)
    },
    agreedOverview: (rules) => ask({ name: 'agreedOverview', rules }),
    reviewFigures: (query) => ask({ name: 'reviewFigures', query }),
    reviewSlices: (query, by, layer) => ask({ name: 'reviewSlices', query, by, layer }),
    exportFigures: async (query) => {
      if (!projects.store) return failed({ kind: 'no-project' })
      return figures.write(projects.store, () => read<Agreement | null>({ name: 'reviewAgreement', query }))
    },
    reviewDisputes: (query) => ask({ name: 'reviewDisputes', query }),
    reviewDisputed: (query, from, to) => ask({ name: 'reviewDisputed', query, from, to: end(from, to) }),
    reviewDifferences: (query, from, to) =>
      ask({ name: 'reviewDifferences', query, from, to: end(from, to) }),
    stopReview() {
      projects.record?.stopReview()
      return ok(null)
    },
    makeRecord() {
      projects.record?.make()
      return ok(null)
    },
  }
}
