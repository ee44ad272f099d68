import { expect, it } from 'vitest'
import type { Article } from '../../data/model/article'
import type { Annotation } from '../../data/model/records'
import { mapOf, tag } from '../history/made-up'
import { sameAsBefore } from './same-as-before'
import type { OpenedArticle } from './state'

const read = (mine: readonly Annotation[], jonas: readonly Annotation[]): OpenedArticle =>
  structuredClone({
    article: { id: 'a', text: 'Reszek said no twice.' } as Article,
    mine: { annotator: 'ada', records: mapOf(...mine) },
    others: [{ annotator: 'jonas', records: mapOf(...jonas) }],
  })
const [no, twice] = [tag('1', 'no'), tag('2', 'twice')]

/** Maps of different kinds may have the same records. */
const listed = ({ article, mine, others }: OpenedArticle) => [
  article,
  [mine, ...others].map(({ annotator, records }) => [annotator, [...records.values()]]),
]

it('is the very same where nothing was changed', () => {
  const before = read([no, twice], [no])
  const again = sameAsBefore(before, read([no, twice], [no]))
  expect(again.article).toBe(before.article)
  expect(again.mine).toBe(before.mine)
  expect(again.others[0]).toBe(before.others[0])
})

it('has other records only for what was changed, and mine are untouched by it', () => {
  const before = read([no], [no, twice])
  const next = read([no], [no, { ...twice, note: 'Not so.' }, tag('3', 'said')])
  const again = sameAsBefore(before, next)
  expect(listed(again)).toEqual(listed(next))
  expect(again.mine).toBe(before.mine)
  expect(again.others[0]!.records.get('1')).toBe(before.others[0]!.records.get('1'))
})

it('notices what is gone, and who', () => {
  const before = read([no, twice], [no])
  expect(listed(sameAsBefore(before, read([no], [])))).toEqual(listed(read([no], [])))
  const alone = { ...read([no, twice], []), others: [] }
  expect(listed(sameAsBefore(before, alone))).toEqual(listed(alone))
})
