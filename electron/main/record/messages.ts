import type { Codebook } from '../../../data/model/codebook'
import type { RegistryRecord } from '../../../data/model/records'
import type { MyChange } from '../../../data/record/index/keep-up'
import type { ArticleFacts } from '../../../data/record/index/record-index'
import type { Packed } from '../../../data/record/packed'
import type { BlindEvent } from '../../../data/store/blind-store'
import type { EvidenceQuery } from '../../../data/record/evidence'
import type { RecordState, StatementQuery } from '../../../data/record/query'
import type { DisputedQuery, ReviewQuery, SlicedFinely } from '../../../data/review/agreement'
import type { DifferencesQuery } from '../../../data/review/project-differences'
import type { AgreedRules } from '../../../data/record/index/agreed-answer'

/** What is asked of the record; each with an id that its answer has too. */
export type Ask = Readonly<
  | { name: 'entryCounts' | 'learntNames' | 'labelsUsed' | 'state' }
  | { name: 'wordsFor'; entries: readonly string[] }
  | { name: 'evidence'; query: EvidenceQuery; from: number; to: number }
  | { name: 'statementCounts'; query: StatementQuery }
  | { name: 'statements'; query: StatementQuery; from: number; to: number }
  | { name: 'placeOfStatement'; query: StatementQuery; statement: string }
  | { name: 'reviewFigures' | 'reviewAgreement' | 'reviewDisputes'; query: ReviewQuery }
  | { name: 'reviewSlices'; query: ReviewQuery; by: SlicedFinely; layer: string }
  | { name: 'reviewDisputed'; query: DisputedQuery; from: number; to: number }
  | { name: 'reviewDifferences'; query: DifferencesQuery; from: number; to: number }
  | { name: 'agreedOverview'; rules: AgreedRules }
  | { name: 'likelyArticles'; words: string }
  | { name: 'passage'; article: string; start: number; end: number }
>

/** A change of an entry of the registries. */
export interface EntryChange {
  readonly id: string
  readonly after: RegistryRecord | null
}

/** What the record is told. Long lists are texts, which are copied at once. */
export type ToRecord = Readonly<
  | {
      is: 'open'
      root: string
      vault: string
      project: string
      me: string
      codebook: Codebook
      registry: Packed<readonly RegistryRecord[]>
      articles: Packed<readonly ArticleFacts[]>
      /** The last version that was told; 0 when none was. */
      after: number
      /** See `BlindStore`. */
      seenOn: readonly string[] | null
    }
  | { is: 'ask'; id: number; ask: Ask }
  | { is: 'articles'; articles: Packed<readonly ArticleFacts[]>; gone: readonly string[] }
  | { is: 'registry'; registry: Packed<readonly RegistryRecord[]> }
  | { is: 'entries'; changes: Packed<readonly EntryChange[]> }
  | { is: 'codebook'; codebook: Codebook }
  | { is: 'changed'; changes: Packed<readonly MyChange[]> }
  | { is: 'touched'; articles: readonly string[] }
  | { is: 'saved' }
  | BlindEvent
  | { is: 'make' }
  | { is: 'stop-review' }
  | { is: 'stop' }
>

/** What the record says. An answer is the text of a value. */
export type FromRecord = Readonly<
  | { is: 'answer'; id: number; packed: string }
  | { is: 'failed'; id: number; why: string }
  | { is: 'state'; state: RecordState }
  /** Something that it could do without has failed. */
  | { is: 'fault'; what: string; why: string }
>
