import type { Article } from '../../data/model/article'
import { dateInWords, languageInWords } from '../ui/words'

/** Where the article is from, above it. None of it is the article's text. */
export function ArticleMeta({ article }: { readonly article: Article }) {
  const { outlet, agency, published, dateline, language } = article
  const facts = [
    outlet ?? agency,
    published && dateInWords(published),
    dateline?.place,
    language && languageInWords(language),
  ].filter(Boolean)
  return (
    <div className="meta">
      {facts.map((fact) => (
        <span key={fact}>{fact}</span>
      ))}
    </div>
  )
}
