import { describe, expect, it } from 'vitest'
import { builtInCodebook } from '../../model/built-in-codebook'
import type { Decision } from '../../model/review-records'
import type { Annotation } from '../../model/records'
import { RecordIndex } from '../../record/index/record-index'
import { annotated, DRAWN_AT, drawnId } from '../../samples/annotated'
import { drawnSides, linkOf, tagOn } from '../drawn-sides.test-data'
import type { DifferencesQuery } from '../project-differences'
import { differencesIn } from './differences-of'
import { disputedIn, disputesIn } from './disputes-of'

const idOf = (title: string) => title.padEnd(26, 'a')
const going = async () => true

/** What people drew on articles, by title; their words are quotes. */
function indexOf(articles: Readonly<Record<string, Readonly<Record<string, string>>>>): RecordIndex {
  const index = new RecordIndex(builtInCodebook)
  for (const [n, [title, drawings]] of Object.entries(articles).entries()) {
    index.putArticles([{ id: idOf(title), title, outlet: null, day: null }])
    for (const { annotator, tags } of drawnSides(drawings)) {
      const { text } = annotated(drawings[annotator]!).articles[0]!
      const quoted = tags.map((tag, i): Annotation => ({
        ...tag,
        id: drawnId(1_000 * n + 100 * annotator.charCodeAt(0) + i),
        target: tag.target.map((part) => ({ ...part, quote: text.slice(part.start, part.end) })),
        attributes: tag.label === 'position' ? { stance: annotator === 'ada' ? 2 : -1 } : {},
      }))
      index.put(idOf(title), annotator, quoted)
    }
  }
  return index
}

const works = {
  one: {
    ada: '[Reszek](actor) said [no](claim), so [peace](position)',
    ben: '[Reszek](actor) said [no](position), so [peace](position)',
  },
  two: { ada: 'he [must leave](claim)', ben: 'he must leave', cid: 'he [must](claim) leave' },
}
const plain: DifferencesQuery = {
  annotators: ['ada', 'ben', 'cid'],
  articles: null,
  labels: null,
  threshold: 0.2,
  order: 'text',
}

/** A decision of Cid’s on what stands at a place of Ada’s list in an article. */
const decisionOn = (n: number, id: string, more: Partial<Decision> = {}): Decision => ({
  is: 'decision',
  id: drawnId(n),
  created: DRAWN_AT,
  modified: DRAWN_AT,
  article: idOf('one'),
  action: 'reject',
  on: [{ annotator: 'ada', id, as: '0'.repeat(16) }],
  readings: [],
  links: [],
  reason: null,
  note: '',
  codebook: builtInCodebook.id,
  ...more,
})

