import { useMemo } from 'react'
import type { EntryCounts, EvidenceFilter, EvidencePage, WordsFor } from '../../data/record/evidence'
import { unpack, type Packed } from '../../data/record/packed'
import type { StatementFilter, StatementPage } from '../../data/record/query'
import type { Problem } from '../../data/model/problem'
import { ok, type Result } from '../../data/model/result'
import type { ArticleSummary } from '../../data/model/article'
import type { ListedArticle } from '../../data/store/views'
import { useShown } from '../state/store'
import { workbench } from '../state/workbench'
import { useAnswer, type Answer } from './use-answer'

/** Statements that a page shows at most; the screen of the statements shows all. */
export const MOST = 1_000

const unpacked = async <T>(answer: Promise<Result<Packed<T>, Problem>>): Promise<Result<T, Problem>> => {
  const packed = await answer
  return packed.ok ? ok(unpack(packed.value)) : packed
}

export const askCounts = (): Promise<Result<EntryCounts, Problem>> => unpacked(workbench.entryCounts())

/** The tags that mean these entries, the latest first, from one row up to another, which is not among them. */
export const askEvidence = (
  entries: readonly string[],
  from: number,
  to: number,
  filter: Pick<EvidenceFilter, 'words' | 'annotators'> = {},
): Promise<Result<EvidencePage, Problem>> =>
  unpacked(workbench.evidence({ ...filter, entries, sort: 'newest' }, from, to))

export const askStatements = (filter: StatementFilter): Promise<Result<StatementPage, Problem>> =>
  unpacked(workbench.statements({ ...filter, sort: { by: 'day', descending: true }, group: null }, 0, MOST))

/** How many tags mean each entry; `null` until that is known. */
export interface Counted {
  readonly counts: EntryCounts['entries'] | null
  /** All tags were counted, as they are now. */
  readonly isWhole: boolean
}

export function useCounts(): Counted {
  const { value, version } = useAnswer('counts', askCounts)
  const isWhole = useShown(
    ({ record }) => record.version > 0 && !record.building && record.version === version,
  )
  return { counts: value?.entries ?? null, isWhole }
}

/** What entries that count as one were called. */
export const useWords = (entries: readonly string[]): Answer<WordsFor> =>
  useAnswer(entries.join(), () => workbench.wordsFor(entries))

export const useStatements = (key: string, filter: StatementFilter): Answer<StatementPage> =>
  useAnswer(key, () => askStatements(filter))

/** The articles of the project by their ids. */
export function useArticles(): ReadonlyMap<string, ArticleSummary> {
  const articles = useShown(({ project }) => project?.articles) ?? none
  return useMemo(() => new Map(articles.map(({ summary }) => [summary.id, summary])), [articles])
}

const none: readonly ListedArticle[] = []
