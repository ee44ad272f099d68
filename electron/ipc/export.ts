/** What the Export dialog offers. */
export interface ExportView {
  readonly formats: readonly {
    readonly id: string
    readonly title: string
    readonly about: string
    readonly extension: string
    /** What it cannot keep, in whole sentences. */
    readonly losses: readonly string[]
  }[]
}

export interface ExportRequest {
  readonly format: string
  /** An article's id, or `null` for the whole project. */
  readonly article: string | null
  /** Annotator ids; empty means everybody. */
  readonly annotators: readonly string[]
  /** With others' tags that are hidden from the user, in a project that is reviewed blind. */
  readonly hidden?: boolean
  /** In place of anybody's own tags, the agreed set. */
  readonly agreed?: boolean
}
