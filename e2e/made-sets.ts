import { randomUUID } from 'node:crypto'
import type { AnnotationSet, SetAnnotation } from '../data/model/annotation-set'
import { offsetMapOf } from '../data/text/offsets'

/** Whose tags on which articles: by the article's title, tags as "claim: the timetable would stand". */
export interface Made {
  readonly name: string
  readonly tags: Readonly<Record<string, readonly string[]>>
}

const made = '2031-05-12T09:00:00.000Z'

/** A set as a colleague elsewhere would send it: over the articles and the codebook of `base`, with these tags alone. */
export function madeSet(base: AnnotationSet, { name, tags }: Made): AnnotationSet {
  const annotator = `${name.toLowerCase().replaceAll(' ', '-')}-made`
  const annotations = Object.entries(tags).flatMap(([title, drawn]): SetAnnotation[] => {
    const article = base.articles.find((each) => each.title === title)
    if (!article) throw new Error(`No article is called “${title}”.`)
    const offsets = offsetMapOf(article.text)
    return drawn.map((tag) => {
      const [label = '', quote = ''] = tag.split(': ')
      const start = article.text.indexOf(quote)
      if (start < 0) throw new Error(`“${title}” has no “${quote}”.`)
      const end = start + quote.length
      const codePoints = offsets.toCodePoints({ start, end })
      return {
        id: randomUUID(),
        created: made,
        modified: made,
        articleId: article.id,
        annotator,
        label,
        target: [
          {
            start,
            end,
            quote,
            prefix: '',
            suffix: '',
            startCodePoint: codePoints.start,
            endCodePoint: codePoints.end,
          },
        ],
        attributes: {},
        note: '',
        means: null,
        codebook: base.codebook.id,
      }
    })
  })
  return {
    ...base,
    annotators: [{ id: annotator, name }],
    annotations,
    links: [],
    deleted: [],
    decisions: [],
  }
}
