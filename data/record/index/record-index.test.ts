import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInCodebook } from '../../model/built-in-codebook'
import { actor, idOf, issue, position } from '../../model/drawn-registry.test-data'
import { Registry } from '../../model/registry'
import type { AttributeValue, RegistryRecord } from '../../model/records'
import type { StatementQuery } from '../query'
import { statementsOf } from '../statements'
import type { LinkLike, WorkLike } from '../work-graph'
import { keptPieces } from './cache'
import { readBack } from './cache.test-data'
import { IndexAnswers } from './index-answers'
import { RecordIndex } from './record-index'
import type { KeptTag } from './sheet'

const question = 'Must Vane leave?'
const registry: RegistryRecord[] = [
  actor('Reszek'),
  actor('Resek'),
  actor('Harrow'),
  issue(question),
  position('Yes.', question),
  position('No.', question),
]
const merged = registry.map((record) =>
  record.id === idOf('Resek') ? { ...record, into: idOf('Reszek') } : record,
)

let made = 0
const newId = () => `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}`
const tag = (
  label: string,
  words: string,
  start: number,
  means: string | null = null,
  attributes: Readonly<Record<string, AttributeValue>> = {},
): KeptTag => ({
  is: 'annotation',
  id: newId(),
  label,
  target: [{ start, end: start + words.length, quote: words }],
  attributes,
  means: means && idOf(means),
  codebook: builtInCodebook.id,
})
const link = (from: KeptTag, type: string, to: KeptTag): LinkLike => ({
  is: 'link',
  id: newId(),
  type,
  from: from.id,
  to: to.id,
})

/** "Reszek: “so” for Yes." as tags and links. */
function said(
  who: string,
  words: string,
  answer: string | null,
  values: Readonly<Record<string, AttributeValue>> = {},
) {
  const [by, so] = [tag('actor', who, 0, who), tag('claim', words, 20, null, values)]
  if (answer === null) return [by, so, link(by, 'makes', so)]
  const what = tag('position', `${words} indeed`, 20, answer, { stance: 1 })
  return [by, so, what, link(by, 'makes', so), link(so, 'supports', what)]
}

const articles = [
  { id: 'a', title: 'Old', outlet: 'Courier', day: '2031-03-01' },
  { id: 'b', title: 'New', outlet: 'Meridian', day: '2031-03-12' },
  { id: 'c', title: 'Undated', outlet: null, day: null },
]

const works = [
  ['a', 'ines', said('Reszek', 'He stays', 'No.', { speech: 'direct', said: '2031-02' })],
  ['b', 'ines', said('Resek', 'Écoutez: he stays', 'No.', { speech: 'indirect' })],
  ['b', 'tobias', said('Harrow', 'Out with him', 'Yes.', { type: 'demand' })],
  ['c', 'ines', said('Harrow', 'Well', null)],
] as const

function example(records = registry) {
  const index = new RecordIndex(builtInCodebook)
  index.putArticles(articles)
  index.setRegistry(records)
  for (const [article, annotator, records] of works) index.put(article, annotator, records)
  return { index, answers: new IndexAnswers(index) }
}

const plain: StatementQuery = { sort: { by: 'day', descending: true }, group: null }
const wordsFound = (answers: IndexAnswers, query: Partial<StatementQuery>) =>
  answers.statements({ ...plain, ...query }, 0, 100).rows.map(({ words }) => words)

