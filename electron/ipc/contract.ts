import type { CameFrom } from '../../data/store/received-agreed'
import type { BackupsView } from './backups'
import type { ExportRequest, ExportView } from './export'
import type { ImportCorrection, ImportEvent, ImportRow } from './import'
import type { Preferences } from './preferences'
import type { Paper } from './print'
import type { BackupDifference, PersonWork } from '../../data/store/backup/compare'
import type { Codebook } from '../../data/model/codebook'
import type { Problem } from '../../data/model/problem'
import type { Result } from '../../data/model/result'
import type {
  EntryCounts,
  EvidencePage,
  EvidenceQuery,
  LabelsUsed,
  LearntNames,
  WordsFor,
} from '../../data/record/evidence'
import type { Finding, Sought } from '../../data/record/occurrences/occurrence'
import type { Packed } from '../../data/record/packed'
import type {
  Passage,
  RecordState,
  StatementColumn,
  StatementCounts,
  StatementPage,
  StatementQuery,
} from '../../data/record/query'
import type {
  AgreementFigures,
  DisputedPage,
  DisputedQuery,
  Disputes,
  ReviewQuery,
  SlicedFinely,
} from '../../data/review/agreement'
import type { Slice } from '../../data/review/figures'
import type { DifferencesPage, DifferencesQuery } from '../../data/review/project-differences'
import type { AgreedRules } from '../../data/record/index/agreed-answer'
import type { AgreedOverview } from '../../data/review/agreed-overview'
import type { Given } from '../../data/store/commands'
import type { PackedArticle } from '../../data/store/packed-article'
import type { PackedList } from '../../data/store/packed-list'
import type { AnyCommand } from '../../data/store/registry-commands'
import type { ArticleHistory, ProjectView, Reply, StoreEvent, TagSet, MySteps } from '../../data/store/views'

/** Declares a channel by its signature. The value is never used; the key and the type are. */
const channel = <Signature extends (...args: never[]) => unknown>() => null as unknown as Signature

/**
 * Every question the window may ask of the main process. Nothing else names a channel. Paths do not cross: the
 * main process asks the user for them, and remembers them itself.
 */
