import type { LongStep, Start } from '../../electron/ipc/contract'
import type { Preferences } from '../../electron/ipc/preferences'
import type { WorkRecord } from '../../data/model/records'
import type { Article } from '../../data/model/article'
import type { Problem } from '../../data/model/problem'
import type { Result } from '../../data/model/result'
import type { Novelties } from '../../data/store/looked'
import type { ArticleHistory, HistoryView, ProjectView, MySteps } from '../../data/store/views'
import type { BackupsView } from '../../electron/ipc/backups'
import type { RecordState } from '../../data/record/query'
import type { Ahead } from './ahead'
import type { ImportRow } from '../../electron/ipc/import'

/** One annotator's tags and links on the open article, by id. A new map for every change; untouched records stay the same objects. */
export interface ShownSet {
  readonly annotator: string
  readonly records: ReadonlyMap<string, WorkRecord>
}

export interface OpenedArticle {
  readonly article: Article
  /** Mine, with what is drawn ahead of its answer; empty when I have none. */
  readonly mine: ShownSet
  readonly others: readonly ShownSet[]
  /** How many others have tagged it whose sets are hidden until I am done with it. */
  readonly hidden?: number
  /** What everybody's tags and the decisions on them come to, while it stands beside mine as one more person's. */
  readonly agreed?: ShownSet
  /** What others have made on it since I had it open last, and I have not looked at. */
  readonly news?: Novelties
}

/** The article that is open as it was, to be read only. */
export interface Past {
  /** ISO 8601, UTC. */
  readonly at: string
  readonly open: OpenedArticle
}

/** Who changed what on an article, or why that cannot be told. */
export interface Trail {
  readonly article: string
  /** The article as it was open when that was asked: when another stands there, the history is to be asked for again. */
  readonly of: OpenedArticle | null
  readonly history: Result<ArticleHistory, Problem>
}

/** A sentence at the foot of the window, with what can be done about it. */
export interface Notice {
  readonly text: string
  readonly tone: 'quiet' | 'bad'
  readonly undo: boolean
}

export interface ImportView {
  readonly rows: readonly ImportRow[]
  readonly total: number
  readonly done: number
  readonly finished: boolean
}

/** What fills the window under the bars: the reader with its panes, or a screen that lies over it. */
export const modes = ['read', 'registry', 'codebook', 'statements', 'review'] as const
export type Mode = (typeof modes)[number]

/**
 * Everything that the window shows. Only the actions set it, and what concerns the project only from what the
 * main process answered: the window never edits a project.
 */
export interface State {
  readonly start: Start | null
  /** `null` until the main process has told them. */
  readonly preferences: Preferences | null
  readonly project: ProjectView | null
  readonly mode: Mode
  readonly open: OpenedArticle | null
  /** The article that was asked for, while it is being read. */
  readonly opening: string | null
  readonly history: HistoryView
  /** What the reader and the inspector show in place of `open`; `null`: the article as it is now. */
  readonly past: Past | null
  /** My steps on all articles, as they were last asked for. */
  readonly mySteps: MySteps | null
  /** Of the article that it was last asked for. */
  readonly trail: Trail | null
  /** What is drawn of commands whose answer is not here yet, in the order they were sent. */
  readonly ahead: readonly Ahead[]
  /** Commands that were sent and not answered yet. */
  readonly pending: number
  /** Words were typed (a note) that have not been sent yet. */
  readonly drafting: boolean
  /** The selected tag, mine or another's. */
  readonly selected: string | null
  /** The label that every selection gets until Escape. */
  readonly sticky: string | null
  /** The tag whose words are the selection, to be changed, and which of its parts. */
  readonly reshaping: { readonly tag: string; readonly part: number } | null
  /** The tag pointed at, in the text or in the list. */
  readonly pointedAt: string | null
  /** Labels whose tags are not drawn. */
  readonly hiddenLabels: ReadonlySet<string>
  /** Whose tags stand above the words, beside mine below them. */
  readonly alongside: string | null
  readonly notice: Notice | null
  /** How far a step on many articles is, once it takes long. */
  readonly longStep: LongStep | null
  readonly dialog:
    | 'palette'
    | 'go-to'
    | 'keys'
    | 'export'
    | 'print'
    | 'save-pdf'
    | 'backups'
    | 'paste'
    | 'rename'
    | 'article-history'
    | 'bring-back'
    | 'steps'
    | 'tag-all'
    | 'bulk'
    | null
  readonly importing: ImportView | null
  /** The backups of the project, once they were asked for. */
  readonly backups: BackupsView | null
  /** How far the record of all articles is; when its version is another, what was asked of it is to be asked again. */
  readonly record: RecordState
  readonly libraryShown: boolean
  readonly inspectorShown: boolean
  /** Whether the history of the selected tag is unfolded in the inspector. */
  readonly tagHistoryShown: boolean
  /** The pane that lies over the reader, in a window too narrow for both. */
  readonly drawer: 'library' | 'inspector' | null
  /** CSS pixels; `null`: as the window's size suggests. */
  readonly libraryWidth: number | null
  readonly inspectorWidth: number | null
}
