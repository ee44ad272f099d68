import { noRecord } from '../../../data/record/query'
import { pack } from '../../../data/record/packed'
import { failed, ok } from '../../../data/model/result'
import type { Handlers } from '../answer'
import type { HandlerPorts } from '../handlers'

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
  | 'passage'
  | 'stopRecord'
  | 'makeRecord'
>

/** The answers to what the window may ask of everybody's tags on all articles. */
export function recordHandlers({ projects }: HandlerPorts): RecordHandlers {
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
    passage: (_, start) => inProject({ start, text: '', paragraph: null }),
    stopRecord: () => inProject(null),
    makeRecord: () => inProject(null),
  }
}
