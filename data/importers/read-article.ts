import { faultInBlocks, type Article, type BlockType, type Metadata } from '../model/article'
import { articleIdOf } from '../model/ids'
import type { Problem } from '../model/problem'
import { ok, type Result } from '../model/result'
import { structureOf } from './blocks'
import { decode, type SourceFile } from './decode'
import type { Guess } from './guess'
import { metadataOf } from './metadata'

/** An article as it was read, with what was guessed about it. */
export interface ReadArticle {
  readonly article: Article
  readonly guesses: readonly Guess[]
}

/** Reads a file of plain text. Too large, no text or empty is a Problem that names the file as it was given. */
export function readArticle(file: SourceFile): Result<ReadArticle, Problem> {
  const decoded = decode(file)
  if (!decoded.ok) return decoded
  const { text, ...how } = decoded.value
  return ok(articleFrom(text, { name: fileNameOf(file.name), ...how }))
}

/** The last part of a path of any system. */
const fileNameOf = (path: string) => path.split(/[\\/]/).at(-1) || path

function articleFrom(text: string, source: Article['source']): ReadArticle {
  const structure = structureOf(text)
  const { metadata, guesses } = metadataOf(text, source.name, structure)
  const article: Article = {
    format: 'parley/article',
    schema: 1,
    id: articleIdOf(text),
    text,
    blocks: [...structure.blocks],
    source,
    ...metadata,
  }
  return { article, guesses }
}

/** What a person changes in an article before it is imported. */
export interface Correction {
  readonly metadata?: Partial<Metadata>
  /** New types by the index of the block. */
  readonly blockTypes?: Readonly<Record<number, BlockType>>
}

/**
 * The article with its guesses corrected. Text, offsets and id stay; a blank title and a block that is not there
 * change nothing.
 */
export function correct({ article }: ReadArticle, { metadata, blockTypes }: Correction): Article {
  const title = metadata?.title?.trim() || article.title
  const blocks = article.blocks.map((block, i) => ({ ...block, type: blockTypes?.[i] ?? block.type }))
  const corrected = { ...article, ...metadata, title, blocks }
  return faultInBlocks(corrected) === null ? corrected : article
}