describe('a query for statements', () => {
  const { answers } = example()

  it('gives the newest first, by when it was said, and those without a day last', () => {
    const { rows } = answers.statements(plain, 0, 100)
    expect(rows.map(({ words, day }) => `${day} ${words}`)).toEqual([
      '2031-03-12 Écoutez: he stays',
      '2031-03-12 Out with him',
      '2031-02 He stays',
      'null Well',
    ])
    expect(answers.statements(plain, 1, 3).rows).toEqual(rows.slice(1, 3))
  })

  it.each<[string, Partial<StatementQuery>, string[]]>([
    ['an actor', { actors: [idOf('Harrow')] }, ['Out with him', 'Well']],
    ['any of two positions', { positions: [idOf('Yes.'), null] }, ['Out with him', 'Well']],
    ['an issue', { issues: [idOf(question)] }, ['Écoutez: he stays', 'Out with him', 'He stays']],
    ['a stance, or none', { stances: [null] }, ['Well']],
    ['a type', { types: ['demand'] }, ['Out with him']],
    ['a speech', { speeches: ['direct', 'indirect'] }, ['Écoutez: he stays', 'He stays']],
    ['own words', { voices: ['own'] }, ['He stays']],
    ['an annotator', { annotators: ['tobias'] }, ['Out with him']],
    ['an outlet, or none', { outlets: ['Courier', null] }, ['He stays', 'Well']],
    ['an article', { articles: ['b'] }, ['Écoutez: he stays', 'Out with him']],
    ['days, a month among them', { days: { from: '2031-02-14', to: '2031-03-01' } }, ['He stays']],
    ['words, whatever the accents', { text: 'ecoutez' }, ['Écoutez: he stays']],
    ['what nothing has', { types: ['oath'], actors: [idOf('Nobody')] }, []],
  ])('filters by %s', (_, filter, words) => {
    expect(wordsFound(answers, filter)).toEqual(words)
  })

  it('sorts by name, those without last, both ways', () => {
    const sorted = (descending: boolean) => wordsFound(answers, { sort: { by: 'position', descending } })
    expect(sorted(false)).toEqual(['Écoutez: he stays', 'He stays', 'Out with him', 'Well'])
    expect(sorted(true)).toEqual(['Out with him', 'Écoutez: he stays', 'He stays', 'Well'])
    const byWords = { sort: { by: 'words', descending: false } } as const
    expect(wordsFound(answers, byWords)).toEqual(['Écoutez: he stays', 'He stays', 'Out with him', 'Well'])
  })

  it('groups, with the rows of a group together and in order', () => {
    const query: StatementQuery = { ...plain, group: 'position' }
    expect(answers.statementCounts(query)).toMatchObject({
      all: 4,
      found: 4,
      articles: 3,
      groups: [
        { key: idOf('No.'), rows: 2 },
        { key: idOf('Yes.'), rows: 1 },
        { key: null, rows: 1 },
      ],
    })
    expect(wordsFound(answers, query)).toEqual(['Écoutez: he stays', 'He stays', 'Out with him', 'Well'])
    const days = answers.statementCounts({ ...plain, group: 'day' }).groups.map(({ key }) => key)
    expect(days).toEqual(['2031-02', '2031-03-12', null])
  })

  it('finds the place of a statement', () => {
    const { rows } = answers.statements(plain, 0, 100)
    expect(rows.map(({ id }) => answers.placeOfStatement(plain, id))).toEqual([0, 1, 2, 3])
    expect(answers.placeOfStatement({ ...plain, voices: ['own'] }, rows[0]!.id)).toBe(null)
  })
})

