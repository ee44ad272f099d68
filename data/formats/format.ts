import type { AnnotationSet } from '../model/annotation-set'
import type { Article } from '../model/article'
import type { Problem } from '../model/problem'
import type { Result } from '../model/result'

/** What a format may be unable to keep; the Export dialog and `parley formats` have a sentence for each. */
export type Loss =
  'texts' | 'blocks' | 'links' | 'registries' | 'codebook' | 'discontinuous' | 'attribute-types' | 'history'

/** One file that a format writes. `path` is a name, or names joined by `/` where the format is a folder. */
export interface WrittenFile {
  readonly path: string
  readonly text: string
}

/** Finds articles of the project that a set is read into. */
export interface KnownArticles {
  byId(id: string): Promise<Article | null>
  byUrl(url: string): Promise<Article | null>
}

/** A file format. To add one: write a file beside this, and name it in `index.ts`. */
export interface Format {
  /** Kept in people's scripts and settings, so it never changes. */
  readonly id: string
  readonly title: string
  /** One sentence: what it is for, and who reads it. */
  readonly about: string
  readonly extension: string
  /** What its offsets count, as the format's specification has it. */
  readonly offsets: 'utf-16' | 'code-points' | 'both'
  readonly loses: readonly Loss[]
  /** The set as files: one where the format is one file. Deterministic: the same set gives the same bytes. */
  write(set: AnnotationSet): readonly WrittenFile[]
  /**
   * Reads one file into a whole set, or says where in it what was expected. `null` where the format is only
   * written. The set's articles all have their text: it stands in the file, or is looked up.
   */
  readonly read:
    | ((
        file: { readonly name: string; readonly text: string },
        known: KnownArticles,
      ) => Promise<Result<AnnotationSet, Problem>>)
    | null
}
