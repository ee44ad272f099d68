import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { packList, unpackList } from './packed-list'
import { talks, tag, valueOf } from './testing/talks'
import type { ListedArticle } from './views'

it('gives back the list that was packed, and says each annotator once', async () => {
  const { store, articles } = await talks()
  for (const article of articles) valueOf(await store.carryOut(tag(article, 0, 6)))
  const list = store.view().articles
  expect(list.map(({ tags }) => tags)).toEqual([{ 'ada-quill': 1 }, { 'ada-quill': 1 }])
  const packed = packList(list)
  expect(unpackList(packed)).toEqual(list)
  expect(packed.split('ada-quill')).toHaveLength(2)
  // Who is done stands among the numbers, and not a second time.
  expect(packed).not.toContain('done')
  await store.close()
})

const people = fc.uniqueArray(fc.constantFrom('ada', 'bo', 'kim', 'jonas', 'zoe'), { minLength: 1 })
const summaries = fc.record({ id: fc.string(), title: fc.string() }) as unknown as fc.Arbitrary<
  ListedArticle['summary']
>
/** What the list has of an article; what is absent there is absent here, and never empty. */
const listed: fc.Arbitrary<ListedArticle> = fc
  .record({
    summary: summaries,
    tags: people.chain((ids) =>
      fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), fc.integer({ min: 1, max: 2 ** 40 })))),
    ),
    done: people.map((ids) => ids.toSorted()),
    reviewed: fc.option(
      people.chain((ids) =>
        fc.tuple(
          ...ids.map((id) =>
            fc.tuple(fc.constant(id), fc.constantFrom('reviewed' as const, 'agreed' as const)),
          ),
        ),
      ),
    ),
    assigned: fc.option(people.map((ids) => ids.map((person) => ({ person, to: 'review' as const })))),
    news: fc.option(people),
  })
  .map(({ summary, tags, done, reviewed, assigned, news }) => ({
    summary,
    tags: Object.fromEntries(tags),
    done,
    ...(reviewed && { reviewed: Object.fromEntries(reviewed) }),
    ...(assigned && { assigned }),
    ...(news && { news }),
  }))

it('gives back whatever the list says of an article: tags, who is done, has reviewed, should, and what is new', () => {
  fc.assert(
    fc.property(fc.array(listed, { maxLength: 6 }), (list) => {
      expect(unpackList(packList(list))).toEqual(list)
    }),
  )
})
