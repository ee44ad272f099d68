import { noRecord } from '../../../data/record/query'
import { pack } from '../../../data/record/packed'
import { failed, ok } from '../../../data/model/result'
import type { Handlers } from '../answer'
import type { HandlerPorts } from '../handlers'
import { StatementsExport } from './export-statements'

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
>

/** The answers to what the window may ask of everybody's tags on all articles. */
export function recordHandlers({ projects, dialogs, documents }: HandlerPorts): RecordHandlers {
  const exporting = new StatementsExport(dialogs, documents)
  const inProject = <T>(value: T) => (projects.store ? ok(value) : failed({ kind: 'no-project' as const }))
  const { version } = noRecord
  return {
    recordState: () => inProject(noRecord),
    entryCounts: () => inProject(pack({ version, entries: {} })),
    evidence: (_, from) => inProject(pack({ version, found: 0, articles: 0, from, rows: [] })),
    wordsFor: () => inProject({ version, words: [] }),
    learntNames: () => inProject(pack({ version, entries: {} })),
    labelsUsed: () => inProject({ version, labels: [] }),
    statementCounts: () => inProject(pack({ version, all: 0, found: 0, articles: 0, groups: [] })),
    statements: (_, from) => inProject(pack({ version, found: 0, from, rows: [] })),
    placeOfStatement: () => inProject(null),
    exportStatements: async (query, columns) => {
      if (!projects.store) return failed({ kind: 'no-project' })
      const page = { version, found: 0, from: 0, rows: [] }
      return exporting.write(projects.store, { statements: () => page }, query, columns)
    },
    passage: (_, start) => inProject({ start, text: '', paragraph: null }),
    stopRecord: () => inProject(null),
    makeRecord: () => inProject(null),
  }
}
