import { builtInCodebook } from '../../model/built-in-codebook'
import { actor } from '../../model/drawn-registry.test-data'
import { RecordIndex } from '../../record/index/record-index'
import { drawnId } from '../../samples/annotated'
import type { Side } from '../side'

/** The record of articles, each a list of sides; `idOf` gives the id of an article by its place. */
export function drawnIndex(articles: readonly (readonly Side[])[], idOf: (n: number) => string): RecordIndex {
  const index = new RecordIndex(builtInCodebook)
  index.putArticles(articles.map((_, n) => ({ id: idOf(n), title: idOf(n), outlet: null, day: null })))
  index.setRegistry([actor('Ada', { id: drawnId(901) })])
  for (const [n, sides] of articles.entries())
    for (const { annotator, tags, links } of sides) index.put(idOf(n), annotator, [...tags, ...links])
  return index
}
