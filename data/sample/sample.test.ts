import { describe, expect, it } from 'vitest'
import { allows, attributesFor } from '../model/codebook'
import { builtInCodebook } from '../model/built-in-codebook'
import type { Span } from '../model/span'
import { overlap } from '../model/span'
import { sampleAnnotators } from './annotators'
import { sampleArticles } from './articles'
import { findQuote } from './find-quote'
import { sampleActors, samplePositions } from './registries'
import type { SampleTag, SampleWork } from './sample-types'
import { sampleWork } from './tags'
import { sampleTexts } from './texts'

const raw = (name: string) => sampleTexts[name] ?? ''
const textOf = (name: string) =>
  raw(name)
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
const quoted = ({ quote }: SampleTag) => (typeof quote === 'string' ? [quote] : quote)
const spansOf = (work: SampleWork, tag: SampleTag) => findQuote(textOf(work.article), tag) ?? []
const same = (a: readonly Span[], b: readonly Span[]) => JSON.stringify(a) === JSON.stringify(b)
const hull = (spans: readonly Span[]): Span => ({ start: spans[0]!.start, end: spans.at(-1)!.end })

const worksBy = (annotator: string) => sampleWork.filter((work) => work.annotator === annotator)
const placed = (work: SampleWork) => work.tags.map((tag) => ({ tag, spans: spansOf(work, tag) }))
const described = sampleWork.map((work): [string, SampleWork] => [
  `${work.article} by ${work.annotator}`,
  work,
])

describe.each(described)('%s', (_, work) => {
  const text = textOf(work.article)

  it('stands on words of the article, whole words and whole graphemes', () => {
    const graphemes = new Set([text.length])
    for (const { index } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text))
      graphemes.add(index)
    const cutsWord = (at: number) => /[\p{L}\p{N}\p{M}]{2}/u.test(text.slice(at - 1, at + 1))

    for (const tag of work.tags) {
      const spans = findQuote(text, tag)
      const found = spans?.map(({ start, end }) => text.slice(start, end))
      expect(found).toEqual(quoted(tag))
      const edges = (spans ?? []).flatMap(({ start, end }) => [start, end])
      expect(edges.filter((at) => !graphemes.has(at) || cutsWord(at))).toEqual([])
    }
  })

  it('links only its own tags, by labels that the codebook allows', () => {
    const keys = work.tags.flatMap(({ key }) => key ?? [])
    expect(new Set(keys).size).toBe(keys.length)

    const labelOf = (key: string) => work.tags.find((tag) => tag.key === key)?.label ?? 'missing'
    for (const { type, from, to } of work.links) {
      const linkType = builtInCodebook.linkTypes.find(({ id }) => id === type)
      expect(linkType?.from).toContain(labelOf(from))
      expect(linkType?.to).toContain(labelOf(to))
    }
    expect(new Set(work.links.map((link) => JSON.stringify(link))).size).toBe(work.links.length)
  })

  it('means actors and positions that the registries have', () => {
    const actors = sampleActors.map(({ key }) => key)
    const positions = samplePositions.map(({ key }) => key)
    const unknown = work.tags.filter(({ label, means }) => {
      if (means === undefined) return label !== 'claim'
      return !(label === 'actor' ? actors : positions).includes(means)
    })
    expect(unknown).toEqual([])
  })

  it('gives attributes that the codebook allows', () => {
    for (const { label, attributes = {} } of work.tags) {
      for (const [id, value] of Object.entries(attributes)) {
        const attribute = attributesFor(builtInCodebook, label).find((each) => each.id === id)
        expect([label, id, value, attribute && allows(attribute, value)]).toEqual([label, id, value, true])
      }
    }
  })
})

describe('the registries', () => {
  it('have unique keys, four issues with opposing answers, and some of each annotator’s own', () => {
    const keys = [...sampleActors, ...samplePositions].map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)

    const issues = [...new Set(samplePositions.map(({ issue }) => issue))]
    const answers = issues.map(
      (issue) => samplePositions.filter((position) => position.issue === issue).length,
    )
    expect(answers).toEqual([2, 3, 3, 2])

    for (const { key } of sampleAnnotators) {
      expect(sampleActors.some(({ addedBy }) => addedBy === key)).toBe(true)
      expect(samplePositions.some(({ addedBy }) => addedBy === key)).toBe(true)
    }
  })

  it('leave the second annotator’s own entries to the second annotator', () => {
    const own = [...sampleActors, ...samplePositions].filter(({ addedBy }) => addedBy === 'tobias')
    const used = (annotator: string) =>
      new Set(worksBy(annotator).flatMap(({ tags }) => tags.map(({ means }) => means)))
    for (const { key } of own) {
      expect(used('ines')).not.toContain(key)
      expect(used('tobias')).toContain(key)
    }
  })
})

