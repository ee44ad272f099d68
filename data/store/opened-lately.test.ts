import { describe, expect, it } from 'vitest'
import type { WorkRecord } from '../model/records'
import { Looked } from './looked'
import { OpenedLately } from './opened-lately'
import type { OthersWork } from './others-lately'
import { articleFrom, clock, texts } from './testing/talks'

const article = articleFrom(texts[0])
const made = '2031-03-12T09:00:00.000Z'

const tagOf = (id: string): WorkRecord => ({
  is: 'annotation',
  id,
  created: made,
  modified: made,
  article: article.id,
  label: 'actor',
  target: [],
  attributes: {},
  note: '',
  means: null,
  codebook: 'first',
})

/** What I have on the article, touched so often. */
const mineOf = (...ids: string[]) => ({ records: new Map(ids.map((id) => [id, tagOf(id)])), touched: 0 })

/** What Jonas has there, each tag made at the clock that stands behind it: `{ second: 2 }`. */
const jonasHas = (clocks: Readonly<Record<string, number>>): OthersWork => {
  const items = Object.fromEntries(
    Object.entries(clocks).map(([id, at]) => [
      id,
      { rev: [at, 'zyxwvutsrq'] as [number, string], record: tagOf(id) },
    ]),
  )
  const records = Object.keys(clocks).map(tagOf)
  return { sets: [{ annotator: 'jonas-lim', records }], works: new Map([['jonas-lim', items]]) }
}

async function scene({ atMost = 6 } = {}) {
  const hidden = { is: false }
  const looked = await Looked.open(null)
  const ports = { looked, me: 'ada-quill', isHidden: () => hidden.is, now: clock.now }
  return { opened: new OpenedLately(ports, atMost), hidden }
}

const newsOf = ({ news }: { news?: { records: readonly { id: string }[] } }) =>
  news?.records.map(({ id }) => id)

describe('an article that is opened again', () => {
  it('is the very same while nothing was changed, and has mine first, then what others have that is not empty', async () => {
    const { opened } = await scene()
    const held = { article, mine: mineOf('mine') }
    const others = jonasHas({ his: 1 })
    const withEmpty = { ...others, sets: [...others.sets, { annotator: 'kim', records: [] }] }
    const open = opened.open(held, withEmpty)
    expect(open.sets.map(({ annotator, records }) => [annotator, ...records.map(({ id }) => id)])).toEqual([
      ['ada-quill', 'mine'],
      ['jonas-lim', 'his'],
    ])
    expect(opened.open(held, withEmpty)).toBe(open)
  })

  it('is made anew when I have done something, or read my work again, or another has saved', async () => {
    const { opened } = await scene()
    const [mine, others] = [mineOf('mine'), jonasHas({ his: 1 })]
    const first = opened.open({ article, mine }, others)
    mine.touched++
    mine.records.delete('mine')
    const second = opened.open({ article, mine }, others)
    expect(second).not.toBe(first)
    expect(second.sets[0]!.records).toEqual([])
    expect(second.sets[1]).toBe(first.sets[1])
    const readAgain = { ...mine }
    const third = opened.open({ article, mine: readAgain }, others)
    expect(third).not.toBe(second)
    const fourth = opened.open({ article, mine: readAgain }, jonasHas({ his: 1 }))
    expect(fourth).not.toBe(third)
  })

  it('is the same though it was looked at meanwhile, as long as nothing on it is new or old by that', async () => {
    const { opened } = await scene()
    const [mine, others] = [mineOf(), jonasHas({ his: 1 })]
    const open = opened.open({ article, mine }, others)
    opened.shown(article.id)
    expect(opened.open({ article, mine }, others)).toBe(open)
  })

  it('is forgotten when so many others were opened since', async () => {
    const { opened } = await scene({ atMost: 1 })
    const [held, others] = [{ article, mine: mineOf() }, jonasHas({})]
    const open = opened.open(held, others)
    opened.open({ article: articleFrom(texts[1]), mine: mineOf() }, others)
    expect(opened.open(held, others)).not.toBe(open)
  })
})