export const channels = {
  /** What the window shows when it opens: the project that is open, or what can be opened. */
  start: channel<() => PackedStart>(),
  /** `null` when the user thought better of it. */
  newProject: channel<() => Result<null, Problem> | null>(),
  openProject: channel<() => Result<null, Problem> | null>(),
  openRecent: channel<(recent: string) => Result<null, Problem>>(),
  openSample: channel<() => Result<null, Problem>>(),
  /** My name, as others see it. */
  rename: channel<(name: string) => Result<null, Problem>>(),

  openArticle: channel<(article: string) => Result<PackedArticle, Problem>>(),
  /** This article is likely to be opened next. */
  readAhead: channel<(article: string) => null>(),
  /** I have looked at these of others' tags, links, decisions and answers that were new, or with `null` at all of them. */
  lookedAt: channel<(article: string, records: readonly string[] | null) => null>(),
  /** Takes one step and saves it on this computer. On a Problem, nothing has changed. The window has drawn it as given. */
  carryOut: channel<(command: AnyCommand, given?: Given) => Result<Reply, Problem>>(),
  undo: channel<() => Result<Reply, Problem>>(),
  redo: channel<() => Result<Reply, Problem>>(),
  /** My steps on all articles that undo and redo can go over. */
  mySteps: channel<() => Result<MySteps, Problem>>(),
  /** Who changed what on an article, when, and from what. */
  historyOf: channel<(article: string) => Result<ArticleHistory, Problem>>(),
  /** Everybody's tags on an article as they were at a time (ISO 8601, UTC), mine first. */
  asItWas: channel<(article: string, at: string) => Result<readonly TagSet[], Problem>>(),
  /** Where a tag or link on an article comes from, if it is of an agreed set that was received. */
  cameFrom: channel<(article: string, record: string) => Result<CameFrom | null, Problem>>(),
  /** Makes my tags and links what they were then: those named, or all with `null`. One step, which undo takes back. */
  bringBack:
    channel<(article: string, at: string, only: readonly string[] | null) => Result<Reply, Problem>>(),
  /** Stops a step that `step` events tell of, unless all of it is ready: then nothing of it is done. */
  stopStep: channel<() => null>(),
  /** The answer to a `leaving` event: all that was typed is sent, and all that was sent is answered. */
  left: channel<() => null>(),

  /** Asks for files, then reads them; rows arrive as `importing` events. `null` when the user cancelled. */
  chooseArticles: channel<(what: 'files' | 'folder') => null>(),
  /** Reads texts that were pasted, or dropped without a path. */
  readTexts: channel<(texts: readonly { readonly name: string; readonly bytes: Uint8Array }[]) => null>(),
  /** Reads what was dropped by the paths behind it; the preload script finds them. A project folder is opened. */
  readDropped: channel<(paths: readonly string[]) => Result<null, Problem>>(),
  correctImport: channel<(row: number, correction: ImportCorrection) => Result<ImportRow, Problem>>(),
  stopReading: channel<() => null>(),
  /**
   * Puts the chosen rows into the project, in this order. Gives the ids of the articles that are new, and the
   * rows that could not be put there: those stay, with the reason. The import is over when there are none.
   */
  finishImport:
    channel<
      (
        rows: readonly number[],
      ) => Result<{ readonly added: readonly string[]; readonly leftOut: readonly number[] }, Problem>
    >(),
  cancelImport: channel<() => null>(),

  /** What can be exported, and how. */
  exportChoices: channel<() => ExportView>(),
  /** Asks where to, then writes. `null` when the user cancelled. */
  exportSet:
    channel<
      (request: ExportRequest) => Result<{ readonly file: string; readonly tags: number }, Problem> | null
    >(),
  /** Asks for files with annotation sets, and receives them. */
  importSets: channel<
    () =>
      | readonly Result<
          {
            readonly file: string
            readonly annotators: readonly string[]
            readonly tags: number
            readonly isNew: boolean
          },
          Problem
        >[]
      | null
  >(),

  /**
   * Questions about everybody's tags on all articles. While the record of them is made, answers are of what was read so
   * far; `record` events say how far that is, and when there is another content. Windows are [from, to), in rows.
   */
  recordState: channel<() => Result<RecordState, Problem>>(),
  /** How many tags mean each entry of the registries. */
  entryCounts: channel<() => Result<Packed<EntryCounts>, Problem>>(),
  /** The tags that mean entries, or have labels, with the words in their place. */
  evidence:
    channel<(query: EvidenceQuery, from: number, to: number) => Result<Packed<EvidencePage>, Problem>>(),
  /** What these entries, which count as one, were called. */
  wordsFor: channel<(entries: readonly string[]) => Result<WordsFor, Problem>>(),
  /** What all entries were called, for choosing one. */
  learntNames: channel<() => Result<Packed<LearntNames>, Problem>>(),
  labelsUsed: channel<() => Result<LabelsUsed, Problem>>(),
  statementCounts: channel<(query: StatementQuery) => Result<Packed<StatementCounts>, Problem>>(),
  statements:
    channel<(query: StatementQuery, from: number, to: number) => Result<Packed<StatementPage>, Problem>>(),
  /** Where a statement stands among those that a query finds, from 0; `null` when it is not among them. */
  placeOfStatement: channel<(query: StatementQuery, statement: string) => Result<number | null, Problem>>(),
  /** Asks where to, then writes all statements that a query finds as a table with these columns. `null` when the user cancelled. */
  exportStatements:
    channel<
      (
        query: StatementQuery,
        columns: readonly StatementColumn[],
      ) => Result<{ readonly file: string; readonly statements: number }, Problem> | null
    >(),
  /** The paragraphs of an article in which something stands, by UTF-16 code units of its text. */
  passage: channel<(article: string, start: number, end: number) => Result<Passage, Problem>>(),
  /** Stops making the record; `makeRecord` goes on from there. */
  stopRecord: channel<() => Result<null, Problem>>(),
  makeRecord: channel<() => Result<null, Problem>>(),

  /**
   * Questions about how far people agree on all articles. `record` events say how far an answer is (`reviewing`); it is `null` when it
   * was stopped.
   */
  reviewFigures: channel<(query: ReviewQuery) => Result<Packed<AgreementFigures | null>, Problem>>(),
  /** One layer of the figures that were told last for a query, told apart; `null` when they are not known any more. */
  reviewSlices:
    channel<
      (
        query: ReviewQuery,
        by: SlicedFinely,
        layer: string,
      ) => Result<Packed<readonly Slice[] | null>, Problem>
    >(),
  /** What the agreed set of all articles has and lacks by these rules. */
  agreedOverview: channel<(rules: AgreedRules) => Result<Packed<AgreedOverview | null>, Problem>>(),
  /** Asks where to, then writes all figures as a table. `null` when the user cancelled. */
  exportFigures:
    channel<
      (query: ReviewQuery) => Result<{ readonly file: string; readonly figures: number }, Problem> | null
    >(),
  /** How often each definition is in dispute, and the tags behind the numbers. Windows are [from, to), in rows. */
  reviewDisputes: channel<(query: ReviewQuery) => Result<Packed<Disputes | null>, Problem>>(),
  reviewDisputed:
    channel<
      (query: DisputedQuery, from: number, to: number) => Result<Packed<DisputedPage | null>, Problem>
    >(),
  /** Groups of tags and links in which people differ, over all articles. */
  reviewDifferences:
    channel<
      (query: DifferencesQuery, from: number, to: number) => Result<Packed<DifferencesPage | null>, Problem>
    >(),
  /** Ends all answers to such questions that are being made. */
  stopReview: channel<() => Result<null, Problem>>(),

  /**
   * Looks for words in all articles, `first` before the others; what is found arrives as `occurrences` events with the number
   * that the window gave. Another search ends the one before.
   */
  findOccurrences: channel<(search: number, sought: Sought, first: string | null) => Result<null, Problem>>(),
  stopFinding: channel<() => null>(),

  /** Every revision of the codebook that there is, oldest first. */
  codebookRevisions: channel<() => Result<readonly Codebook[], Problem>>(),
  /** Asks where to, then writes the codebook that is in force. `null` when the user cancelled. */
  exportCodebook: channel<() => Result<{ readonly file: string }, Problem> | null>(),
  /** Asks for a file with a codebook and reads it; nothing comes in force by that. `null` when the user cancelled. */
  importCodebook:
    channel<() => Result<{ readonly file: string; readonly codebook: Codebook }, Problem> | null>(),

  /** Prints the pages that the window has laid out; the system asks how. `null` when the user cancelled. */
  printPages: channel<(paper: Paper) => Result<null, Problem> | null>(),
  /** Asks where to, then writes those pages of an article as a PDF. `null` when the user cancelled, or `stopPdf` came. */
  savePdf: channel<(article: string, paper: Paper) => Result<{ readonly file: string }, Problem> | null>(),
  stopPdf: channel<() => null>(),

  /** The backups of the open project. What becomes of them arrives as `backups` events. */
  backups: channel<() => Result<BackupsView, Problem>>(),
  backUp: channel<() => Result<null, Problem>>(),
  /** Reads all backups and compares them with their check sums. */
  checkBackups: channel<() => Result<null, Problem>>(),
  /** Stops what is being done with backups. A backup goes on from there the next time. */
  stopBackup: channel<() => null>(),
  /** What of the project is other now than in a backup. Changes nothing. */
  compareBackup: channel<(backup: string) => Result<BackupDifference, Problem>>(),
  /** What one person had on an article in a backup, and has now. */
  compareWork: channel<(backup: string, article: string, annotator: string) => Result<PersonWork, Problem>>(),
  /** Makes my tags and links on an article what they are in a backup; one step, which undo takes back. */
  bringBackFrom: channel<(backup: string, article: string) => Result<Reply, Problem>>(),
  /** Puts back the files on an article that are gone, but for mine; none that is there is touched. Gives how many. */
  putBack: channel<(backup: string, article: string) => Result<number, Problem>>(),
  /** Asks where to, then makes a new folder of a backup. `null` when the user cancelled. */
  restoreBackup:
    channel<
      (
        backup: string,
      ) => Result<{ readonly folder: string; readonly files: number; readonly lost: number }, Problem> | null
    >(),
  /** Opens the project that was restored last. */
  openRestored: channel<() => Result<null, Problem>>(),

  /** Kept for the next start. */
  setTheme: channel<(theme: Theme) => null>(),
  /** Changes these parts of the preferences; kept for the next start. */
  prefer: channel<(parts: Partial<Preferences>) => null>(),
  /** Makes everything in the window larger or smaller, or as large as it was at first. */
  zoom: channel<(how: Zoom) => null>(),
  /** The keys of all commands as the user has them now. The menu shows those of its items; it is the window that hears them. */
  showKeys: channel<(keys: MenuKeys) => null>(),
  /** Shows the application menu at the button in the title bar. */
  showMenu: channel<() => null>(),
}

