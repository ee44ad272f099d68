import { wordGuess } from '../../../data/importers/guess-words'
import type { ReadArticle } from '../../../data/importers/read-article'
import { countWords, type Metadata } from '../../../data/model/article'
import type { ImportRow } from '../../ipc/import'

/** As many blocks as a preview shows. */
const previewed = 60

/** An article as the import dialog shows it. */
export function readyState(
  { article, guesses }: ReadArticle,
  alreadyHere: string | null,
): ImportRow['state'] {
  const { title, outlet, agency, byline, dateline, published, language, url } = article
  const metadata: Metadata = { title, outlet, agency, byline, dateline, published, language, url }
  return {
    is: 'ready',
    article: article.id,
    metadata,
    words: countWords(article.text),
    encoding: article.source.encoding,
    guesses: guesses.map((guess) => ({ field: guess.field, words: wordGuess(guess) })),
    blocks: article.blocks
      .slice(0, previewed)
      .map(({ type, start, end }) => ({ type, text: article.text.slice(start, end) })),
    blockCount: article.blocks.length,
    alreadyHere,
  }
}

/** The extension under which a file's bytes are kept: `txt` where it has none that can stand in a path. */
export function extensionOf(name: string): string {
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]
  return extension?.toLowerCase() ?? 'txt'
}
