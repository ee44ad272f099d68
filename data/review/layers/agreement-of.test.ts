import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtInCodebook } from '../../model/built-in-codebook'
import { actor } from '../../model/drawn-registry.test-data'
import type { WorkRecord } from '../../model/records'
import { RecordIndex } from '../../record/index/record-index'
import { DRAWN_AT, drawnId } from '../../samples/annotated'
import type { Agreement, ReviewQuery } from '../agreement'
import { anySides, drawnSides, linkOf, shuffledSides, tagOn } from '../drawn-sides.test-data'
import type { LayerFigures } from '../figures'
import type { Side } from '../side'
import { agreementOf } from './agreement-of'
import { drawnIndex } from './drawn-index.test-data'
import { tokensOf } from './tokens'

const text = 'so he said that no one must go now '.repeat(3)
const idOf = (n: number) => String.fromCharCode(97 + n).repeat(26)
const people = ['ada', 'ben', 'cid', 'dot']

const indexOf = (articles: readonly (readonly Side[])[]): RecordIndex => drawnIndex(articles, idOf)

async function agree(index: RecordIndex, query: Partial<ReviewQuery> = {}, words = text): Promise<Agreement> {
  const asked = { annotators: people, articles: null, labels: null, threshold: 0.5, ...query }
  const tokens = async function* (ids: readonly string[]) {
    for (const _ of ids) yield tokensOf(words, 'en')
  }
  const agreement = await agreementOf(index, asked, { tokens, next: async () => true })
  return agreement!
}

/** The figures of one layer: "n 4, alpha 0.50". */
function told(layers: readonly LayerFigures[], layer: string): string {
  const found = layers.find((each) => each.layer === layer)
  if (!found) return 'not there'
  const figures = found.figures.map(
    ({ name, measured }) => `${name} ${measured.why ?? measured.value.toFixed(3)}`,
  )
  return [`n ${found.n}`, ...figures].join(', ')
}

/** Two people’s drawings of one text. */
const ofTwo = async (ada: string, ben: string) => {
  const words = ada.replaceAll(/\[(\d+\|)?|\]\([^)]*\)/g, '')
  return agree(indexOf([drawnSides({ ada, ben })]), { annotators: ['ada', 'ben'] }, words)
}

describe('two people who drew their tags', () => {
  it('agree on tokens as Cohen’s κ has it, a token counting where a tag covers any of it', async () => {
    // he and must are both’s, leave only Ben’s; half of “must” is enough.
    const { layers } = await ofTwo('[he mu](claim)st leave now', '[he must leave](claim) now')
    // po = 3/4; pe = 2/4 · 3/4 + 2/4 · 1/4 = 1/2
    expect(told(layers, 'tokens:claim')).toBe('n 4, cohenKappa 0.500, fleissKappa 0.467, alpha 0.533')
    expect(told(layers, 'tokens:actor')).toBe(
      'n 4, cohenKappa one-value, fleissKappa one-value, alpha one-value',
    )
  })

  it('agree on spans by F1, exactly and overlapping, each label by itself', async () => {
    const { layers, findings } = await ofTwo(
      '[he](actor) said [no one](claim) must [go](claim)',
      '[he](actor) said no [one](claim) must [go](actor)',
    )
    expect(told(layers, 'spans:actor')).toBe('n 2, overlapF1 0.667, exactF1 0.667')
    expect(told(layers, 'spans:claim')).toBe('n 2, overlapF1 0.667, exactF1 0.000')
    expect(told(layers, 'spans:*')).toBe('n 3, overlapF1 1.000, exactF1 0.667')
    expect(findings.map(({ overlap, both, only }) => [overlap, both, only])).toEqual([
      ['any', 3, [0, 0]],
      ['half', 3, [0, 0]],
      ['exact', 2, [1, 1]],
    ])
  })

  it('agree on labels of matched tags, and a table shows who chose what', async () => {
    const { layers, confusions } = await ofTwo(
      '[he](actor) said [no](claim) [one](claim) must go',
      '[he](actor) said [no](claim) [one](actor) must [go](claim)',
    )
    expect(told(layers, 'label')).toMatch(/^n 3, alpha 0\.444/)
    const [{ confusion }] = confusions.filter(({ layer }) => layer === 'label') as [
      (typeof confusions)[number],
    ]
    expect(confusion.values).toEqual(['actor', 'position', 'claim', null])
    expect(confusion.counts).toEqual([
      [1, 0, 0, 0],
      [0, 0, 0, 0],
      [1, 0, 1, 0],
      [0, 0, 1, 0],
    ])
  })

  it('are told why a figure is not defined', async () => {
    const why = async (ada: string, ben: string, layer: string) => told((await ofTwo(ada, ben)).layers, layer)
    expect(await why('[he](actor) said', '[he](actor) said', 'spans:claim')).toContain(
      'overlapF1 nothing-to-compare',
    )
    expect(await why('[he](actor) said', '[he](actor) said', 'label')).toContain('alpha one-value')
    expect(await why('[he](actor) said', 'he [said](claim)', 'label')).toContain('alpha nothing-matched')
    expect(await why('[he](actor) said', '[he](actor) said', 'stance')).toContain('alpha no-pairs')
  })
})

