import { expect, it } from 'vitest'
import type { AnnotationSet } from '../model/annotation-set'
import { ok } from '../model/result'
import { BlindStore, type Blindable } from './blind-store'
import { valueOf } from './testing/talks'
import type { ListedArticle, StoreEvent } from './views'

const listedAs = (id: string) =>
  ({
    summary: { id },
    tags: { ada: 1, bo: 2 },
    done: [],
    news: ['bo'],
  }) as unknown as ListedArticle

/** Ada is done with the article `open` and not with `shut`, and everybody has something of each kind on both. */
function scene() {
  const each = ['ada', 'bo'].flatMap((annotator) =>
    ['open', 'shut'].map((articleId) => ({ annotator, articleId })),
  )
  const set = {
    annotators: [{ id: 'ada' }, { id: 'bo' }],
    annotations: each,
    links: each,
    deleted: each,
    decisions: each,
    answers: each,
    actors: [],
    issues: [],
    positions: [],
    agreed: { articles: [{ id: 'open' }, { id: 'shut' }] },
  } as unknown as AnnotationSet
  let tell: (event: StoreEvent) => void = () => {}
  const inner = {
    people: [],
    view: () => ({ me: { id: 'ada' }, articles: [] }),
    isBlind: () => true,
    amDoneWith: (article: string) => article === 'open',
    listen: (listener: typeof tell) => {
      tell = listener
      return () => {}
    },
    gatherSet: async () => ok(set),
  } as unknown as Blindable
  return { store: new BlindStore(inner), tell: (event: StoreEvent) => tell(event) }
}

it.each(['annotations', 'links', 'deleted', 'decisions', 'answers'] as const)(
  'a set has no %s of others on an article that is hidden',
  async (kind) => {
    const set = valueOf(await scene().store.gatherSet({ articles: null, annotators: null }))
    expect(set[kind]!.map(({ annotator, articleId }) => `${annotator} ${articleId}`)).toEqual([
      'ada open',
      'ada shut',
      'bo open',
    ])
  },
)

it('an agreed set has nothing on an article that is hidden', async () => {
  const { agreed } = valueOf(await scene().store.gatherSet({ articles: null, annotators: null }))
  expect(agreed!.articles.map(({ id }) => id)).toEqual(['open'])
})

it('what is told of an article that is hidden has others’ tags no more than the list', () => {
  const { store, tell } = scene()
  const told: StoreEvent[] = []
  store.listen((event) => told.push(event))
  tell({ is: 'articles', articles: [listedAs('open'), listedAs('shut')] })
  expect(told[0]).toMatchObject({
    articles: [{ tags: { ada: 1, bo: 2 }, news: ['bo'] }, { tags: { ada: 1 } }],
  })
  expect(JSON.stringify((told[0] as Extract<StoreEvent, { is: 'articles' }>).articles[1])).not.toContain('bo')
})