describe('differences over all articles', () => {
  const told = async (index: RecordIndex, query: Partial<DifferencesQuery> = {}) => {
    const found = await differencesIn(index, { ...plain, ...query }, going)
    return found!.rows.map(({ tags, kinds }) => {
      const words = tags.map((tag) => (tag ? `${tag.words} (${tag.label})` : '–'))
      return `${words.join(' | ')}: ${kinds.join(', ')}`
    })
  }
  const no = 'no (claim) | no (position) | –: label'
  const peace = 'peace (position) | peace (position) | –: stance'
  const must = 'must leave (claim) | – | must (claim): boundary'

  it('are told by article and text, of who is compared there', async () => {
    // Ben has nothing on the second article and is not done with it: that is no difference.
    expect(await told(indexOf(works))).toEqual([no, peace, must])
  })

  it('are told by article and kind', async () => {
    const index = indexOf({
      one: { ada: '[Reszek](actor) [said](claim) no', ben: '[Reszek](position) said no' },
      two: works.two,
    })
    const said = 'said (claim) | – | –: missed'
    const reszek = 'Reszek (actor) | Reszek (position) | –: label'
    expect(await told(index)).toEqual([reszek, said, must])
    expect(await told(index, { order: 'kind' })).toEqual([said, reszek, must])
    const { counts } = (await differencesIn(index, plain, going))!
    expect(Object.keys(counts.articles)).toEqual([idOf('one'), idOf('two')])
  })

  it('can be narrowed, with counts that say what each filter would give', async () => {
    const index = indexOf(works)
    expect(await told(index, { kinds: ['stance'] })).toEqual([peace])
    expect(await told(index, { labelled: ['claim'] })).toEqual([no, must])
    expect(await told(index, { of: ['cid'] })).toEqual([must])
    expect(await told(index, { attributes: ['stance'] })).toEqual([peace])
    expect(await told(index, { articles: [idOf('two')] })).toEqual([must])
    expect(await told(index, { chosen: { of: 'label', values: ['claim', 'position'] } })).toEqual([no])
    expect(await told(index, { chosen: { of: 'stance', values: ['2', '-1'] } })).toEqual([peace])
    expect(await told(index, { alike: true })).toHaveLength(4)
    const { counts } = (await differencesIn(index, { ...plain, kinds: ['label'] }, going))!
    expect(counts.kinds).toEqual({ label: 1, stance: 1, boundary: 1 })
    expect(counts.articles).toEqual({ [idOf('one')]: 1 })
  })

  it('can be narrowed to a week: that in which the last tag of a group was made', async () => {
    const index = new RecordIndex(builtInCodebook)
    index.putArticles([{ id: idOf('one'), title: 'one', outlet: null, day: null }])
    const at = (n: number, start: number, created: string): Annotation =>
      tagOn(drawnId(n), [[start, start + 2]], { created })
    const [sunday, monday] = ['2031-03-09T12:00:00.000Z', '2031-03-10T12:00:00.000Z']
    index.put(idOf('one'), 'ada', [at(1, 0, sunday), at(2, 3, sunday), at(3, 6, monday)])
    index.put(idOf('one'), 'ben', [at(4, 0, sunday), at(5, 3, monday)])
    const starts = async (week: string) =>
      (await differencesIn(index, { ...plain, week, alike: true }, going))!.rows.map(({ start }) => start)
    expect(await starts('2031-03-03')).toEqual([0])
    expect(await starts('2031-03-10')).toEqual([3, 6])
    expect(await starts('2031-03-17')).toEqual([])
  })

  it('can be narrowed to a week by the tags that links join', async () => {
    const index = new RecordIndex(builtInCodebook)
    index.putArticles([{ id: idOf('one'), title: 'one', outlet: null, day: null }])
    const [sunday, monday] = ['2031-03-09T12:00:00.000Z', '2031-03-10T12:00:00.000Z']
    const made = (n: number, later: string) => [
      tagOn(drawnId(n), [[0, 2]], { created: sunday }),
      tagOn(drawnId(n + 1), [[3, 5]], { created: later, label: 'claim' }),
    ]
    const [who, what] = made(1, monday)
    index.put(idOf('one'), 'ada', [who!, what!, linkOf(drawnId(3), 'makes', who!, what!)])
    index.put(idOf('one'), 'ben', made(4, sunday))
    const kinds = async (week: string) =>
      (await differencesIn(index, { ...plain, week }, going))!.rows.map(
        (row) => `${row.is} ${row.kinds.join()}`,
      )
    expect(await kinds('2031-03-03')).toEqual([])
    expect(await kinds('2031-03-10')).toEqual(['links link'])
  })

  it('know on what somebody has decided', async () => {
    const index = indexOf(works)
    const rows = (await differencesIn(index, plain, going))!.rows
    const id = rows[0]!.tags[0]!.id
    index.put(idOf('one'), 'cid', [decisionOn(1, id)])
    // Who decides on an article has not tagged it by that.
    expect(await told(index, { decided: true })).toEqual([no])
    expect(await told(index, { decided: false })).toEqual([peace, must])
  })

  it('end when they are stopped', async () => {
    expect(await differencesIn(indexOf(works), plain, async () => false)).toBeNull()
  })
})

describe('disputes', () => {
  const counted = async (index: RecordIndex) =>
    (await disputesIn(index, plain, going))!.counts.map(
      ({ label, attribute, annotator, week, compared, disputed, kinds, reasons }) =>
        [
          `${label}${attribute ? `.${attribute}` : ''} ${annotator} ${week}: ${disputed} of ${compared}`,
          ...Object.entries({ ...kinds, ...reasons }).map(([kind, times]) => `${kind} ${times}`),
        ].join(', '),
    )

  it('are counted by definition, person and week', async () => {
    expect(await counted(indexOf(works))).toEqual([
      'actor ada 2031-03-10: 0 of 1',
      'actor ben 2031-03-10: 0 of 1',
      'claim ada 2031-03-10: 2 of 2, label 1, boundary 1',
      'claim cid 2031-03-10: 1 of 1, boundary 1',
      'position ada 2031-03-10: 0 of 1',
      'position ben 2031-03-10: 1 of 2, label 1',
      'position.stance ada 2031-03-10: 1 of 1, stance 1',
      'position.stance ben 2031-03-10: 1 of 1, stance 1',
    ])
  })

  it('have the latest decision against a tag, with its reason', async () => {
    const index = indexOf(works)
    const id = (await differencesIn(index, plain, going))!.rows[0]!.tags[0]!.id
    index.put(idOf('one'), 'cid', [
      decisionOn(1, id, { reason: 'not-a-claim', modified: '2031-03-13T09:00:00.000Z' }),
      decisionOn(2, id, { reason: 'duplicate' }),
    ])
    expect(await counted(index)).toContain('claim ada 2031-03-10: 2 of 2, label 1, boundary 1, not-a-claim 1')
    const { annotators, articles, labels, threshold } = plain
    const query = { annotators, articles, labels, threshold, label: 'claim', attribute: null }
    const found = await disputedIn(index, { ...query, reason: 'not-a-claim' }, going)
    expect(
      found!.rows.map(({ words, readings, decision }) => [words, readings.length, decision?.by]),
    ).toEqual([['no', 2, 'cid']])
    const all = await disputedIn(index, { ...query, of: 'cid' }, going)
    expect(all!.rows.map(({ words, kinds }) => [words, kinds])).toEqual([['must', ['boundary']]])
  })
})