const done = (n: number): WorkRecord => ({
  is: 'done',
  id: drawnId(n),
  created: DRAWN_AT,
  modified: DRAWN_AT,
  article: idOf(0),
})

it('compares only who has tagged an article or is done with it', async () => {
  const [ada] = drawnSides({ ada: '[he](actor) said' })
  const index = indexOf([[ada!]])
  const query = { annotators: ['ada', 'ben'] }
  expect((await agree(index, query)).articles).toBe(0)
  index.put(idOf(0), 'ben', [done(7)])
  const { articles, layers } = await agree(index, query)
  expect(articles).toBe(1)
  expect(told(layers, 'spans:actor')).toBe('n 1, overlapF1 0.000, exactF1 0.000')
  expect(told(layers, 'label')).toContain('alpha one-silent')
})

it('finds links again where their ends are matched', async () => {
  const side = (annotator: string, n: number, type: string): Side => {
    const [one, other] = [tagOn(drawnId(n), [[0, 2]]), tagOn(drawnId(n + 1), [[3, 7]], { label: 'claim' })]
    return { annotator, tags: [one, other], links: [linkOf(drawnId(n + 2), type, one, other)] }
  }
  const query = { annotators: ['ada', 'ben'] }
  const same = await agree(indexOf([[side('ada', 1, 'makes'), side('ben', 5, 'makes')]]), query)
  expect([told(same.layers, 'links'), told(same.layers, 'links:makes')]).toEqual([
    'n 1, f1 1.000',
    'n 1, f1 1.000',
  ])
  const other = await agree(indexOf([[side('ada', 1, 'makes'), side('ben', 5, 'cites')]]), query)
  expect([told(other.layers, 'links'), told(other.layers, 'links:cites')]).toEqual([
    'n 2, f1 0.000',
    'n 1, f1 0.000',
  ])
})

it('tells how units agree, with γ of two people whoever is named first', async () => {
  const { layers } = await ofTwo('[he must](claim) leave now', '[he must leave](claim) now')
  const same = await ofTwo('[he must](claim) leave now', '[he must](claim) leave now')
  expect(told(same.layers, 'units:claim')).toBe('n 34, alphaU 1.000, gamma 1.000')
  expect(told(layers, 'units:claim')).toMatch(/^n 34, alphaU 0\.418, gamma -?0\.\d{3}$/)
  const sides = drawnSides({ ada: '[he must](claim) leave [now](actor)', ben: '[he must leave](claim) now' })
  const index = indexOf([sides])
  const there = await agree(index, { annotators: ['ada', 'ben'] })
  const back = await agree(index, { annotators: ['ben', 'ada'] })
  expect(back.layers).toEqual(there.layers)
})

it('knows labels where γ is told of tags of all labels, and places alone where α is', async () => {
  const { layers } = await ofTwo('[he must](claim) leave [now](actor)', '[he must](actor) leave [now](actor)')
  // “he must” differs by Δ∅, or is two tags of which each is alone; “now” by nothing: a disorder of 1 over two tags of each.
  expect(told(layers, 'units:*')).toMatch(/^n 34, alphaU 1\.000, gamma 0\.\d{3}$/)
  const same = await ofTwo('[he must](claim) leave [now](actor)', '[he must](claim) leave [now](actor)')
  expect(told(same.layers, 'units:*')).toBe('n 34, alphaU 1.000, gamma 1.000')
})

