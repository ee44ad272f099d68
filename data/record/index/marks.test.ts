import { expect, it } from 'vitest'
import { builtInCodebook } from '../../model/built-in-codebook'
import type { Decision } from '../../model/review-records'
import type { Done } from '../../model/records'
import { DRAWN_AT, drawnId } from '../../samples/annotated'
import { keptPieces } from './cache'
import { readBack } from './cache.test-data'
import { noMarks } from './marks'
import { RecordIndex } from './record-index'

const article = 'a'.repeat(26)
const times = { created: DRAWN_AT, modified: DRAWN_AT }
const done: Done = { is: 'done', id: drawnId(1), ...times, article }
const decision: Decision = {
  is: 'decision',
  id: drawnId(2),
  ...times,
  article,
  action: 'reject',
  on: [{ annotator: 'ada', id: drawnId(3), as: '0'.repeat(16) }],
  readings: [],
  links: [],
  reason: 'duplicate',
  note: '',
  codebook: builtInCodebook.id,
}

const made = () => {
  const index = new RecordIndex(builtInCodebook)
  index.put(article, 'ben', [done, decision])
  return index
}

it('knows who is done with an article and what they decided, also of those without a tag on it', () => {
  const { isDone, decisions } = made().marksOf(article, 'ben')
  expect([isDone, decisions.map(({ id, reason }) => [id, reason])]).toEqual([
    true,
    [[decision.id, 'duplicate']],
  ])
})

it('keeps them for the next time, and forgets them when they are gone', () => {
  const kept = readBack(keptPieces(made(), new Map(), 'p'), 'p')!.index
  expect(kept.marksOf(article, 'ben')).toEqual(made().marksOf(article, 'ben'))
  expect(kept.annotatorsOn(article)).toEqual(['ben'])
  const before = kept.version
  kept.put(article, 'ben', [])
  expect([kept.marksOf(article, 'ben'), kept.annotatorsOn(article)]).toEqual([noMarks, []])
  expect(kept.version).not.toBe(before)
})

it('tells nothing of others’ where their work is not to be seen', () => {
  const index = made()
  index.seeOnly('ada', [])
  expect(index.marksOf(article, 'ben')).toBe(noMarks)
  index.see(article, true)
  expect(index.marksOf(article, 'ben').isDone).toBe(true)
})