describe('what is new on it', () => {
  it('is nothing the first time, then what came since it was shown, until that is looked at', async () => {
    const { opened } = await scene()
    const held = { article, mine: mineOf() }
    const show = (others: OthersWork) => {
      const news = newsOf(opened.open(held, others))
      const isListedAnew = opened.shown(article.id)
      return { news, isListedAnew }
    }
    const [before, after] = [jonasHas({ old: 1 }), jonasHas({ old: 1, young: 2, other: 2 })]
    expect(show(before)).toEqual({ news: undefined, isListedAnew: false })
    expect(opened.savedSince(article.id, { 'jonas-lim': 2, 'ada-quill': 9 })).toEqual(['jonas-lim'])
    expect(show(after)).toEqual({ news: ['other', 'young'], isListedAnew: false })
    expect(opened.lookedAt(article.id, after, ['young'])).toBe(false)
    expect(show(after)).toEqual({ news: ['other'], isListedAnew: false })
    expect(opened.lookedAt(article.id, after, ['other'])).toBe(true)
    expect(show(after).news).toBeUndefined()
    expect(opened.savedSince(article.id, { 'jonas-lim': 2, 'ada-quill': 9 })).toEqual([])
  })

  it('is nothing where another has only said that he is done, and then the list need not name him', async () => {
    const { opened } = await scene()
    const held = { article, mine: mineOf() }
    opened.open(held, jonasHas({ old: 1 }))
    opened.shown(article.id)
    const done: WorkRecord = { is: 'done', id: 'done', created: made, modified: made, article: article.id }
    const { sets, works } = jonasHas({ old: 1 })
    const items = {
      ...works.get('jonas-lim'),
      done: { rev: [2, 'zyxwvutsrq'] as [number, string], record: done },
    }
    const after = { sets, works: new Map([['jonas-lim', items]]) }
    expect(opened.savedSince(article.id, { 'jonas-lim': 2 })).toEqual(['jonas-lim'])
    expect(opened.open(held, after).news).toBeUndefined()
    expect(opened.shown(article.id)).toBe(true)
    expect(opened.savedSince(article.id, { 'jonas-lim': 2 })).toEqual([])
  })

  it('is not old by opening alone: an article can be read ahead', async () => {
    const { opened } = await scene()
    const held = { article, mine: mineOf() }
    opened.open(held, jonasHas({ old: 1 }))
    opened.shown(article.id)
    const after = jonasHas({ old: 1, young: 2 })
    expect(newsOf(opened.open(held, after))).toEqual(['young'])
    expect(newsOf(opened.open(held, after))).toEqual(['young'])
    expect(opened.savedSince(article.id, { 'jonas-lim': 2 })).toEqual(['jonas-lim'])
  })

  it('is told of an article on which my own work cannot be read, too', async () => {
    const { opened } = await scene()
    opened.open({ article, mine: mineOf() }, jonasHas({ old: 1 }))
    opened.shown(article.id)
    const open = opened.openWithoutMine(article, jonasHas({ old: 1, young: 2 }))
    expect(newsOf(open)).toEqual(['young'])
    expect(open.sets.map(({ annotator }) => annotator)).toEqual(['ada-quill', 'jonas-lim'])
  })

  it('is all of it once it is not hidden any more, whatever stood on the screen meanwhile', async () => {
    const { opened, hidden } = await scene()
    const held = { article, mine: mineOf() }
    const others = jonasHas({ his: 1 })
    hidden.is = true
    expect(opened.open(held, others).news).toBeUndefined()
    opened.shown(article.id)
    expect(opened.open({ article, mine: mineOf() }, others).news).toBeUndefined()
    hidden.is = false
    expect(newsOf(opened.open({ article, mine: mineOf() }, others))).toEqual(['his'])
  })
})
