import type { EntryCounts, EvidencePage, EvidenceQuery, LabelsUsed, LearntNames, WordsFor } from './evidence'
import type { StatementCounts, StatementPage, StatementQuery } from './query'

/** What can be asked of everybody's tags on all articles. Windows are [from, to), in rows. */
export interface RecordAnswers {
  entryCounts(): EntryCounts
  evidence(query: EvidenceQuery, from: number, to: number): EvidencePage
  wordsFor(entries: readonly string[]): WordsFor
  learntNames(): LearntNames
  labelsUsed(): LabelsUsed
  statementCounts(query: StatementQuery): StatementCounts
  statements(query: StatementQuery, from: number, to: number): StatementPage
  /** The place of a statement among those that a query finds, from 0; `null` when it is not among them. */
  placeOfStatement(query: StatementQuery, statement: string): number | null
}