export type Channels = typeof channels
export type ChannelName = keyof Channels
export const channelNames = Object.keys(channels) as ChannelName[]

/** What the main process tells the window by itself. */
export type WindowEvent = Readonly<
  // What others have touched concerns the record of all articles, which tells the window what becomes of it.
  | Exclude<StoreEvent, { is: 'touched' }>
  | { is: 'opened'; start: PackedStart }
  /** The project is about to be let go of. The window sends what it has and calls `left`. */
  | { is: 'leaving' }
  | { is: 'importing'; event: ImportEvent }
  | { is: 'backups'; view: BackupsView }
  /** How far a step is that takes long; `null` when it is over. */
  | { is: 'step'; step: LongStep | null }
  /** A part of what a search has found. */
  | { is: 'occurrences'; search: number; finding: Finding }
  /** How far the record of all articles is, or that it has another content. */
  | { is: 'record'; state: RecordState }
  /** A menu item was chosen that the window carries out. */
  | { is: 'menu'; command: MenuCommand }
  | { is: 'problem'; problem: Problem }
>

/** A step on many articles: so many of them are ready, and nothing is changed before all are. */
export interface LongStep {
  readonly did: 'do' | 'undo' | 'redo'
  readonly done: number
  readonly of: number
}

/** The commands of the window that the application menu has too, by their ids. */
export type MenuCommand =
  | 'project.new'
  | 'project.open'
  | 'project.sample'
  | 'project.import'
  | 'project.import-folder'
  | 'project.import-sets'
  | 'project.export'
  | 'project.backups'
  | 'article.print'
  | 'article.save-pdf'
  | 'edit.undo'
  | 'edit.redo'
  | 'edit.steps'
  | 'library.find'
  | 'view.library'
  | 'view.inspector'
  | 'article.history'
  | 'view.zoom-in'
  | 'view.zoom-out'
  | 'view.zoom-reset'
  | 'go.palette'
  | 'go.to'
  | 'go.keys'
  | 'go.find'
  | 'view.larger-type'
  | 'view.smaller-type'
  | 'view.usual-type'
  | 'view.reading'
  | `view.theme-${Theme}`