describe('entries', () => {
  it('have their tags counted, each for itself and with what was merged into it', () => {
    const { answers } = example(merged)
    const { entries } = answers.entryCounts()
    expect(entries[idOf('Reszek')]).toEqual({ own: 1, tags: 2, articles: 2 })
    expect(entries[idOf('Resek')]).toEqual({ own: 1, tags: 1, articles: 1 })
    expect(entries[idOf('Harrow')]).toEqual({ own: 2, tags: 2, articles: 2 })
  })

  it('have their evidence, newest first', () => {
    const { answers } = example(merged)
    const page = answers.evidence({ entries: [idOf('Reszek'), idOf('Resek')], sort: 'newest' }, 0, 10)
    expect(page).toMatchObject({ found: 2, articles: 2 })
    expect(page.rows.map(({ words, day, annotator }) => `${day} ${words}, ${annotator}`)).toEqual([
      '2031-03-12 Resek, ines',
      '2031-03-01 Reszek, ines',
    ])
  })

  it('are called what their tags say, the commonest first', () => {
    const { index, answers } = example(merged)
    index.put('c', 'tobias', [tag('actor', 'he', 0, 'Reszek'), tag('actor', 'Resek', 9, 'Reszek')])
    expect(answers.wordsFor([idOf('Reszek'), idOf('Resek')]).words).toEqual([
      { words: 'Resek', tags: 2, articles: 2 },
      { words: 'Reszek', tags: 1, articles: 1 },
      { words: 'he', tags: 1, articles: 1 },
    ])
    expect(answers.learntNames().entries[idOf('Reszek')]).toEqual([
      ['Resek', 2],
      ['Reszek', 1],
      ['he', 1],
    ])
    expect(answers.learntNames().entries[idOf('Resek')]).toBe(undefined)
  })

  it('are called the same in whatever case, by the commonest form, and all of its places are found', () => {
    const { index, answers } = example(merged)
    index.put('c', 'tobias', [
      tag('actor', 'He', 0, 'Reszek'),
      tag('actor', 'he', 9, 'Reszek'),
      tag('actor', 'he', 12, 'Reszek'),
      tag('actor', 'RESZEK', 20, 'Reszek'),
    ])
    const entries = [idOf('Reszek')]
    expect(answers.wordsFor(entries).words).toEqual([
      { words: 'he', tags: 3, articles: 1 },
      { words: 'Reszek', tags: 2, articles: 2 },
    ])
    const { rows } = answers.evidence({ entries, words: 'he', sort: 'oldest' }, 0, 10)
    expect(rows.map(({ words }) => words).toSorted()).toEqual(['He', 'he', 'he'])
    expect(answers.evidence({ entries, words: 'reszek', sort: 'oldest' }, 0, 10).found).toBe(2)
  })

  it('that are merged count as one in the statements, and apart again when that is taken back', () => {
    const { index, answers } = example()
    const by = (name: string) => wordsFound(answers, { actors: [idOf(name)] })
    index.setRegistry(merged)
    expect(index.stale).toBe(1)
    index.refresh(10)
    expect(by('Reszek')).toEqual(['Écoutez: he stays', 'He stays'])
    expect(by('Resek')).toEqual(['Écoutez: he stays', 'He stays'])
    index.setRegistry(registry)
    index.refresh(10)
    expect([by('Reszek'), by('Resek')]).toEqual([['He stays'], ['Écoutez: he stays']])
  })
})

it('tells how often each label is used, by whom and under which revision', () => {
  const { answers } = example()
  const { labels } = answers.labelsUsed()
  expect(labels.map(({ label, articles: count }) => `${label} ${count}`)).toEqual([
    'actor 3',
    'claim 3',
    'position 2',
  ])
  expect(labels[0]!.by).toEqual([
    { annotator: 'ines', revision: builtInCodebook.id, tags: 3 },
    { annotator: 'tobias', revision: builtInCodebook.id, tags: 1 },
  ])
})

it('tells how many tags have each attribute, and what links lead from where to where', () => {
  const { answers } = example()
  const { attributes, links } = answers.labelsUsed()
  expect(
    links.map(({ type, from, to, annotator, links: many }) => [annotator, from, type, to, many]),
  ).toEqual([
    ['ines', 'actor', 'makes', 'claim', 3],
    ['ines', 'claim', 'supports', 'position', 2],
    ['tobias', 'actor', 'makes', 'claim', 1],
    ['tobias', 'claim', 'supports', 'position', 1],
  ])
  expect(attributes.find(({ attribute }) => attribute === 'speech')).toEqual({
    attribute: 'speech',
    annotator: 'ines',
    tags: 2,
  })
})

describe('a change', () => {
  it('takes the place of what was there, and leaves nothing of it', () => {
    const { index, answers } = example()
    index.put('b', 'tobias', [])
    index.put('c', 'ines', said('Resek', 'Never', 'Yes.'))
    expect(wordsFound(answers, {})).toEqual(['Écoutez: he stays', 'He stays', 'Never'])
    expect(answers.entryCounts().entries[idOf('Harrow')]).toBe(undefined)
    expect(index.counts.pagesOf(index.texts.entries.find(idOf('Harrow')))).toEqual(new Set())
  })

  it('of an article that is gone takes everybody’s tags with it', () => {
    const { index, answers } = example()
    index.removeArticles(['b'])
    expect(wordsFound(answers, {})).toEqual(['He stays', 'Well'])
  })

  it('that changes nothing has the same version', () => {
    const { index } = example()
    const records = said('Reszek', 'He stays', 'No.')
    index.put('a', 'ines', records)
    const { version } = index
    index.put('a', 'ines', records)
    expect(index.version).toBe(version)
  })
})

