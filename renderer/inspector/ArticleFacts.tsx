import { countWords, type Article } from '../../data/model/article'
import { dateInWords, dayAndMonth, languageInWords } from '../ui/words'
import styles from './facts.module.css'

/** What is known about the article besides its text. */
export function ArticleFacts({ article }: { article: Article }) {
  const { outlet, agency, byline, dateline, published, language, url, source } = article
  const filed = [dateline?.place, dateline?.date && dayAndMonth(dateline.date)].filter(Boolean).join(' · ')
  const facts: readonly (readonly [string, string | null])[] = [
    ['Outlet', outlet],
    ['Agency', agency],
    ['Published', published && dateInWords(published)],
    ['Dateline', filed],
    ['By', byline],
    ['Language', language && languageInWords(language)],
    ['Words', countWords(article.text).toLocaleString('en-GB')],
    ['Address', url],
    ['Source', source.name],
  ]
  return (
    <section className={styles['card']} aria-label="Article">
      <h2 className={styles['head']}>
        <span className={styles['title']}>Article</span>
      </h2>
      <dl className={styles['facts']}>
        {facts.map(
          ([name, value]) =>
            value && (
              <div key={name} style={{ display: 'contents' }}>
                <dt>{name}</dt>
                <dd
                  className={name === 'Source' || name === 'Address' ? styles['cut'] : undefined}
                  title={name === 'Source' || name === 'Address' ? value : undefined}
                >
                  {value}
                </dd>
              </div>
            ),
        )}
      </dl>
    </section>
  )
}
