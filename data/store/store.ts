import type { KnownArticles } from '../formats/format'
import type { AnnotationSet } from '../model/annotation-set'
import type { Article } from '../model/article'
import type { Codebook } from '../model/codebook'
import type { Problem } from '../model/problem'
import type { Result } from '../model/result'
import type { CameFrom } from './received-agreed'
import type { Given } from './commands'
import type { Watch } from './for-all'
import type { AnyCommand } from './registry-commands'
import type { WorkRecord } from '../model/records'
import type { AgreedRule } from '../model/review-records'
import type { ThroughArticles } from './through-articles'
import type {
  ArticleHistory,
  MySteps,
  OpenArticle,
  ProjectView,
  Reply,
  Saving,
  StoreEvent,
  TagSet,
} from './views'

/** What is taken out of a project: `null` means all of them. */
export interface Selection {
  readonly articles: readonly string[] | null
  readonly annotators: readonly string[] | null
  /** In place of anybody's own work, the agreed set that is derived from all of it. */
  readonly agreed?: boolean
  /** By which rule that is derived; left out, by the project's. */
  readonly rule?: AgreedRule
  /** With what is hidden from the user of this program, in a project that is reviewed blind. */
  readonly hidden?: boolean
}

export interface Received {
  readonly annotators: readonly string[]
  readonly tags: number
  /** `false` when this very set was received before: nothing has changed. */
  readonly isNew: boolean
}

/**
 * A project that is open: the one place where anything changes. Calls take their turn in the order they come.
 * An answer that is `ok` means that the disk has it; on a Problem nothing has changed.
 */
export interface Store {
  view(): ProjectView
  openArticle(id: string): Promise<Result<OpenArticle, Problem>>
  /** Takes an article into memory that is likely to be opened next, and gives it. What stands in the way of that, opening it will tell. */
  readAhead(id: string): Promise<OpenArticle | null>
  /** I have looked at these of others' tags, links, decisions and answers that were new, or with `null` at all of them. */
  lookedAt(article: string, records: readonly string[] | null): Promise<null>
  /**
   * Does all of what is asked, or nothing, as one step that one undo takes back. `given` is the stamp under which whoever
   * asks has drawn what will come of it. A step on many articles can be watched, and stopped as long as not all of them are
   * ready: then it is a Problem, “cancelled”, as with undo and redo.
   */
  carryOut(command: AnyCommand, given?: Given, watch?: Watch): Promise<Result<Reply, Problem>>
  /** Takes the last step back, on whichever article it was. With nothing to undo, changes nothing. */
  undo(watch?: Watch): Promise<Result<Reply, Problem>>
  redo(watch?: Watch): Promise<Result<Reply, Problem>>

  /** Every revision of the codebook that there is, oldest first. */
  revisions(): Promise<Result<readonly Codebook[], Problem>>

  /** My steps on all articles that undo and redo can go over, two hundred each way. */
  mySteps(): Promise<MySteps>
  /** Every step on an article, of everybody. */
  historyOf(article: string): Promise<Result<ArticleHistory, Problem>>
  /** Everybody's tags as they were at a time (ISO 8601, UTC), mine first. What no history tells of is as it is now. */
  asItWas(article: string, at: string): Promise<Result<readonly TagSet[], Problem>>
  /** Where a tag or link on an article comes from, if it is of an agreed set that was received. */
  cameFrom(article: string, record: string): Promise<Result<CameFrom | null, Problem>>
  /**
   * Makes my live records on an article these, and no others; one step, which undo takes back. With `among` only records
   * with these ids come and go, so that what was made since somebody chose them stays.
   */
  bringBack(
    article: string,
    records: readonly WorkRecord[],
    among?: readonly string[],
  ): Promise<Result<Reply, Problem>>

  /** The texts of all articles and my tags on them. */
  throughArticles(): ThroughArticles

  /** The title under which an article with this id is here; `null` when it is not. */
  titleOf(id: string): string | null
  /** Puts an article into the project with the bytes it was read from. The same text twice is one article. */
  addArticle(
    article: Article,
    source: { readonly bytes: Uint8Array; readonly extension: string },
  ): Promise<Result<{ readonly isNew: boolean }, Problem>>

  knownArticles(): KnownArticles
  /** Puts somebody's set into the inbox, with the articles it brings that are not here. All of it or nothing. */
  receiveSet(set: AnnotationSet): Promise<Result<Received, Problem>>
  gatherSet(selection: Selection): Promise<Result<AnnotationSet, Problem>>

  /** My name, as others see it. */
  rename(name: string): Promise<Result<null, Problem>>
  /** Calls `listener` for every event until the returned function is called. */
  listen(listener: (event: StoreEvent) => void): () => void
  /** Brings everything into the project folder that is only in the journal, now. */
  flush(): Promise<Saving>
  /** Flushes and lets go of the journal. The store answers nothing afterwards. */
  close(): Promise<Saving>
}