it('tells γ of a few people, the same whoever is named first, and not of many', async () => {
  const drawing = '[he must](claim) leave [now](actor)'
  const six = ['ada', 'ben', 'cid', 'dot', 'eve', 'fay']
  const index = indexOf([drawnSides(Object.fromEntries(six.map((name) => [name, drawing])))])
  const words = drawing.replaceAll(/\[|\]\([^)]*\)/g, '')
  const of = async (annotators: readonly string[]) =>
    told((await agree(index, { annotators }, words)).layers, 'units:claim')
  expect(await of(six.slice(0, 3))).toMatch(/gamma 1\.000$/)
  expect(await of(six.slice(0, 3).toReversed())).toBe(await of(six.slice(0, 3)))
  expect(await of(six)).not.toContain('gamma')
})

it('counts a link in the week in which the last of the tags was made that it joins', async () => {
  const [sunday, monday] = ['2031-03-09T12:00:00.000Z', '2031-03-10T12:00:00.000Z']
  const side = (annotator: string, n: number, later: string): Side => {
    const from = tagOn(drawnId(n), [[0, 2]], { created: sunday })
    const to = tagOn(drawnId(n + 1), [[3, 7]], { created: later, label: 'claim' })
    return { annotator, tags: [from, to], links: [linkOf(drawnId(n + 2), 'makes', from, to)] }
  }
  const weeks = async (...sides: Side[]) => {
    const { by } = await agree(indexOf([sides]), { annotators: ['ada', 'ben'] })
    return by.week.map(({ of, layers }) => `${of?.[0]}: ${told(layers, 'links:makes')}`)
  }
  expect(await weeks(side('ada', 1, sunday), side('ben', 5, monday))).toEqual([
    '2031-03-03: not there',
    '2031-03-10: n 1, f1 1.000',
  ])
  const alone = { ...side('ben', 5, monday), links: [] }
  expect(await weeks(side('ada', 1, sunday), alone)).toEqual([
    '2031-03-03: n 1, f1 0.000',
    '2031-03-10: not there',
  ])
})

it('tells weeks apart by when the later of two tags was made', async () => {
  const at = (created: string, n: number) => [tagOn(drawnId(n), [[0, 2]], { created })]
  const sides = [
    { annotator: 'ada', links: [], tags: at('2031-03-09T23:59:00.000Z', 1) },
    { annotator: 'ben', links: [], tags: at('2031-03-10T00:01:00.000Z', 2) },
  ]
  const { by } = await agree(indexOf([sides]), { annotators: ['ada', 'ben'] })
  expect(by.week.map(({ of }) => of)).toEqual([['2031-03-10']])
  expect(told(by.week[0]!.layers, 'spans:actor')).toBe('n 1, overlapF1 1.000, exactF1 1.000')
})

it('counts words and stretches of an article in the week in which the last tag on it was made', async () => {
  const sides = (created: readonly string[], n: number) =>
    ['ada', 'ben'].map((annotator, i) => ({
      annotator,
      links: [],
      tags: [tagOn(drawnId(n + i), [[0, 2 + 3 * i]], { created: created[i]! })],
    }))
  const [first, second] = ['2031-03-09T12:00:00.000Z', '2031-03-10T12:00:00.000Z']
  const index = indexOf([sides([first, first], 1), sides([first, second], 3), sides([second, first], 5)])
  const { by } = await agree(index, { annotators: ['ada', 'ben'] })
  expect(by.week.map(({ of, articles }) => [of, articles])).toEqual([
    [['2031-03-03'], [idOf(0)]],
    [['2031-03-10'], [idOf(1), idOf(2)]],
  ])
  const [one, two] = by.week.map(({ layers }) => layers)
  const all = await agree(indexOf([sides([first, first], 1)]), { annotators: ['ada', 'ben'] })
  const withoutGamma = (layers: readonly LayerFigures[]) =>
    told(layers, 'units:actor').replace(/, gamma.*/, '')
  expect(withoutGamma(one!)).toBe(withoutGamma(all.layers))
  expect(told(one!, 'tokens:actor')).toBe(told(all.layers, 'tokens:actor'))
  expect(two!.find(({ layer }) => layer === 'units:*')!.n).toBe(
    2 * one!.find(({ layer }) => layer === 'units:*')!.n,
  )
})