/** The first of a command's keys as the window names them, "Ctrl+Shift+Z", by the command's id; without one, it is not there. */
export type MenuKeys = Readonly<Record<string, string>>

export const zooms = ['in', 'out', 'reset'] as const
export type Zoom = (typeof zooms)[number]

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export interface Start {
  readonly project: ProjectView | null
  /** Projects opened before, latest first. `id` is what `openRecent` takes. */
  readonly recent: readonly { readonly id: string; readonly name: string; readonly folder: string }[]
  readonly version: string
  readonly theme: Theme
  readonly preferences: Preferences
  /** Why the project that was asked for could not be opened. */
  readonly problem: Problem | null
}

/** The same on its way to the window, with the list of articles as one text. */
export type PackedStart = Omit<Start, 'project'> & {
  readonly project: (Omit<ProjectView, 'articles'> & { readonly articles: PackedList }) | null
}

/** Every channel as a function; `electron/preload` builds it by looping over `channelNames`. */
export type Questions = {
  readonly [Name in ChannelName]: (...args: Parameters<Channels[Name]>) => Promise<ReturnType<Channels[Name]>>
}

/** `window.workbench`. It names no path: `readDropped` stays in the preload script, and `drop` is what asks it. */
export type Workbench = Omit<Questions, 'readDropped'> & {
  /** Calls `listener` for every event until the returned function is called. */
  readonly listen: (listener: (event: WindowEvent) => void) => () => void
  /** Hands over what was dropped on the window: paths stay on this side of the wall. */
  readonly drop: (files: readonly File[]) => Promise<Result<null, Problem>>
}