/** All of them at once: they share their memory. */
const piecesOf = (pieces: Iterable<Uint8Array>): Uint8Array[] => Array.from(pieces, (piece) => piece.slice())

it('comes back from the bytes that were kept, and not from any others', () => {
  const { index, answers } = example()
  const seen = new Map([['work/ines/abc', new Map([['aa', '1 2']])]])
  const pieces = piecesOf(keptPieces(index, seen, 'talks'))
  const back = readBack(pieces, 'talks')!
  back.index.putArticles(articles)
  back.index.setRegistry(registry)
  back.index.refresh(100)
  const again = new IndexAnswers(back.index)
  expect(back.seen).toEqual(seen)
  expect(again.statements(plain, 0, 9).rows).toEqual(answers.statements(plain, 0, 9).rows)
  expect(again.entryCounts().entries).toEqual(answers.entryCounts().entries)

  expect(readBack(pieces, 'other')).toBe(null)
  for (const [i, piece] of pieces.entries()) {
    expect(readBack(pieces.toSpliced(i, 1), 'talks')).toBe(null)
    for (let at = 0; at < piece.length; at += 97) {
      expect(readBack(pieces.with(i, piece.subarray(0, at)), 'talks')).toBe(null)
      const damaged = piece.slice()
      damaged[at]! ^= 1
      expect(readBack(pieces.with(i, damaged), 'talks')).toBe(null)
    }
  }
})

it('does not come back from pieces of two times', () => {
  const { index } = example()
  const before = piecesOf(keptPieces(index, new Map(), 'talks'))
  index.put('a', 'ines', said('Harrow', 'as Harrow said', null))
  const after = piecesOf(keptPieces(index, new Map(), 'talks'))
  for (let i = 1; i < after.length; i++)
    expect(readBack([...after.slice(0, i), ...before.slice(i)], 'talks')).toBe(null)
})

it('keeps what there was when it began, whatever changes between two pieces', () => {
  const { index } = example()
  const seen = new Map([['work/ines/abc', new Map([['aa', '1 2']])]])
  const sheetsOf = (kept: ReturnType<typeof readBack>) =>
    Array.from(kept!.index.sheets(), ({ article, annotator, packed }) => ({ article, annotator, packed }))
  const whole = sheetsOf(readBack(keptPieces(index, seen, 'talks'), 'talks'))
  const pieces: Uint8Array[] = []
  for (const piece of keptPieces(index, seen, 'talks', 1)) {
    pieces.push(piece.slice())
    index.put('a', 'ines', said('Harrow', `as Harrow said ${pieces.length}`, null))
    for (const article of 'abc') index.put(article, 'tobias', [])
    seen.set('work/tobias/abc', new Map([['bb', '3 4']]))
  }
  const back = readBack(pieces, 'talks')!
  expect(sheetsOf(back)).toEqual(whole)
  expect([...back.seen.keys()]).toEqual(['work/ines/abc'])
})

it('holds the same after any changes in any order as when it was made of what is there at the end', () => {
  const changed = fc.array(
    fc.record({
      article: fc.constantFrom('a', 'b', 'c'),
      annotator: fc.constantFrom('ines', 'tobias'),
      who: fc.constantFrom('Reszek', 'Resek', 'Harrow'),
      answer: fc.constantFrom('Yes.', 'No.', null),
      isThere: fc.boolean(),
      isMerged: fc.boolean(),
    }),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(changed, (changes) => {
      const { index, answers } = example()
      const last = new Map<string, { article: string; annotator: string; records: WorkLike[] }>()
      for (const { article, annotator, who, answer, isThere, isMerged } of changes) {
        const records = isThere ? said(who, `as ${who} said`, answer) : []
        index.put(article, annotator, records)
        index.setRegistry(isMerged ? merged : registry)
        index.refresh(100)
        last.set(`${article} ${annotator}`, { article, annotator, records })
      }
      const fresh = example(changes.at(-1)?.isMerged ? merged : registry)
      for (const { article, annotator, records } of last.values())
        fresh.index.put(article, annotator, records)
      const all = (from: IndexAnswers) => from.statements(plain, 0, 100).rows
      expect(all(answers)).toEqual(all(fresh.answers))
      expect(answers.entryCounts().entries).toEqual(fresh.answers.entryCounts().entries)
      expect(answers.learntNames().entries).toEqual(fresh.answers.learntNames().entries)
      const entries = Registry.of(changes.at(-1)?.isMerged ? merged : registry)
      for (const { article, annotator, records } of last.values()) {
        const derived = statementsOf({ article, annotator, records }, builtInCodebook, entries)
        const rows = all(answers).filter((row) => row.article === article && row.annotator === annotator)
        expect(rows.map(({ day: _, paragraph: __, ...row }) => row)).toEqual(derived)
      }
    }),
    { numRuns: 60 },
  )
})

