import type { Article } from '../model/article'
import { readArticle } from './read-article'

/** Reads a text as a file would bring it; a Problem is a failed test. */
export function articleOf(text: string): Article {
  const read = readArticle({ name: 'Pasted text', bytes: new TextEncoder().encode(text) })
  if (!read.ok) throw new Error(`not read: ${JSON.stringify(read.error)}`)
  return read.value.article
}

/**
 * The blocks of a text, one a line: "dateline | BERLIN — ". A newline inside a block is `⏎`, and a type with `~` has
 * lines that flow.
 */
export const pictureOf = (text: string): string[] => {
  const { blocks, text: kept } = articleOf(text)
  return blocks.map(
    ({ type, start, end, wrapped }) =>
      `${type}${wrapped ? '~' : ''} | ${kept.slice(start, end).replaceAll('\n', '⏎')}`,
  )
}