const manyArticles = fc.array(anySides({ sides: 4, tags: 5 }), { minLength: 1, maxLength: 3 })
/** Without the version, and to nine digits: thirds are summed up in whatever order. */
const inDigits = ({ version: _, ...rest }: Agreement): Omit<Agreement, 'version'> =>
  JSON.parse(
    JSON.stringify(rest, (_key, value: unknown) => (typeof value === 'number' ? +value.toFixed(9) : value)),
  )

it('is the same when people, tags or files come in another order, and whatever notes say', async () => {
  const twice = manyArticles.chain((articles) =>
    fc.tuple(fc.constant(articles), fc.tuple(...articles.map((sides) => shuffledSides(sides))), fc.string()),
  )
  await fc.assert(
    fc.asyncProperty(twice, async ([articles, again, note]) => {
      const noted = again.map((sides) =>
        sides.map((side) => ({ ...side, tags: side.tags.map((tag) => ({ ...tag, note })) })),
      )
      const index = new RecordIndex(builtInCodebook)
      for (const n of noted.keys())
        index.putArticles([
          { id: idOf(noted.length - 1 - n), title: idOf(noted.length - 1 - n), outlet: null, day: null },
        ])
      index.setRegistry([actor('Ada', { id: drawnId(901) })])
      for (const [n, sides] of [...noted.entries()].toReversed())
        for (const { annotator, tags, links } of sides) index.put(idOf(n), annotator, [...links, ...tags])
      const first = inDigits(await agree(indexOf(articles)))
      const second = inDigits(await agree(index))
      expect(second).toEqual(first)
      // In another order of the people the same is told of each.
      const turned = inDigits(await agree(index, { annotators: people.toReversed() }))
      expect(turned.layers).toEqual(first.layers)
      expect(turned.by.article).toEqual(first.by.article)
      expect(turned.shares.toReversed()).toEqual(first.shares)
    }),
    { numRuns: 60 },
  )
})

it('tells the same of a pair among others as of the two alone', async () => {
  await fc.assert(
    fc.asyncProperty(manyArticles, async (articles) => {
      const index = indexOf(articles)
      const { by } = await agree(index)
      const alone = await agree(index, { annotators: ['ada', 'ben'] })
      const [pair] = by.pair
      const figures = (layers: readonly LayerFigures[]) =>
        layers
          .filter(({ n }) => n > 0)
          .map(({ layer, n, figures: each }) => [
            layer,
            n,
            each
              .filter(({ name }) => name !== 'gamma')
              .map(({ name, measured }) => [name, measured.value?.toFixed(9)]),
          ])
      // The scale of values is that of all people; it counts for AC1 of entries alone. γ is told of two people alone.
      const isSame = ([layer]: ReturnType<typeof figures>[number]) =>
        layer !== 'actor' && layer !== 'position'
      expect(figures(pair!.layers).filter(isSame)).toEqual(figures(alone.layers).filter(isSame))
    }),
    { numRuns: 60 },
  )
})

it('tells the same of an article among others as of it alone, also why a figure is not defined', async () => {
  await fc.assert(
    fc.asyncProperty(manyArticles, async (articles) => {
      const index = indexOf(articles)
      // The scale of actors and the like is that of all articles, and so is how often γ is drawn.
      const same = (layers: readonly LayerFigures[]) =>
        layers
          .filter(({ layer }) => /^(tokens|spans|units|links|label)/.test(layer))
          .map((told) => ({ ...told, figures: told.figures.filter(({ name }) => name !== 'gamma') }))
      const { by } = await agree(index)
      for (const { of, layers } of by.article) {
        const alone = await agree(index, { articles: of })
        expect(same(layers)).toEqual(same(alone.by.article[0]!.layers))
      }
    }),
    { numRuns: 40 },
  )
})

it('is 1 everywhere for people who have all the same', async () => {
  await fc.assert(
    fc.asyncProperty(manyArticles, async (articles) => {
      const same = articles.map(([first]) =>
        ['ada', 'ben', 'cid'].map((annotator) => ({ ...first!, annotator })),
      )
      const { layers } = await agree(indexOf(same))
      const values = layers.flatMap(({ figures, observed }) => [
        observed,
        ...figures.map(({ measured }) => measured.value),
      ])
      expect(values.filter((value) => value !== null && Math.abs(value - 1) > 1e-9)).toEqual([])
    }),
    { numRuns: 60 },
  )
})
