import type { Article, ArticleSummary } from '../model/article'
import type { Codebook } from '../model/codebook'
import type { Person, Project } from '../model/project'
import type { Problem } from '../model/problem'
import type { RegistryRecord, WorkRecord } from '../model/records'
import type { ReviewRules } from '../model/review-records'
import type { Novelties } from './looked'
import type { Assignee } from './shelf/assigned'
import type { ArticleChange, Change, RegistryChange } from './changes'

/** An article as the list shows it. */
export interface ListedArticle {
  readonly summary: ArticleSummary
  /** Tags by annotator id; an annotator without tags on it does not appear. */
  readonly tags: Readonly<Record<string, number>>
  /** The ids of those who are done with it. */
  readonly done: readonly string[]
  /** Who has reviewed it, and who of them calls the agreed set final. Absent where nobody has. */
  readonly reviewed?: Readonly<Record<string, 'reviewed' | 'agreed'>>
  /** Who should tag or review it. Absent where nobody should. */
  readonly assigned?: readonly Assignee[]
  /** Who has tagged, decided, or changed something on it since I had it open last. Absent where nobody has. */
  readonly news?: readonly string[]
}

/** What the window holds of a project: metadata, never the corpus. */
export interface ProjectView {
  readonly project: Project
  /** The project folder, for people to read; nothing is opened by it. */
  readonly folder: string
  /** The annotator who works here. */
  readonly me: Person
  /** Everybody who has a file in the project, me included. */
  readonly people: readonly Person[]
  /** The revision that is in force. */
  readonly codebook: Codebook
  /** Newest first by date of publication; those without a date at the end, by title. */
  readonly articles: readonly ListedArticle[]
  /** Actors, issues and positions of everybody, joined. */
  readonly registry: readonly RegistryRecord[]
  readonly review: ReviewRules
  /** Files that could not be read when the project was opened. The rest works. */
  readonly troubles: readonly Problem[]
  readonly saving: Saving
  readonly history: HistoryView
  /** While the tags of a large project are counted for the first time on this computer; else `null`. */
  readonly looking: Looking | null
}

/** How many articles have been looked at, of how many. */
export interface Looking {
  readonly done: number
  readonly of: number
}

/** What one annotator made on one article. */
export interface TagSet {
  readonly annotator: string
  /** Deleted ones are not among them; in the order they were made. */
  readonly records: readonly WorkRecord[]
}

/** An article as the reader gets it. */
export interface OpenArticle {
  readonly article: Article
  /** Mine first, even when it is empty; then others' that are not empty, by annotator id. */
  readonly sets: readonly TagSet[]
  /** How many others have tagged it whose sets are hidden, since the project is reviewed blind and I am not done with it. */
  readonly hidden?: number
  /** What others have made on it since I had it open last, and I have not looked at. Absent where there is nothing. */
  readonly news?: Novelties
}

/**
 * How safe the work is. `saved`: the project folder has everything. `saving`: this computer's disk has it, the
 * folder not yet. `kept`: the folder cannot be written; this computer's disk has it all the same.
 */
export type Saving = Readonly<{ state: 'saved' } | { state: 'saving' } | { state: 'kept'; problem: Problem }>

/** The step that undo takes back, and the one that redo makes again, by what was done; `null` when there is none. */
export interface HistoryView {
  readonly undo: HistoryStep | null
  readonly redo: HistoryStep | null
}

export interface HistoryStep {
  readonly did: string
  /** The first of the articles that it changed; `null` when it changed what all articles share, and nothing else. */
  readonly article: string | null
  /** How many articles it changed. */
  readonly articles: number
}

/** What an acknowledged step changed, on all articles and in the registries. It is on the disk when this arrives. */
export interface Reply {
  readonly changes: readonly Change[]
  /** Set when another revision of the codebook has come in force by it. */
  readonly codebook?: Codebook
  readonly history: HistoryView
}

/** One step that somebody took on an article, as the history keeps it. */
export interface HistoryEntry {
  readonly annotator: string
  readonly device: string
  /** ISO 8601, UTC, by the clock of that computer, which may have been wrong. */
  readonly at: string
  /** A command's name or one of `otherSteps` in `history-log.ts`; from a newer program it may be another. */
  readonly did: string
  /** For "undo" and "redo": the clock of the step that was taken back or made again. */
  readonly of: number | null
  /** The Lamport clock of the step, which with the device tells it from every other. */
  readonly clock: number
  /** How many documents the step changed, this article's being one. */
  readonly parts: number
  readonly changes: readonly ArticleChange[]
}

/** Who changed what on an article, when, and from what. */
export interface ArticleHistory {
  /** Of everybody, in the order of their time; those of one device in the order of their clocks. */
  readonly entries: readonly HistoryEntry[]
  /** Lines of histories that could not be read. */
  readonly damaged: number
}

/** A step of mine that undo or redo can go over. */
export interface MyStep extends HistoryStep {
  /** It tells the step from every other. */
  readonly clock: number
  /** When it was made: ISO 8601, UTC; `null` where no history has it. */
  readonly at: string | null
  /** What the history of the first article has of it; `null` where that could not be read, or there is no article. */
  readonly entry: HistoryEntry | null
  /** What it changed of what all articles share. */
  readonly shared: readonly RegistryChange[]
}

/** Where I stand among my steps on all articles. */
export interface MySteps {
  /** What undo would take back, the latest step first. */
  readonly done: readonly MyStep[]
  /** What redo would make again, the next first. */
  readonly undone: readonly MyStep[]
}

/** What the store tells by itself. */
export type StoreEvent = Readonly<
  | { is: 'saving'; saving: Saving }
  /** Articles that came in, or whose number of tags changed; and the ids of those that somebody took away. */
  | { is: 'articles'; articles: readonly ListedArticle[]; gone?: readonly string[] }
  /** How far the first count of a large project's tags is. */
  | { is: 'looking'; looking: Looking | null }
  /** Files that could not be read, or were set aside; all there are, old ones too. */
  | { is: 'troubles'; troubles: readonly Problem[] }
  /** Others' sets came in: open articles are to be opened again. */
  | { is: 'sets'; people: readonly Person[] }
  /** Articles on which others have saved, or may have, whether or not anything is another number by that. */
  | { is: 'touched'; articles: readonly string[] }
  /**
   * The registries, the codebook in force or how the project is reviewed are others now than were told last, and not by a
   * step of mine.
   */
  | { is: 'registries'; registry: readonly RegistryRecord[]; codebook: Codebook; review: ReviewRules }
>
