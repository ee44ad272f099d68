import { expect, it } from 'vitest'
import { builtInCodebook } from '../../model/built-in-codebook'
import { drawnSides } from '../../review/drawn-sides.test-data'
import type { ReviewProgress } from '../../review/project-differences'
import { memoryFolder } from '../../store/memory/memory-folder'
import { Places } from './places'
import { RecordIndex } from './record-index'
import { ReviewDesk } from './review-desk'

const query = { annotators: ['ada', 'ben'], articles: null, labels: null, threshold: 0.5 }

function desk(articles: number) {
  const index = new RecordIndex(builtInCodebook)
  const sides = drawnSides({ ada: '[he](actor) said', ben: 'he [said](claim)' })
  for (let n = 0; n < articles; n++) {
    const id =
      String.fromCharCode(97 + (n % 26)).repeat(26 - Math.floor(n / 26)) + 'b'.repeat(Math.floor(n / 26))
    index.putArticles([{ id, title: id, outlet: null, day: null }])
    for (const { annotator, tags } of sides) index.put(id, annotator, tags)
  }
  const folder = memoryFolder()
  const told: (ReviewProgress | null)[] = []
  const pause = () => new Promise<void>((resolve) => setTimeout(resolve, 0))
  const places = new Places(folder)
  return { index, told, review: new ReviewDesk({ folder, index, places, pause, told: (p) => told.push(p) }) }
}

it('says when it is done', async () => {
  const { told, review } = desk(3)
  expect((await review.figures(query))!.articles).toBe(3)
  expect(told.at(-1)).toBeNull()
})

it('ends all that is being answered when it is stopped, and answers again after that', async () => {
  const { review } = desk(3)
  const answers = [
    review.figures(query),
    review.disputes(query),
    review.differences({ ...query, order: 'text' }, 0, 9),
  ]
  review.stop()
  expect(await Promise.all(answers)).toEqual([null, null, null])
  expect((await review.disputes(query))!.counts.length).toBeGreaterThan(0)
})

it('answers a window of what was found before, until something is other', async () => {
  const { index, review } = desk(3)
  const asked = { ...query, order: 'text' } as const
  const page = await review.differences(asked, 0, 2)
  expect([page!.found, page!.rows.length]).toEqual([6, 2])
  const again = review.differences(asked, 2, 4)
  // What stops has nothing to stop: it is known.
  review.stop()
  expect((await again)!.rows).toHaveLength(2)
  index.put('a'.repeat(26), 'ada', [])
  expect((await review.differences(asked, 0, 9))!.found).toBe(4)
})

it('is free when nothing is being answered any more', async () => {
  const { told, review } = desk(3)
  await review.free()
  expect(told).toEqual([])
  const answers = [review.figures(query), review.disputes(query)]
  await review.free()
  // The last word of what was answered.
  expect(told.at(-1)).toBeNull()
  await Promise.all(answers)
  expect(told.filter((each) => each === null)).toHaveLength(1)
})