describe('an index of which not all is to be seen', () => {
  /** With every list in one order: rows and counts come in the order of the pages. */
  const inOneOrder = (value: unknown): string => {
    if (Array.isArray(value)) return `[${value.map(inOneOrder).toSorted().join()}]`
    if (typeof value !== 'object' || value === null) return JSON.stringify(value)
    const fields = Object.entries(value).filter(([key]) => key !== 'version')
    return `{${fields
      .map(([key, field]) => `${key}: ${inOneOrder(field)}`)
      .toSorted()
      .join()}}`
  }
  /** All that it can be asked. */
  const told = (index: RecordIndex) => {
    while (index.refresh(100)) continue
    const answers = new IndexAnswers(index)
    const entries = registry.map(({ id }) => id)
    return inOneOrder([
      answers.entryCounts(),
      answers.learntNames(),
      answers.labelsUsed(),
      entries.map((entry) => answers.wordsFor([entry])),
      entries.map((entry) => answers.evidence({ entries: [entry], sort: 'newest' }, 0, 100)),
      answers.statementCounts({ ...plain, group: 'annotator' }),
      answers.statements(plain, 0, 100),
    ])
  }
  const only = (isSeen: (article: string, annotator: string) => boolean) => {
    const index = new RecordIndex(builtInCodebook)
    index.putArticles(articles)
    index.setRegistry(registry)
    for (const [article, annotator, records] of works)
      if (isSeen(article, annotator)) index.put(article, annotator, records)
    return index
  }
  const fill = (index: RecordIndex) => {
    for (const [article, annotator, records] of works) index.put(article, annotator, records)
  }

  it('answers as if what is hidden were not there, whenever it was hidden, and has it again when it is seen', () => {
    const someone = fc.constantFrom('ines', 'tobias', 'nobody')
    fc.assert(
      fc.property(someone, fc.subarray(['a', 'b', 'c']), (me, seen) => {
        const wanted = told(only((article, annotator) => annotator === me || seen.includes(article)))

        const before = only(() => false)
        before.seeOnly(me, seen)
        fill(before)
        expect(told(before)).toBe(wanted)

        const { index: after } = example()
        after.seeOnly(me, seen)
        expect(told(after)).toBe(wanted)

        const { index: oneByOne } = example()
        oneByOne.seeOnly(me, ['a', 'b', 'c'])
        for (const article of ['a', 'b', 'c']) oneByOne.see(article, seen.includes(article))
        expect(told(oneByOne)).toBe(wanted)

        // It is kept whole, and read back the same.
        const kept = readBack(keptPieces(before, new Map(), 'p'), 'p')!.index
        kept.putArticles(articles)
        kept.setRegistry(registry)
        kept.seeOnly(me, seen)
        expect(told(kept)).toBe(wanted)
        for (const index of [before, after, oneByOne, kept]) {
          index.seeOnly(me, null)
          expect(told(index)).toBe(told(example().index))
        }
      }),
    )
  })

  it('forgets what is taken away while it is hidden', () => {
    const { index } = example()
    index.seeOnly('ines', [])
    expect(index.annotatorsOn('b').toSorted()).toEqual(['ines', 'tobias'])
    index.put('b', 'tobias', [])
    index.seeOnly('ines', null)
    expect(told(index)).toBe(told(only((_, annotator) => annotator === 'ines')))
  })
})
