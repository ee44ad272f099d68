import type { AnnotationSet } from '../model/annotation-set'
import type { Article } from '../model/article'
import type { Codebook } from '../model/codebook'
import { liveWork, type Items } from '../model/document'
import type { Person } from '../model/project'
import type { WorkRecord } from '../model/records'
import type { Registry } from '../model/registry'
import type { ReviewRules } from '../model/review-records'
import { AGREED, agreedSet, workOn, type AgreedArticle } from '../review/agreed'
import type { OffsetMap } from '../text/offsets'
import { inBothUnits } from './set-ranges'

/** Under what name the agreed set goes out. */
export const agreedPerson = { id: AGREED, name: 'Agreed set' } as const

/** The agreed sets of articles as parts of a set: tags and links with where each comes from, and how they were derived. */
export class GatheredAgreed {
  readonly annotations: AnnotationSet['annotations'] = []
  readonly links: AnnotationSet['links'] = []
  readonly #rules: ReviewRules
  readonly #registry: Registry
  readonly #codebook: Codebook
  readonly #articles: NonNullable<AnnotationSet['agreed']>['articles'] = []
  readonly #people = new Set<string>()

  constructor(rules: ReviewRules, registry: Registry, codebook: Codebook) {
    this.#rules = rules
    this.#registry = registry
    this.#codebook = codebook
  }

  /** What everybody has on an article. */
  take(works: ReadonlyMap<string, Items<WorkRecord>>, { id }: Pick<Article, 'id'>, offsets: OffsetMap): void {
    const sets = [...works].map(([annotator, items]) => ({ annotator, records: liveWork(items) }))
    const agreed = agreedSet(workOn(id, sets), this.#rules, this.#registry, this.#codebook)
    const { taggers, waiting } = agreed
    this.#articles.push({ id, taggers: [...taggers], waiting })
    for (const annotator of [...taggers, ...peopleIn(agreed)]) this.#people.add(annotator)
    for (const { tag, provenance } of agreed.tags) {
      const { is: _, article: articleId, target, ...rest } = tag
      const ranges = inBothUnits(target, offsets)
      this.annotations.push({
        ...rest,
        articleId,
        annotator: AGREED,
        target: ranges,
        provenance: told(provenance),
      })
    }
    for (const { link, provenance } of agreed.links) {
      const { is: _, article: articleId, ...rest } = link
      this.links.push({ ...rest, articleId, annotator: AGREED, provenance: told(provenance) })
    }
  }

  /** How it was derived. `people` are all that the project knows. */
  header(people: readonly Person[]): NonNullable<AnnotationSet['agreed']> {
    const { rule, threshold } = this.#rules
    return {
      rule,
      threshold,
      people: people
        .filter(({ id }) => this.#people.has(id))
        .map(({ id, name }) => ({ id, name }))
        .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      articles: this.#articles,
    }
  }
}

const peopleIn = ({ tags, links }: AgreedArticle): string[] =>
  [...tags, ...links].flatMap(({ provenance: { from, decisions } }) => [
    ...from.map(({ annotator }) => annotator),
    ...decisions.map(({ by }) => by),
  ])

type Told = NonNullable<AnnotationSet['annotations'][number]['provenance']>
const told = ({ from, decisions, by, weight }: AgreedArticle['tags'][number]['provenance']): Told => ({
  from: [...from],
  decisions: [...decisions],
  by,
  weight,
})