describe('the two annotators', () => {
  const pairs = worksBy('ines').map((ines) => ({
    ines,
    tobias: sampleWork.find(({ article, annotator }) => article === ines.article && annotator === 'tobias')!,
  }))
  const count = (differ: (ines: SampleWork, tobias: SampleWork) => number) =>
    pairs.reduce((sum, { ines, tobias }) => sum + differ(ines, tobias), 0)

  /** Pairs of tags on the very same words that differ as `differ` says. */
  const onSameWords = (differ: (ines: SampleTag, tobias: SampleTag) => boolean) =>
    count(
      (ines, tobias) =>
        placed(ines).filter((a) => placed(tobias).some((b) => same(a.spans, b.spans) && differ(a.tag, b.tag)))
          .length,
    )
  /** Tags of one that share no letter with a tag of the other of the same label. */
  const missedBy = (other: SampleWork, one: SampleWork) =>
    placed(one).filter(
      (a) => !placed(other).some((b) => a.tag.label === b.tag.label && overlap(hull(a.spans), hull(b.spans))),
    ).length

  it('agree on most tags', () => {
    const agreed = onSameWords((a, b) => a.label === b.label && a.means === b.means)
    expect(agreed).toBeGreaterThan(0.6 * count((ines) => ines.tags.length))
  })

  it('both miss what the other tagged', () => {
    expect(count((ines, tobias) => missedBy(tobias, ines))).toBeGreaterThan(5)
    expect(count((ines, tobias) => missedBy(ines, tobias))).toBeGreaterThan(5)
  })

  it('draw boundaries differently', () => {
    const differently = count(
      (ines, tobias) =>
        placed(ines).filter(
          (a) =>
            !placed(tobias).some((b) => same(a.spans, b.spans)) &&
            placed(tobias).some((b) => {
              const alike = a.tag.label === b.tag.label && a.tag.means === b.tag.means
              return alike && overlap(hull(a.spans), hull(b.spans))
            }),
        ).length,
    )
    expect(differently).toBeGreaterThan(5)
  })

  it('label the same words differently', () => {
    const relabelled = (from: string, to: string) =>
      count((ines, tobias) => {
        const byTobias = placed(tobias)
        return placed(ines).filter(({ tag, spans }) => {
          const labels = byTobias.filter((b) => same(spans, b.spans)).map((b) => b.tag.label)
          return tag.label === from && labels.join() === to
        }).length
      })
    expect(relabelled('claim', 'position')).toBeGreaterThan(2)
    expect(relabelled('position', 'claim')).toBeGreaterThan(0)
  })

  it('differ in actor, position, stance, type of claim and confidence on the same words', () => {
    const alike = (a: SampleTag, b: SampleTag, label: string) => a.label === label && b.label === label
    const differIn = (id: string) => (a: SampleTag, b: SampleTag) =>
      a.label === b.label && a.attributes?.[id] !== b.attributes?.[id]

    expect(onSameWords((a, b) => alike(a, b, 'actor') && a.means !== b.means)).toBeGreaterThan(2)
    expect(onSameWords((a, b) => alike(a, b, 'position') && a.means !== b.means)).toBeGreaterThan(1)
    expect(onSameWords(differIn('stance'))).toBeGreaterThan(3)
    expect(onSameWords(differIn('type'))).toBeGreaterThan(1)
    expect(onSameWords(differIn('confidence'))).toBeGreaterThan(5)
  })

  it('leave out links between tags that both have', () => {
    const leftOut = count((ines, tobias) => {
      const has = (key: string) => {
        const tag = ines.tags.find((each) => each.key === key)!
        return placed(tobias).some((b) => b.tag.label === tag.label && same(spansOf(ines, tag), b.spans))
      }
      const places = (work: SampleWork) =>
        work.links.map(({ type, from, to }) => {
          const at = (key: string) =>
            spansOf(
              work,
              work.tags.find((tag) => tag.key === key)!,
            )
          return JSON.stringify([type, at(from), at(to)])
        })
      const theirs = new Set(places(tobias))
      return places(ines).filter((place, i) => {
        const { from, to } = ines.links[i]!
        return has(from) && has(to) && !theirs.has(place)
      }).length
    })
    expect(leftOut).toBeGreaterThan(5)
  })
})

describe('the tags', () => {
  it('are many on six articles, fewer on two, and none on two', () => {
    const numbers = sampleWork.map(({ tags }) => tags.length)
    expect(numbers.filter((number) => number >= 15 && number <= 30)).toHaveLength(2 * 6)
    expect(numbers.filter((number) => number < 15)).toHaveLength(2 * 2)
    expect(sampleArticles.length - worksBy('ines').length).toBe(2)
    expect(worksBy('tobias').map(({ article }) => article)).toEqual(
      worksBy('ines').map((work) => work.article),
    )
  })

  it.each(sampleAnnotators)('of $name nest, coincide and skip words', ({ key }) => {
    const pairs = worksBy(key).flatMap((work) =>
      placed(work).flatMap((a, i, all) => all.slice(i + 1).map((b) => [a, b] as const)),
    )
    const inside = (a: Span, b: Span) => a.start <= b.start && b.end <= a.end
    const nested = (outer: string, inner: string) =>
      pairs.some(
        ([a, b]) =>
          a.tag.label === outer &&
          b.tag.label === inner &&
          inside(hull(a.spans), hull(b.spans)) &&
          !same(a.spans, b.spans),
      )
    expect(nested('claim', 'position')).toBe(true)
    expect(nested('position', 'actor')).toBe(true)
    expect(pairs.some(([a, b]) => same(a.spans, b.spans))).toBe(true)

    const tags = worksBy(key).flatMap((work) => work.tags)
    expect(tags.some((tag) => quoted(tag).length > 1)).toBe(true)
  })

  it('cross and run over a paragraph somewhere', () => {
    const crossing = sampleWork.some((work) =>
      placed(work).some((a, i, all) =>
        all.slice(i + 1).some((b) => {
          const [x, y] = [hull(a.spans), hull(b.spans)]
          return x.start < y.start && y.start < x.end && x.end < y.end
        }),
      ),
    )
    expect(crossing).toBe(true)
    expect(sampleWork.some((work) => work.tags.some(({ quote }) => String(quote).includes('\n\n')))).toBe(
      true,
    )
  })
})
