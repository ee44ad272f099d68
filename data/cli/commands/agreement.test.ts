import { describe, expect, it } from 'vitest'
import type { AnnotationSet } from '../../model/annotation-set'
import { beside } from '../testing/talks'

const [ines, tobias] = ['ines-holloway-sample', 'tobias-varga-sample']
const both = ['--annotator', ines, '--annotator', 'Tobias Varga'] as const

interface Told {
  readonly annotators: readonly string[]
  readonly articles: readonly string[]
  readonly layers: {
    readonly tokens: Readonly<Record<string, { n: number; observed: number; cohenKappa: number | null }>>
    readonly spans: Readonly<Record<string, { exactF1: number | null; overlapF1: number | null }>>
  }
}

/** Cohen's κ of tokens, and exact F1, from what is exported: nothing here is used by the command. */
function byHand(set: AnnotationSet, label: string) {
  const tokens = [0, 0, 0, 0]
  let [exact, all] = [0, 0]
  for (const { id, text, language } of set.articles) {
    const [one, other] = [ines, tobias].map((annotator) =>
      set.annotations.filter((tag) => tag.articleId === id && tag.annotator === annotator),
    )
    if (one!.length === 0 || other!.length === 0) continue
    const [theirs, others] = [one!, other!].map((tags) => tags.filter((tag) => tag.label === label))
    const has = (tags: typeof theirs, start: number, end: number) =>
      tags!.some(({ target }) => target.some((part) => part.start < end && start < part.end))
    for (const { segment, index, isWordLike } of new Intl.Segmenter(language ?? 'en', {
      granularity: 'word',
    }).segment(text)) {
      if (!isWordLike) continue
      const end = index + segment.length
      tokens[(has(theirs, index, end) ? 2 : 0) + (has(others, index, end) ? 1 : 0)]!++
    }
    const places = ({ target }: (typeof set.annotations)[number]) =>
      target.map(({ start, end }) => `${start}-${end}`).join()
    const left = others!.map(places)
    for (const place of theirs!.map(places))
      if (left.includes(place)) {
        left.splice(left.indexOf(place), 1)
        exact++
      }
    all += theirs!.length + others!.length
  }
  const [none = 0, second = 0, first = 0, same = 0] = tokens
  const n = none + second + first + same
  const byChance = ((same + first) * (same + second) + (none + first) * (none + second)) / (n * n)
  const observed = (same + none) / n
  return { n, observed, kappa: (observed - byChance) / (1 - byChance), exactF1: (2 * exact) / all }
}

describe('parley agreement', () => {
  it('prints what can be counted by hand from what is exported', async () => {
    const { parley } = await beside()
    const { code, out, err } = await parley('agreement', '--project', 'valley', ...both, '--json')
    const told: Told = JSON.parse(out)
    const set: AnnotationSet = JSON.parse(
      (await parley('export', '--project', 'valley', '--format', 'parley', '--out', '-')).out,
    )
    expect([code, told.annotators]).toEqual([0, [ines, tobias]])
    expect(err).toBe('8 articles compared: on which at least two have a tag or are done.\n')
    const tagged = (who: string) =>
      set.annotations.filter((tag) => tag.annotator === who).map((tag) => tag.articleId)
    const articles = new Set(tagged(ines).filter((article) => tagged(tobias).includes(article)))
    expect(told.articles).toEqual([...articles].toSorted())
    expect(Object.keys(told.layers.tokens)).toEqual(['actor', 'position', 'claim'])
    for (const label of ['actor', 'position', 'claim']) {
      const { n, observed, kappa, exactF1 } = byHand(set, label)
      expect(told.layers.tokens[label]).toMatchObject({ n })
      expect(told.layers.tokens[label]!.observed).toBeCloseTo(observed, 12)
      expect(told.layers.tokens[label]!.cohenKappa).toBeCloseTo(kappa, 12)
      expect(told.layers.spans[label]!.exactF1).toBeCloseTo(exactF1, 12)
      expect(told.layers.spans[label]!.overlapF1).toBeGreaterThanOrEqual(exactF1)
    }
  })

  it('prints the same whoever is named first, but for who they are', async () => {
    const { parley } = await beside()
    const [there, back] = await Promise.all(
      [
        [ines, tobias],
        [tobias, ines],
      ].map(([a, b]) =>
        parley('agreement', '--project', 'valley', '--annotator', a!, '--annotator', b!, '--json'),
      ),
    )
    const layers = ({ out }: { out: string }) => (JSON.parse(out) as Told).layers
    expect(layers(back!)).toEqual(layers(there!))
  })

  it('says why a coefficient is null', async () => {
    const { parley } = await beside()
    const one = ['--annotator', ines, '--annotator', 'Tobias Varga', '--threshold', '1']
    const { out } = await parley('agreement', '--project', 'valley', ...one, '--json')
    const { layers } = JSON.parse(out)
    expect(layers.attributes.speech).toMatchObject({ alpha: 1 })
    await parley('new', 'nothing')
    const empty = JSON.parse((await parley('agreement', '--project', 'nothing', '--json')).out)
    expect(empty).toMatchObject({ annotators: [], articles: [] })
    expect(empty.layers.tokens.actor).toMatchObject({ n: 0, alpha: null, why: { alpha: 'one-annotator' } })
  })

  it('prints a table for people', async () => {
    const { parley } = await beside()
    const { out } = await parley('agreement', '--project', 'valley')
    expect(out).toMatch(/^Ines Holloway, Tobias Varga\n/)
    expect(out).toMatch(
      /^tokens:claim: n \d+, observed 0\.\d{3}, cohenKappa 0\.\d{3} \(0\.\d{3} to 0\.\d{3}\)/m,
    )
  })

  it('refuses who is not there, one alone, and numbers that are none', async () => {
    const { parley } = await beside()
    const given = ['agreement', '--project', 'valley']
    const nobody = await parley(...given, '--annotator', 'Nobody', '--annotator', ines)
    expect(nobody).toMatchObject({ code: 1, out: '' })
    expect(nobody.err).toContain('Nobody in this project is called “Nobody”.')
    expect(await parley(...given, '--annotator', ines)).toMatchObject({ code: 1, out: '' })
    for (const wrong of [
      ['--threshold', '2'],
      ['--threshold', 'half'],
      ['--seed', '1.5'],
    ])
      expect(await parley(...given, ...wrong)).toMatchObject({ code: 2, out: '' })
  })
})
